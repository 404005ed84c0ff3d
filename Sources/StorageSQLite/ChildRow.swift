import GRDB
import Records

/// How a child, and the figures of their case, stand in their tables.
enum ChildRow {
  static let columnNames = "c.id, c.ref, c.name, c.date_of_birth, c.household, c.worker, c.address"
  static let count = 7

  /// The columns of a standing, in the order in which `summary` reads them.
  static let standingNames = """
    s.evaluated_on, s.holds_through, s.plan, s.contacts, s.last_contact, s.last_seen, \
    s.contacts_since, s.agencies_since, s.escalation_day, s.escalation_level, s.concerns_since, \
    s.changes_at, s.reader, s.kept_since
    """

  /// Reads a child from a row whose columns stand at `start`.
  static func child(_ row: Row, at start: Int = 0) throws -> Child {
    Child(
      id: try row.identifier(start), ref: row[start + 1], name: row[start + 2],
      dateOfBirth: row.day(start + 3), household: row[start + 4], worker: row[start + 5],
      address: row[start + 6])
  }

  /// Reads the standing whose columns stand at `start`, without its flags; nil when there is none.
  static func standing(_ row: Row, at start: Int) throws -> Standing? {
    guard let evaluatedOn = row.day(start) else { return nil }
    let rung: Rung? = try row.word(start + 9)
    let held = row.day(start + 8).flatMap { day in
      rung.map { CaseSummary.HeldRung(date: day, rung: $0) }
    }
    let summary = CaseSummary(
      status: try row.word(start + 2), contacts: row[start + 3], lastContact: row.day(start + 4),
      lastSeen: row.day(start + 5), contactsSinceEscalation: row[start + 6],
      agenciesSinceEscalation: row[start + 7], concernsSinceEscalation: row[start + 10],
      lastEscalation: held)
    return Standing(
      flags: [], evaluatedOn: evaluatedOn, holdsThrough: row.day(start + 1),
      changesAt: row.hasNull(atIndex: start + 11) ? nil : row.moment(start + 11), summary: summary,
      readerEdition: row[start + 12], keptSince: row.day(start + 13))
  }

  /// By which edition of the reader a case was judged, 0 by none; and since when its flags are kept for that.
  static let reader = """
    ALTER TABLE standing ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE standing ADD COLUMN kept_since INTEGER;
    CREATE INDEX standing_by_reader ON standing (authority_id, reader);
    CREATE INDEX standing_kept ON standing (authority_id, kept_since) WHERE kept_since IS NOT NULL;
    """

  static func insert(_ child: Child, authority: Identifier, into db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO child (authority_id, id, ref, name, date_of_birth, household, worker, address,
          search_text, sort_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      authority.blob, child.id.blob, child.ref, child.name, child.dateOfBirth?.dayNumber,
      child.household, child.worker, child.address, child.searchText, child.sortKey,
    ])
  }

  /// Writes the sort key of every child: their order is known only in Swift.
  static func fillSortKeys(in db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT \(columnNames), c.authority_id FROM child c")
    for row in rows {
      let child = try child(row)
      try db.execute(
        sql: "UPDATE child SET sort_key = ? WHERE authority_id = ? AND id = ?",
        arguments: [child.sortKey, try row.identifier(count).blob, child.id.blob])
    }
  }

  /// How a child's row stood before each change.
  static func formerRows(
    of child: Identifier, authority: Identifier, in db: Database
  ) throws -> [CaseRecord.FormerRow] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columnNames), c.until FROM child_before c
        WHERE c.authority_id = ? AND c.id = ? ORDER BY c.rowid
        """)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(
      rows.map { CaseRecord.FormerRow(child: try self.child($0), until: $0.moment(count)) })
  }

  /// Changes a child's row; how it stood before is kept with the moment of the change.
  static func update(
    _ child: Child, at now: Instant, authority: Identifier, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO child_before (authority_id, id, ref, name, date_of_birth, household, worker,
          address, until)
        SELECT authority_id, id, ref, name, date_of_birth, household, worker, address, ? FROM child
        WHERE authority_id = ? AND id = ?
        """, arguments: [now.seconds, authority.blob, child.id.blob])
    let statement = try db.cachedStatement(
      sql: """
        UPDATE child SET name = ?, date_of_birth = ?, household = ?, worker = ?, address = ?,
          search_text = ?, sort_key = ?
        WHERE authority_id = ? AND id = ?
        """)
    try statement.execute(arguments: [
      child.name, child.dateOfBirth?.dayNumber, child.household, child.worker, child.address,
      child.searchText, child.sortKey, authority.blob, child.id.blob,
    ])
  }

  static func save(
    _ standing: Standing, of child: Identifier, authority: Identifier, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO standing (authority_id, child_id, evaluated_on, holds_through, plan,
          contacts, last_contact, last_seen, contacts_since, agencies_since, escalation_day,
          escalation_level, concerns_since, changes_at, reader, kept_since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let summary = standing.summary
    try statement.execute(arguments: [
      authority.blob, child.blob, standing.evaluatedOn.dayNumber, standing.holdsThrough?.dayNumber,
      summary.status?.rawValue, summary.contacts, summary.lastContact?.dayNumber,
      summary.lastSeen?.dayNumber, summary.contactsSinceEscalation,
      summary.agenciesSinceEscalation, summary.lastEscalation?.date.dayNumber,
      summary.lastEscalation?.rung.rawValue, summary.concernsSinceEscalation,
      standing.changesAt?.seconds, standing.readerEdition, standing.keptSince?.dayNumber,
    ])
  }
}
