import Records

/// A row below a child's figures.
enum ChildRow: Hashable, Sendable {
  /// The flag of this index.
  case flag(Int)
  /// Shown until the record has been read.
  case reading
  /// Shown when no rule has fired.
  case none
  case contact(Contact)
  /// What was recorded beside the contacts.
  case fact(FactRecord)
  /// A contact, or an earlier version of one, was destroyed here.
  case erased(Tombstone)
  /// This many days passed without any contact.
  case gap(days: Int)

  /// The shortest silence, in days, that has a row of its own: four weeks.
  private static let longGap = 28

  /// Flags, then the chronology newest first with the silences between its entries.
  static func rows(flags: [Flag], entries: [ChronologyEntry], today: CalendarDate?) -> [ChildRow] {
    var rows: [ChildRow] = flags.isEmpty ? [.none] : flags.indices.map { .flag($0) }
    var later = today
    for entry in entries {
      if case .fact(let record) = entry {
        rows.append(.fact(record))
        continue
      }
      if let day = later, day.days(since: entry.date) >= longGap {
        rows.append(.gap(days: day.days(since: entry.date)))
      }
      switch entry {
      case .contact(let contact): rows.append(.contact(contact))
      case .erased(let tombstone): rows.append(.erased(tombstone))
      case .fact: break
      }
      later = entry.date
    }
    return rows
  }

  func isSame(as other: ChildRow?) -> Bool {
    if case .contact(let mine) = self, case .contact(let theirs)? = other {
      return mine.id == theirs.id
    }
    if case .fact(let mine) = self, case .fact(let theirs)? = other { return mine.id == theirs.id }
    return self == other
  }
}
