import GRDB
package import Records
package import StorageCore

// How cases were judged: standings, flags and their answers.

extension SQLiteRows {
  package func flag(_ flag: Identifier) throws -> Flag? {
    try Row.fetchOne(
      db, sql: FlagRow.selection + " WHERE f.authority_id = ? AND f.id = ?",
      arguments: [authority.blob, flag.blob]
    ).map(FlagRow.flag)
  }

  package func flags(of child: Identifier) throws -> [Flag] {
    let statement = try db.cachedStatement(sql: FlagRow.selectionOfChild)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(rows.map { try FlagRow.flag($0) })
  }

  package func save(_ flag: Flag) throws {
    try FlagRow.save(flag, authority: authority, in: db)
  }

  package func save(_ standing: Standing, of child: Identifier) throws {
    try ChildRow.save(standing, of: child, authority: authority, in: db)
  }

  package func insert(_ since: KnownSince, of child: Identifier) throws {
    try KnownSinceRow.insert(since, of: child, authority: authority, into: db)
  }

  package func insert(_ answer: Answer) throws {
    try FlagRow.insert(answer, authority: authority, into: db)
  }

  package func insert(_ signature: Answer.Signature, of answer: Identifier) throws {
    try db.execute(
      sql: """
        INSERT INTO signature (authority_id, answer_id, person_id, name, role, signed_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, answer.blob, signature.person.blob, signature.name, signature.role.title,
        signature.at.seconds,
      ])
  }

  package func dueCases(
    _ due: DueCases, limit: Int
  ) throws -> (children: [Identifier], count: Int) {
    let cases = """
      (SELECT child_id FROM standing INDEXED BY standing_by_expiry
        WHERE authority_id = ?1 AND holds_through < ?2
       UNION SELECT child_id FROM standing INDEXED BY standing_by_moment
        WHERE authority_id = ?1 AND changes_at < ?3
       UNION SELECT child_id FROM standing INDEXED BY standing_by_evaluation
        WHERE authority_id = ?1 AND evaluated_on > ?5
          AND (changes_at IS NULL OR changes_at > ?6)
       UNION SELECT child_id FROM standing INDEXED BY standing_by_reader
        WHERE authority_id = ?1 AND reader < ?7
       UNION SELECT child_id FROM standing INDEXED BY standing_by_reader
        WHERE authority_id = ?1 AND reader > ?7)
      """
    let today = due.present.londonDay
    let arguments: StatementArguments = [
      authority.blob, due.moment.londonDay.dayNumber, due.moment.seconds, limit, today.dayNumber,
      Instant(endOf: today).seconds, due.readerEdition,
    ]
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM " + cases, arguments: arguments)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT child_id FROM \(cases) LIMIT ?4", arguments: arguments)
    return (try Array(rows.map { try $0.identifier(0) }), count ?? 0)
  }
}
