import GRDB
import Records

/// How it stands in its table since when records that bear a time to come are known.
enum KnownSinceRow {
  /// Cases judged for a day to come, and since when what was recorded under such a clock is known.
  static let tables = """
    CREATE INDEX standing_by_evaluation ON standing (authority_id, evaluated_on);
    CREATE TABLE known_since (
      authority_id BLOB NOT NULL, child_id BLOB NOT NULL, record_id BLOB NOT NULL,
      version INTEGER NOT NULL, at INTEGER NOT NULL, day INTEGER NOT NULL,
      PRIMARY KEY (authority_id, child_id, record_id, version),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    """

  static func all(
    of child: Identifier, authority: Identifier, in db: Database
  ) throws -> [KnownSince] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT record_id, version, at, day FROM known_since
        WHERE authority_id = ? AND child_id = ? ORDER BY record_id, version
        """)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(
      rows.map { row in
        guard let day = row.day(3) else { throw Unreadable(column: 3) }
        return KnownSince(
          record: try row.identifier(0), version: row[1], at: row.moment(2), day: day)
      })
  }

  static func insert(
    _ since: KnownSince, of child: Identifier, authority: Identifier, into db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO known_since VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        authority.blob, child.blob, since.record.blob, since.version, since.at.seconds,
        since.day.dayNumber,
      ])
  }
}
