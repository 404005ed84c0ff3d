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
    var flags = isWhole ? try standingFlags() : [:]
    var lines: [CaseLine] = []
    lines.reserveCapacity(flags.count)
    try connection.forEach(
      "\(selectLines) \(condition) ORDER BY c.sort_key", [authority] + values
    ) { row in
      let line = try Line(row)
      let id = line.child.id
      let own = isWhole ? flags.removeValue(forKey: id) ?? [] : try standingFlags(id)
      lines.append(line.caseLine(own))
      return true
    }
    return lines
  }

  /// The lines of some children, in their order.
  /// - Throws: `unknownChild`.
  package func lines(of ids: [Identifier]) throws -> [CaseLine] {
    try ids.map { id in
      let line = try connection.first(selectLines + " AND c.id = ?", [authority, id]) {
        try Line($0)
      }
      guard let line else { throw StoreError.unknownChild }
      return line.caseLine(try standingFlags(id))
    }
  }

  private var selectLines: String {
    """
    SELECT \(ChildRow.names), \(EvaluationRow.names)
    FROM child c LEFT JOIN standing s ON s.authority_id = c.authority_id AND s.child_id = c.id
    WHERE c.authority_id = ?
    """
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

  private func standingFlags() throws -> [Identifier: [Flag]] {
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

  private func standingFlags(_ child: Identifier) throws -> [Flag] {
    try flags(of: child).filter { $0.cleared == nil }
  }

  package func childRow(ref: String) throws -> Child? {
    try connection.first(
      "SELECT \(ChildRow.names) FROM child c WHERE c.authority_id = ? AND c.ref = ?",
      [authority, ref]
    ) { try ChildRow.child($0) }
  }

  /// - Throws: `unknownChild`.
  package func caseFile(of child: Identifier) throws -> CaseFile {
    guard var loaded = try loadedCase(of: child) else { throw StoreError.unknownChild }
    loaded.record.formerRows = try formerRows(of: child)
    let known = loaded.record.child
    return CaseFile(
      record: loaded.record,
      summary: loaded.evaluation?.summary ?? CaseSummary(Chronology(child: known, contacts: [])),
      flags: try flags(of: child), answers: try answers(of: child),
      siblings: try siblings(of: known),
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

/// A row of a list of children.
private struct Line {
  let child: Child
  private let summary: CaseSummary?

  init(_ row: SQLRow) throws {
    child = try ChildRow.child(row)
    summary = try EvaluationRow.evaluation(row, at: ChildRow.count)?.summary
  }

  func caseLine(_ flags: [Flag]) -> CaseLine {
    CaseLine(
      child: child, summary: summary ?? CaseSummary(Chronology(child: child, contacts: [])),
      flags: flags)
  }
}
