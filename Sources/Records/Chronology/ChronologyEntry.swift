/// One row of a chronology: a contact, a fact recorded beside the contacts, or the trace of a destroyed
/// contact.
package enum ChronologyEntry: Hashable, Sendable {
  case contact(Contact)
  case fact(FactRecord)
  case erased(Tombstone)

  package var date: CalendarDate {
    switch self {
    case .contact(let contact): contact.date
    case .fact(let record): record.date
    case .erased(let tombstone): tombstone.date
    }
  }

  /// Whether a flag rests on it.
  package func isEvidence(of flag: Flag) -> Bool {
    switch self {
    case .contact(let contact): flag.evidence.contains { $0.contact == contact.id }
    case .fact(let record): flag.evidence.contains { $0.contact == record.id }
    case .erased: false
    }
  }

  /// The whole record in order of time, newest first.
  ///
  /// Within a day facts are listed above the contacts that they speak of, the last recorded first; the trace
  /// of a destroyed contact is listed below the other contacts. `contacts` must be the latest version of
  /// each, newest first.
  package static func merged(
    _ contacts: [Contact], _ facts: [FactRecord], _ tombstones: [Tombstone]
  ) -> [Self] {
    let facts = facts.sorted { FactRecord.chronological($1, $0) }.map { Self.fact($0) }
    let erased = tombstones.sorted { $0.date > $1.date }.map { Self.erased($0) }
    return merged(merged(facts, contacts.map { .contact($0) }), erased)
  }

  /// Merges two lists that are newest first; within a day the entries of `upper` come first.
  private static func merged(_ upper: [Self], _ lower: [Self]) -> [Self] {
    guard !upper.isEmpty, !lower.isEmpty else { return upper + lower }
    var merged: [Self] = []
    merged.reserveCapacity(upper.count + lower.count)
    var below = lower[...]
    for entry in upper {
      while let next = below.first, next.date > entry.date { merged.append(below.removeFirst()) }
      merged.append(entry)
    }
    return merged + below
  }
}

extension CaseFile {
  /// The whole record in order of time, newest first.
  package var chronologyEntries: [ChronologyEntry] {
    ChronologyEntry.merged(record.contacts().reversed(), record.facts, tombstones)
  }
}

/// The trace left in a chronology where two people destroyed a contact or its former versions.
package struct Tombstone: Hashable, Sendable {
  package let removal: Removal
  /// The latest day of what was destroyed.
  package let date: CalendarDate

  /// Nil while nothing was destroyed, and for a whole record, which leaves no chronology.
  package init?(_ removal: Removal) {
    guard removal.scope != .child, let date = removal.certificate?.to else { return nil }
    (self.removal, self.date) = (removal, date)
  }

  /// What was erased, on which day, and the receipt of its certificate.
  package var written: String {
    let what =
      switch removal.scope {
      case .formerVersions: "what a contact said before was erased"
      case .contact, .child: "a contact was erased"
      }
    let day = removal.certificate.map { " on \($0.approved.at.londonDay.shortWithYear)" }
    return "\(what)\(day ?? "") (\(removal.id.receipt))"
  }
}
