package import Records
package import Storage
import StorageCore

// Lists of children and of flags, and everything about one child.

extension SQLRows {
  package func cases(_ query: CaseQuery) throws -> [CaseLine] {
    let (condition, values) = condition(for: query)
    // For a list that may be all children every flag is read at once, before them, so that the
    // list is held only once; else those of one child after the other.
    let isWhole = query == .flagged || query == .matching("")
    var flags = isWhole ? try openFlags() : [:]
    var lines: [CaseLine] = []
    lines.reserveCapacity(flags.count)
    try connection.forEach(
      "\(JudgedChild.selection) \(condition) ORDER BY c.sort_key", [authority] + values
    ) { row in
      let judged = try JudgedChild(row)
      let id = judged.child.id
      let own = isWhole ? flags.removeValue(forKey: id) ?? [] : try openFlags(of: id)
      lines.append(CaseLine(child: judged.child, summary: judged.summary, flags: own))
      return true
    }
    return lines
  }

  /// The lines of some children, in their order.
  /// - Throws: `unknownChild`.
  package func lines(of ids: [Identifier]) throws -> [CaseLine] {
    try ids.map { id in
      guard let judged = try judgedChild(id) else { throw StoreError.unknownChild }
      return CaseLine(
        child: judged.child, summary: judged.summary, flags: try openFlags(of: id))
    }
  }

  private func condition(for query: CaseQuery) -> (sql: String, values: [any SQLConvertible]) {
    guard case .matching(let text) = query else {
      let band = query == .flaggedToday ? " AND f.band = 'A'" : ""
      let sql = """
        AND EXISTS (SELECT 1 FROM flag f \(connection.using("flag_standing"))
          WHERE f.authority_id = c.authority_id AND f.child_id = c.id
            AND f.cleared_on IS NULL\(band))
        """
      return (sql, [])
    }
    // SQLite takes no pattern of 50,000 bytes; nothing that is searched has words so long.
    let words = folded(text).split(separator: " ").map { String($0.prefix(1000)) }
    if words.isEmpty { return ("", []) }
    // Folded words are letters and digits: nothing in them means anything to LIKE.
    let likes = words.map { _ in "c.search_text LIKE ?" }.joined(separator: " AND ")
    let sql = "AND (\(likes) OR c.id IN (\(connection.childrenHolding(place: "?"))))"
    let values: [any SQLConvertible] = words.map { "% \($0)%" }
    return (sql, values + [connection.pattern(words), authority])
  }

  private func openFlags() throws -> [Identifier: [Flag]] {
    var flags: [Identifier: [Flag]] = [:]
    try connection.forEach(
      FlagRow.selection() + " WHERE f.authority_id = ? AND f.cleared_on IS NULL", [authority]
    ) { row in
      let flag = try FlagRow.flag(row)
      flags[flag.child, default: []].append(flag)
      return true
    }
    return flags
  }

  package func childRow(ref: String) throws -> Child? {
    try connection.first(
      "SELECT \(ChildRow.names) FROM child c WHERE c.authority_id = ? AND c.ref = ?",
      [authority, ref]
    ) { try ChildRow.child($0) }
  }

  /// - Throws: `unknownChild`.
  package func caseFile(of child: Identifier) throws -> CaseFile {
    guard let judged = try judgedChild(child) else { throw StoreError.unknownChild }
    var record = try record(of: judged.child)
    record.formerRows = try formerRows(of: child)
    return CaseFile(
      record: record, summary: judged.summary, flags: try flags(of: child),
      answers: try answers(of: child), siblings: try siblings(of: judged.child),
      tombstones: try removals(of: child).compactMap(Tombstone.init))
  }

  private func answers(of child: Identifier) throws -> [Answer] {
    try connection.rows(
      FlagRow.answersOfChild(connection.using("flag_by_child")), [authority, child]
    ) { try FlagRow.flag($0) }.compactMap(\.answer)
  }

  private func siblings(of child: Child) throws -> [Child] {
    guard let household = child.household else { return [] }
    return try connection.rows(
      """
      SELECT \(ChildRow.names) FROM child c \(connection.using("child_by_household"))
      WHERE c.authority_id = ? AND c.household = ? AND c.id <> ?
      """, [authority, household, child.id]
    ) { try ChildRow.child($0) }.sorted { $0.sortKey < $1.sortKey }
  }

  package func flags(includingCleared: Bool) throws -> [FlagEntry] {
    var children: [Identifier: Child] = [:]
    try connection.forEach(
      """
      SELECT \(ChildRow.names) FROM child c WHERE c.authority_id = ? AND EXISTS
        (SELECT 1 FROM flag f WHERE f.authority_id = c.authority_id AND f.child_id = c.id)
      """, [authority]
    ) { row in
      let child = try ChildRow.child(row)
      children[child.id] = child
      return true
    }
    let condition = includingCleared ? "" : " AND f.cleared_on IS NULL"
    let entries = try connection.rows(
      FlagRow.selection() + " WHERE f.authority_id = ?" + condition, [authority]
    ) { row in
      let flag = try FlagRow.flag(row)
      guard let child = children[flag.child] else { throw StoreError.damaged }
      return FlagEntry(flag: flag, child: child)
    }
    return entries.sorted { Flag.byUrgency($0.flag, $1.flag) }
  }
}
