extension Removal {
  /// What of a record goes with a removal.
  package struct Parts: Hashable, Sendable {
    package var versions: [Contact] = []
    package var facts: [FactRecord] = []
  }

  /// The sentence of a flag whose own would say what was destroyed.
  package static let erasedLine: ReasonLine = "What this flag rested on was erased."
}

extension Flag {
  /// The flag without what it said of a contact that was erased; of one that was put right it keeps
  /// what that says now.
  package func forgetting(_ contact: Identifier, now latest: Contact?) -> Flag {
    var flag = self
    flag.line = Removal.erasedLine
    // A flag always rests on something: what is gone leaves its id and the day of the flag.
    let left =
      latest.map { Evidence($0) }
      ?? Evidence(contact: contact, date: raisedOn, agency: Agency(.other), kind: .other)
    flag.evidence = evidence.map { $0.contact == contact ? left : $0 }
    return flag
  }
}

extension Removal.Scope {
  /// What it takes from a record.
  ///
  /// With a contact go the facts of its form, and whatever mends one of them.
  package func parts(of record: CaseRecord) -> Removal.Parts {
    var parts = Removal.Parts()
    switch self {
    case .child:
      parts.versions = record.versions
      parts.facts = record.facts
    case .contact(let contact):
      parts.versions = record.versions.filter { $0.id == contact }
      var gone: Set<Identifier> = []
      // A fact comes after the one that it mends.
      for fact in record.facts
      where fact.contact == contact || fact.corrects.map(gone.contains) == true {
        gone.insert(fact.id)
        parts.facts.append(fact)
      }
    case .formerVersions(let contact, let below):
      parts.versions = record.versions.filter { $0.id == contact && $0.version < below }
    }
    return parts
  }

  /// The contact of which something goes; nil for a whole record.
  package var contact: Identifier? {
    switch self {
    case .child: nil
    case .contact(let contact), .formerVersions(let contact, _): contact
    }
  }

  /// Whether a flag, as it stands after what went is gone, may still say something of it.
  package func speaksStill(_ flag: Flag) -> Bool {
    let rests = { (contact: Identifier) in flag.evidence.contains { $0.contact == contact } }
    return switch self {
    case .child: false
    case .contact(let contact): rests(contact)
    case .formerVersions(let contact, _):
      rests(contact) && (flag.cleared != nil || flag.quietSince != nil)
    }
  }
}

extension Removal.Certificate {
  /// Counts what goes.
  package mutating func count(_ parts: Removal.Parts, flags: [Flag] = [], answers: Int = 0) {
    contacts = Set(parts.versions.map(\.id)).count
    facts = parts.facts.count
    from = parts.versions.map(\.date).min()
    to = parts.versions.map(\.date).max()
    self.flags = flags.count
    self.answers = answers
  }
}
