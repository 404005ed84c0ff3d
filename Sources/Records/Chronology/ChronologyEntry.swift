/// What stands in one place of a chronology: a contact, or where one was destroyed, that it was.
package enum ChronologyEntry: Hashable, Sendable {
  case contact(Contact)
  case erased(Tombstone)

  package var date: CalendarDate {
    switch self {
    case .contact(let contact): contact.date
    case .erased(let tombstone): tombstone.date
    }
  }

  /// Puts tombstones where what they stand for was, below the other contacts of its day.
  ///
  /// Contacts come newest first, and so does what is given back.
  package static func merged(_ contacts: [Contact], _ tombstones: [Tombstone]) -> [Self] {
    var left = tombstones.sorted { $0.date > $1.date }[...]
    var entries: [Self] = []
    entries.reserveCapacity(contacts.count + left.count)
    for contact in contacts {
      while let next = left.first, next.date > contact.date {
        entries.append(.erased(left.removeFirst()))
      }
      entries.append(.contact(contact))
    }
    return entries + left.map { .erased($0) }
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
