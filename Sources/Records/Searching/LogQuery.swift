/// Which contacts the log shows, and in what order.
package struct LogQuery: Hashable, Sendable {
  package enum Order: String, CaseIterable, Hashable, Sendable {
    case date, child, agency, kind
  }

  /// What the rows are ordered by; rows that are alike come newest first.
  package var order = Order.date
  /// Oldest first, or from the end of the alphabet.
  package var isReversed = false
  /// Words that must each begin a word of the contact or of its child; empty for all contacts.
  package var words = ""

  package init() {}

  /// Whether one row comes before another.
  package func areInOrder(_ left: LogEntry, _ right: LogEntry) -> Bool {
    if order == .date {
      return isReversed
        ? LogEntry.newestFirst(right, left) : LogEntry.newestFirst(left, right)
    }
    let (mine, theirs) = (key(of: left), key(of: right))
    if mine == theirs { return LogEntry.newestFirst(left, right) }
    return isReversed ? theirs < mine : mine < theirs
  }

  private func key(of entry: LogEntry) -> String {
    switch order {
    case .date: ""
    case .child: entry.child.sortKey
    case .agency: entry.contact.facts.agency.written
    case .kind: entry.contact.facts.kind.rawValue
    }
  }
}

/// The places of the contacts that a query finds, in its order: four bytes for each, so that a million rows
/// fit in memory and only those on the screen are read.
///
/// A place is a store's own number for the current version of a contact.
package struct LogIndex: Hashable, Sendable {
  package let places: ContiguousArray<Int32>

  package init(_ places: ContiguousArray<Int32>) {
    self.places = places
  }

  package var count: Int { places.count }

  /// The row of `place`, by linear search: a third of a millisecond for a million rows.
  package func row(of place: Int32) -> Int? { places.firstIndex(of: place) }
}

/// A contact that a search has found, with the words around the first match.
package struct SearchHit: Hashable, Sendable, Identifiable {
  package let entry: LogEntry
  package let pieces: [Snippet.Piece]

  package var id: Identifier { entry.id }

  package init(_ entry: LogEntry, words: [String]) {
    self.entry = entry
    pieces = Snippet.pieces(of: entry.contact.facts.notes, words: words)
  }
}

/// The children that words find, best first.
package struct FoundChildren: Hashable, Sendable {
  /// At most as many as were asked for.
  package let lines: [CaseLine]
  /// How many there are in all.
  package let count: Int

  package init(lines: [CaseLine], count: Int) {
    self.lines = lines
    self.count = count
  }
}
