import GRDB

/// Whether a store's tables, indexes and guards are as Heed makes them.
///
/// Whoever owns a file can take away the triggers that keep a row; what they then do to the rows the
/// audit log shows, and this shows that they are gone.
enum SchemaCheck {
  /// Whether nothing is missing, added or altered.
  static func holds(in db: Database) throws -> Bool {
    try parts(of: db) == expected.get()
  }

  /// Those of a store that was just made; made once, since making one takes many milliseconds.
  private static let expected = Result<Set<[String?]>, any Error> {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    return try queue.read(parts)
  }

  /// Each part's kind, name, table and definition, but for the inner tables of the index of words, which
  /// are SQLite's own.
  private static func parts(of db: Database) throws -> Set<[String?]> {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT type, name, tbl_name, sql FROM sqlite_master
        WHERE name NOT LIKE 'note\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        """)
    return Set(rows.map { row in (0..<4).map { row[$0] as String? } })
  }
}
