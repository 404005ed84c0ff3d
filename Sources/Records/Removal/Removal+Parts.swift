extension Removal {
  /// What of a record goes with a removal.
  package struct Parts: Hashable, Sendable {
    package var versions: [Contact] = []
    package var facts: [FactRecord] = []
  }

  /// The sentence of a flag whose own would say what was destroyed.
  package static let erasedLine: ReasonLine = "What this flag rested on was erased."
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
