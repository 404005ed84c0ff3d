extension Removal {
  /// The parts of a record that a removal destroys.
  package struct Parts: Hashable, Sendable {
    package var versions: [Contact] = []
    package var facts: [FactRecord] = []
  }

  /// The sentence that replaces a flag's own when that would say what was destroyed.
  package static let erasedLine: ReasonLine = "What this flag rested on was erased."
}

extension Flag {
  /// The flag without what it said about an erased contact; `latest` is what is left of a corrected one, and
  /// nil when nothing is.
  package func forgetting(_ contact: Identifier, now latest: Contact?) -> Flag {
    var flag = self
    flag.line = Removal.erasedLine
    // A flag always rests on something: an erased contact leaves its id and the day the flag was raised.
    let left =
      latest.map { Evidence($0) }
      ?? Evidence(contact: contact, date: raisedOn, agency: Agency(.other), kind: .other)
    flag.evidence = evidence.map { $0.contact == contact ? left : $0 }
    return flag
  }
}

extension Removal.Scope {
  /// The parts of `record` that it destroys.
  ///
  /// A contact is destroyed together with the facts of its form and their corrections.
  package func parts(of record: CaseRecord) -> Removal.Parts {
    var parts = Removal.Parts()
    switch self {
    case .child:
      parts.versions = record.versions
      parts.facts = record.facts
    case .contact(let contact):
      parts.versions = record.versions.filter { $0.id == contact }
      var gone: Set<Identifier> = []
      // A fact comes after the one that it corrects.
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

  /// The contact that is destroyed, in whole or in part; nil for a whole record.
  package var contact: Identifier? {
    switch self {
    case .child: nil
    case .contact(let contact), .formerVersions(let contact, _): contact
    }
  }

  /// Whether `flag`, as judged after the destruction, may still say something of what was destroyed.
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
  /// Counts what is destroyed.
  package mutating func count(_ parts: Removal.Parts, flags: [Flag] = [], answers: Int = 0) {
    contacts = Set(parts.versions.map(\.id)).count
    facts = parts.facts.count
    from = parts.versions.map(\.date).min()
    to = parts.versions.map(\.date).max()
    self.flags = flags.count
    self.answers = answers
  }
}
