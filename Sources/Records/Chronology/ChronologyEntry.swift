/// What stands in one place of a chronology: a contact, a fact that was recorded beside the contacts, or
/// where a contact was destroyed, that it was.
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
  /// Within a day facts come after the contacts that they speak of, so that they stand above them, the
  /// last recorded first; what stands for a contact that is gone comes below the other contacts.
  /// Contacts come as the latest version of each, newest first.
  package static func merged(
    _ contacts: [Contact], _ facts: [FactRecord], _ tombstones: [Tombstone]
  ) -> [Self] {
    let facts = facts.sorted { FactRecord.chronological($1, $0) }.map { Self.fact($0) }
    let erased = tombstones.sorted { $0.date > $1.date }.map { Self.erased($0) }
    return merged(merged(facts, contacts.map { .contact($0) }), erased)
  }

  /// Two lists that are newest first; of one day the upper's come first.
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

/// What stays in a chronology where two people destroyed a contact, or what one said before.
package struct Tombstone: Hashable, Sendable {
  package let removal: Removal
  /// The last day that what is gone was recorded for.
  package let date: CalendarDate

  /// Nil while nothing was destroyed, and for a whole record, which leaves no chronology.
  package init?(_ removal: Removal) {
    guard removal.scope != .child, let date = removal.certificate?.to else { return nil }
    (self.removal, self.date) = (removal, date)
  }

  /// What is gone, since when, and the receipt under which the certificate stands.
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
