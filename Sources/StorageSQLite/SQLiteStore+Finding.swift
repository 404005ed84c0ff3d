import GRDB
package import Records
package import Storage
import StorageSQL
import Synchronization

extension SQLiteStore {
  package func find(_ words: String, limit: Int) throws(StoreError) -> FoundChildren {
    try asking { db in
      let index = try childIndex(in: db)
      let found = index.find(words, limit: limit)
      return FoundChildren(
        lines: try rows(SQLiteConnection(db: db)).lines(of: found.ids), count: found.count)
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

  /// An index, and the state of the store when it was made.
  struct Finder {
    let seen: Int?
    let counts: [Int]
    let index: ChildIndex
  }

  private func newChildIndex(in db: Database) throws -> ChildIndex {
    let room = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), sum(length(CAST(sort_key AS BLOB)) + length(CAST(search_text AS BLOB))) FROM child
        WHERE authority_id = ?
        """, arguments: [authority.blob])
    var index = ChildIndex(roomFor: room?[0] ?? 0, textBytes: room?[1] ?? 0)
    try SQLiteConnection(db: db).forEach(
      """
      SELECT id, sort_key, search_text, date_of_birth FROM child
      WHERE authority_id = ? ORDER BY sort_key
      """, [authority]
    ) { row in
      index.append(
        ChildIndex.Entry(
          id: try row.identifier(0), sortKey: try row[1], searchText: try row[2],
          dateOfBirth: try row.dayIfAny(3)))
      return true
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

  package func interrupt() {
    try? queue.interrupt()
  }
}
