import GRDB
package import Records
package import Storage
import Synchronization

extension SQLiteStore {
  package func find(_ words: String, limit: Int) throws(StoreError) -> Found {
    try asking { db in
      let index = try childIndex(in: db)
      let found = index.find(words, limit: limit)
      return Found(lines: try lines(of: found.ids, in: db), count: found.count)
    }
  }

  /// The index of all children; made anew when any child was added or changed since.
  private func childIndex(in db: Database) throws -> ChildIndex {
    let seen = try Int.fetchOne(db, sql: "PRAGMA data_version")
    let made = finder.withLock { $0 }
    if let made, made.seen == seen { return made.index }
    // Another process has written something: mostly contacts, which change no child.
    let counts = try childCounts(in: db)
    let index: ChildIndex
    if let made, made.counts == counts {
      index = made.index
    } else {
      index = try newChildIndex(in: db)
    }
    finder.withLock { $0 = Finder(seen: seen, counts: counts, index: index) }
    return index
  }

  /// An index, and how the store stood when it was made.
  struct Finder {
    let seen: Int?
    let counts: [Int]
    let index: ChildIndex
  }

  private func newChildIndex(in db: Database) throws -> ChildIndex {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, sort_key, search_text, date_of_birth FROM child
        WHERE authority_id = ? ORDER BY sort_key
        """, arguments: [authority.blob])
    let room = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), sum(length(CAST(sort_key AS BLOB)) + length(CAST(search_text AS BLOB))) FROM child
        WHERE authority_id = ?
        """, arguments: [authority.blob])
    var index = ChildIndex(roomFor: room?[0] ?? 0, textBytes: room?[1] ?? 0)
    while let row = try rows.next() {
      index.append(
        ChildIndex.Entry(
          id: try row.identifier(0), sortKey: row[1], searchText: row[2],
          dateOfBirth: row.day(3)))
    }
    return index
  }

  /// Differs whenever a child was added, changed or destroyed.
  private func childCounts(in db: Database) throws -> [Int] {
    let counts = try Row.fetchOne(
      db,
      sql:
        "SELECT (SELECT count(*) FROM child), (SELECT count(*) FROM child_before), (SELECT count(*) FROM removal_approval)"
    )
    return [counts?[0] ?? 0, counts?[1] ?? 0, counts?[2] ?? 0]
  }

  /// A child is about to be added or changed by this process.
  package func childrenChanged() {
    finder.withLock { $0 = nil }
  }

  /// The lines of some children, in their order.
  private func lines(of ids: [Identifier], in db: Database) throws -> [CaseLine] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ChildRow.columnNames), \(ChildRow.standingNames)
        FROM child c LEFT JOIN standing s ON s.authority_id = c.authority_id AND s.child_id = c.id
        WHERE c.authority_id = ? AND c.id = ?
        """)
    let rows = SQLiteRows(db: db, authority: authority)
    return try ids.map { id in
      guard let row = try Row.fetchOne(statement, arguments: [authority.blob, id.blob]) else {
        throw StoreError.unknownChild
      }
      let child = try ChildRow.child(row)
      let summary = try ChildRow.standing(row, at: ChildRow.count)?.summary
      return CaseLine(
        child: child, summary: summary ?? CaseSummary(Chronology(child: child, contacts: [])),
        flags: try rows.flags(of: id).filter { $0.cleared == nil })
    }
  }

  package func interrupt() {
    try? queue.interrupt()
  }
}
