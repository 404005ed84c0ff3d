import Foundation
import GRDB
package import Records
package import Storage
import StorageCore

extension SQLiteStore {
  package func cases(_ query: CaseQuery) throws(StoreError) -> [CaseLine] {
    try asking { db in
      let (condition, arguments) = condition(for: query)
      let children = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(ChildRow.columnNames), \(ChildRow.standingNames)
          FROM child c LEFT JOIN standing s
            ON s.authority_id = c.authority_id AND s.child_id = c.id
          WHERE c.authority_id = ? \(condition) ORDER BY c.sort_key
          """, arguments: [authority.blob] + arguments)
      // For a list that may be all children every flag is read at once, before them, so that the
      // list is held only once; else those of one child after the other.
      let isWhole = query == .flagged || query == .matching("")
      var flags = isWhole ? try standingFlags(in: db) : [:]
      var lines: [CaseLine] = []
      lines.reserveCapacity(flags.count)
      while let row = try children.next() {
        let child = try ChildRow.child(row)
        let summary = try ChildRow.standing(row, at: ChildRow.count)?.summary
        lines.append(
          CaseLine(
            child: child,
            summary: summary ?? CaseSummary(Chronology(child: child, contacts: [])),
            flags: isWhole
              ? flags.removeValue(forKey: child.id) ?? []
              : try SQLiteRows(db: db, authority: authority).flags(of: child.id).filter {
                $0.cleared == nil
              }))
      }
      return lines
    }
  }

  private func condition(for query: CaseQuery) -> (sql: String, StatementArguments) {
    guard case .matching(let text) = query else {
      let band = query == .flaggedToday ? " AND band = 'A'" : ""
      let sql = """
        AND c.id IN (SELECT child_id FROM flag INDEXED BY flag_standing
          WHERE authority_id = c.authority_id AND cleared_on IS NULL\(band))
        """
      return (sql, [])
    }
    // SQLite takes no pattern of 50,000 bytes; nothing that is searched has words so long.
    let words = folded(text).split(separator: " ").map { $0.prefix(1000) }
    if words.isEmpty { return ("", []) }
    let likes = words.map { _ in "c.search_text LIKE ?" }.joined(separator: " AND ")
    // Folded words are letters and digits: nothing in them means anything to LIKE or to FTS5.
    let phrase = words.map { "\"\($0)\"*" }.joined(separator: " ")
    let sql = """
      AND (\(likes) OR c.id IN (SELECT n.child_id FROM note CROSS JOIN contact n ON n.rowid = note.rowid
        WHERE note MATCH ? AND n.authority_id = ?))
      """
    return (sql, StatementArguments(words.map { "% \($0)%" }) + [phrase, authority.blob])
  }

  private func standingFlags(in db: Database) throws -> [Identifier: [Flag]] {
    var flags: [Identifier: [Flag]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: FlagRow.selection + " WHERE f.authority_id = ? AND f.cleared_on IS NULL",
      arguments: [authority.blob])
    while let row = try rows.next() {
      let flag = try FlagRow.flag(row)
      flags[flag.child, default: []].append(flag)
    }
    return flags
  }

  package func child(ref: String) throws(StoreError) -> Child? {
    try asking { db in
      try Row.fetchOne(
        db,
        sql: "SELECT \(ChildRow.columnNames) FROM child c WHERE c.authority_id = ? AND c.ref = ?",
        arguments: [authority.blob, ref]
      ).map { try ChildRow.child($0) }
    }
  }

  package func caseFile(of child: Identifier) throws(StoreError) -> CaseFile {
    try reading { rows in
      guard var loaded = try rows.loadedCase(of: child) else { throw StoreError.unknownChild }
      let db = rows.db
      loaded.record.formerRows = try rows.formerRows(of: child)
      let summary =
        loaded.standing?.summary
        ?? CaseSummary(
          Chronology(child: loaded.record.child, contacts: []))
      return CaseFile(
        record: loaded.record, summary: summary, flags: try rows.flags(of: child),
        answers: try answers(of: child, in: db),
        siblings: try siblings(of: loaded.record.child, in: db),
        tombstones: try RemovalRow.removals(authority, of: child, in: db).compactMap(Tombstone.init)
      )
    }
  }

  private func answers(of child: Identifier, in db: Database) throws -> [Answer] {
    let statement = try db.cachedStatement(sql: FlagRow.answersOfChild)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(rows.map { try FlagRow.flag($0) }).compactMap(\.answer)
  }

  private func siblings(of child: Child, in db: Database) throws -> [Child] {
    guard let household = child.household else { return [] }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ChildRow.columnNames) FROM child c INDEXED BY child_by_household
        WHERE c.authority_id = ? AND c.household = ? AND c.id <> ?
        """, arguments: [authority.blob, household, child.id.blob])
    return try Array(rows.map { try ChildRow.child($0) }).sorted { $0.sortKey < $1.sortKey }
  }

  package func flags(includingCleared: Bool) throws(StoreError) -> [FlagEntry] {
    let entries = try asking { db in
      var children: [Identifier: Child] = [:]
      let flagged = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(ChildRow.columnNames) FROM child c WHERE c.authority_id = ?
            AND c.id IN (SELECT child_id FROM flag WHERE authority_id = c.authority_id)
          """, arguments: [authority.blob])
      while let row = try flagged.next() {
        let child = try ChildRow.child(row)
        children[child.id] = child
      }
      let rows = try Row.fetchCursor(
        db,
        sql: FlagRow.selection + " WHERE f.authority_id = ?"
          + (includingCleared ? "" : " AND f.cleared_on IS NULL"), arguments: [authority.blob])
      return try Array(
        rows.map { row in
          let flag = try FlagRow.flag(row)
          guard let child = children[flag.child] else { throw StoreError.damaged }
          return FlagEntry(flag: flag, child: child)
        })
    }
    return entries.sorted { Flag.byUrgency($0.flag, $1.flag) }
  }

  /// Since when flags are kept as they were for another edition of the reader; nil where none are.
  package func keptSince() throws(StoreError) -> CalendarDate? {
    try asking { db in
      try Int.fetchOne(
        db,
        sql:
          "SELECT min(kept_since) FROM standing WHERE authority_id = ? AND kept_since IS NOT NULL",
        arguments: [authority.blob]
      ).map { CalendarDate(dayNumber: $0) }
    }
  }

  /// The last day for which any case was judged, where that had not come at a moment: under a clock that
  /// was ahead, or because the clock is behind now.
  package func judgedAhead(of moment: Instant) throws(StoreError) -> CalendarDate? {
    try asking { db in
      try Int.fetchOne(
        db,
        sql: "SELECT max(evaluated_on) FROM standing WHERE authority_id = ? AND evaluated_on > ?",
        arguments: [authority.blob, moment.londonDay.dayNumber]
      ).map { CalendarDate(dayNumber: $0) }
    }
  }
}
