import GRDB
package import Records
package import Storage
import Synchronization

extension SQLiteStore {
  package func find(_ words: String, limit: Int) throws(StoreError) -> Found {
    try reading { db in
      let index = try childIndex(in: db)
      let found = index.find(words, limit: limit)
      return Found(lines: try lines(of: found.ids, in: db), count: found.count)
    }
  }

  /// The index of all children; made anew when any child has changed since.
  private func childIndex(in db: Database) throws -> ChildIndex {
    let version = try childrenVersion(in: db)
    if let made = finder.withLock({ $0 }), made.version == version { return made.index }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, sort_key, search_text, date_of_birth FROM child
        WHERE authority_id = ? ORDER BY sort_key
        """, arguments: [authority.blob])
    var entries: [ChildIndex.Entry] = []
    while let row = try rows.next() {
      entries.append(
        ChildIndex.Entry(
          id: try row.identifier(0), sortKey: row[1], searchText: row[2],
          dateOfBirth: row.day(3)))
    }
    let index = ChildIndex(entries)
    finder.withLock { $0 = (version, index) }
    return index
  }

  /// Differs whenever a child was added or changed, here or by another process.
  private func childrenVersion(in db: Database) throws -> [Int] {
    let counts = try Row.fetchOne(
      db, sql: "SELECT (SELECT count(*) FROM child), (SELECT count(*) FROM child_before)")
    return [counts?[0] ?? 0, counts?[1] ?? 0]
  }

  /// The lines of some children, in their order.
  private func lines(of ids: [Identifier], in db: Database) throws -> [CaseLine] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ChildRow.columnNames), \(ChildRow.standingNames)
        FROM child c LEFT JOIN standing s ON s.authority_id = c.authority_id AND s.child_id = c.id
        WHERE c.authority_id = ? AND c.id = ?
        """)
    return try ids.map { id in
      guard let row = try Row.fetchOne(statement, arguments: [authority.blob, id.blob]) else {
        throw StoreError.unknownChild
      }
      let child = try ChildRow.child(row)
      let summary = try ChildRow.standing(row, at: ChildRow.count)?.summary
      return CaseLine(
        child: child, summary: summary ?? CaseSummary(Chronology(child: child, contacts: [])),
        flags: try flags(of: id, in: db).filter { $0.cleared == nil })
    }
  }

  package func interrupt() {
    queue.interrupt()
  }
}
