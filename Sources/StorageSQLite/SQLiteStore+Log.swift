import GRDB
package import Records
package import Storage
import StorageSQL

// The log of a million contacts: numbers of rows in some order, and the rows of a page.

extension SQLiteStore {
  package func logIndex(_ query: LogQuery) throws(StoreError) -> LogIndex {
    try asking { db in
      let replaced = try replacedRows(in: db)
      let words = folded(query.words).split(separator: " ").map(String.init)
      let named = try words.map { try contacts(holding: $0, in: db) }
      func isListed(_ row: Int32) -> Bool {
        !replaced.contains(row) && named.allSatisfy { $0.contains(row) }
      }
      guard query.order == .date else {
        var ordered = RankedRows(
          try ranks(by: query.order, in: db), isReversed: query.isReversed, where: isListed)
        try forEachRow(in: db) { if isListed($0) { ordered.append($0) } }
        return LogIndex(ordered.rows)
      }
      var rows: ContiguousArray<Int32> = []
      // Growing by doubling would hold the rows twice.
      if words.isEmpty { rows.reserveCapacity(try lastRow(in: db)) }
      try forEachRow(in: db) { if isListed($0) { rows.append($0) } }
      if query.isReversed { rows.reverse() }
      return LogIndex(rows)
    }
  }

  private func lastRow(in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(number) FROM contact") ?? 0
  }

  /// The versions of contacts that a later one replaced.
  private func replacedRows(in db: Database) throws -> Set<Int32> {
    try Int32.fetchSet(
      db,
      sql: """
        SELECT n.number FROM contact n
        WHERE n.authority_id = ?1
          AND n.id IN (SELECT id FROM contact WHERE authority_id = ?1 AND version > 1)
          AND EXISTS (SELECT 1 FROM contact l WHERE l.authority_id = n.authority_id
            AND l.id = n.id AND l.version = n.version + 1)
        """, arguments: [authority.blob])
  }

  /// Every version of every contact, newest first, from the index alone.
  private func forEachRow(in db: Database, do work: (Int32) -> Void) throws {
    let rows = try Int32.fetchCursor(
      db,
      sql: """
        SELECT number FROM contact INDEXED BY contact_by_day WHERE authority_id = ?
        ORDER BY day DESC, coalesce(minute, 0) DESC, id DESC
        """, arguments: [authority.blob])
    while let row = try rows.next() { work(row) }
  }

  /// The contacts of which a word begins with another: in a note, in whom it is about, in the agency
  /// or in the kind.
  private func contacts(holding word: String, in db: Database) throws -> Set<Int32> {
    let kinds = ContactKind.allCases.map(\.rawValue).filter { begins(word, $0) }
    let sectors = Sector.allCases.map(\.rawValue).filter { begins(word, $0) }
    var found = try Int32.fetchSet(
      db,
      sql: """
        SELECT rowid FROM note WHERE note MATCH ?1
        UNION ALL
        SELECT n.number FROM child c JOIN contact n
          ON n.authority_id = c.authority_id AND n.child_id = c.id
        WHERE c.authority_id = ?2 AND c.search_text LIKE ?3
        """, arguments: ["\"\(word)\"*", authority.blob, "% \(word)%"])
    let named = try Row.fetchCursor(
      db,
      sql: """
        SELECT n.number, n.agency_name, n.sector, n.contact_type FROM contact n
        WHERE n.authority_id = ? AND (n.agency_name IS NOT NULL
          OR n.sector IN (\(SQLiteStore.marks(sectors))) OR n.contact_type IN (\(SQLiteStore.marks(kinds))))
        """, arguments: [authority.blob] + StatementArguments(sectors + kinds))
    while let row = try named.next() {
      let agency: String? = row[1]
      let (sector, kind): (String, String) = (row[2], row[3])
      let isHeld = kinds.contains(kind) || begins(word, agency ?? sector)
      if isHeld { found.insert(row[0]) }
    }
    return found
  }

  private func begins(_ word: String, _ text: String) -> Bool {
    (" " + folded(text)).contains(" " + word)
  }

  private static func marks(_ values: [String]) -> String {
    values.map { _ in "?" }.joined(separator: ", ")
  }

  /// The place in an order of what a contact is ordered by, for each row number; -1 where there is
  /// no contact.
  private func ranks(
    by order: LogQuery.Order, in db: Database
  ) throws -> ContiguousArray<Int32> {
    var ranks = ContiguousArray<Int32>(repeating: -1, count: try lastRow(in: db) + 1)
    if order == .child {
      let children = try Row.fetchCursor(
        db,
        sql: """
          SELECT n.number, c.place FROM
            (SELECT id, row_number() OVER (ORDER BY sort_key) AS place FROM child
             WHERE authority_id = ?1) c
          JOIN contact n INDEXED BY contact_by_child ON n.authority_id = ?1 AND n.child_id = c.id
          """, arguments: [authority.blob])
      while let row = try children.next() { ranks[row[0] as Int] = row[1] }
      return ranks
    }
    let column = order == .kind ? "contact_type" : "coalesce(agency_name, sector)"
    let values = try Row.fetchCursor(
      db, sql: "SELECT number, \(column) FROM contact WHERE authority_id = ?",
      arguments: [authority.blob])
    var known: [String: Int32] = [:]
    while let row = try values.next() {
      let value: String = row[1]
      let number = known[value] ?? Int32(known.count)
      known[value] = number
      ranks[row[0] as Int] = number
    }
    let alphabet = Dictionary(
      uniqueKeysWithValues: known.keys.sorted().enumerated().map { ($1, Int32($0)) })
    var places = ContiguousArray<Int32>(repeating: 0, count: max(1, known.count))
    for (value, number) in known { places[Int(number)] = alphabet[value] ?? 0 }
    for row in ranks.indices where ranks[row] >= 0 { ranks[row] = places[Int(ranks[row])] }
    return ranks
  }

  package func log(at places: [Int32]) throws(StoreError) -> [LogEntry] {
    try asking { db in try entries(at: places, in: db) }
  }

  private func entries(at places: [Int32], in db: Database) throws -> [LogEntry] {
    let rows = rows(SQLiteConnection(db: db))
    return try places.map { place in
      let entry = try rows.connection.first(
        """
        SELECT \(ContactRow.names), \(ChildRow.names)
        FROM contact n JOIN child c ON c.authority_id = n.authority_id AND c.id = n.child_id
        WHERE n.number = ? AND n.authority_id = ?
        """, [Int(place), authority]
      ) { try rows.logEntry($0) }
      guard let entry else { throw StoreError.unknownContact }
      return entry
    }
  }

  package func place(of contact: Identifier) throws(StoreError) -> Int32 {
    try asking { db in
      let place = try Int32.fetchOne(
        db,
        sql: """
          SELECT number FROM contact WHERE authority_id = ? AND id = ? ORDER BY version DESC LIMIT 1
          """, arguments: [authority.blob, contact.blob])
      guard let place else { throw StoreError.unknownContact }
      return place
    }
  }

  /// How many of the notes recorded last are looked at for the newest: ordering all that hold a
  /// common word would take seconds.
  private static let latestNotes = 2000

  package func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
    let words = folded(words).split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    return try asking { db in
      let places = try Int32.fetchAll(
        db,
        sql: """
          SELECT n.number FROM
            (SELECT rowid FROM note WHERE note MATCH ?1 ORDER BY rowid DESC LIMIT ?2) f
          JOIN contact n ON n.number = f.rowid
          WHERE n.authority_id = ?3
          ORDER BY n.day DESC, coalesce(n.minute, 0) DESC, n.id DESC LIMIT ?4
          """,
        arguments: [
          words.map { "\"\($0)\"*" }.joined(separator: " "), SQLiteStore.latestNotes,
          authority.blob, limit,
        ])
      return try entries(at: places, in: db).map { SearchHit($0, words: words) }
    }
  }
}
