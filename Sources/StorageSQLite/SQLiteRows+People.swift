import GRDB
package import Records
package import Secrets
package import Storage

// People and their secrets, drafts, rulebooks.

extension SQLiteRows {
  package func people() throws -> [Person] {
    let rows = try Row.fetchCursor(
      db, sql: SQLiteRows.selectPeople + " ORDER BY id", arguments: [authority.blob])
    return try Array(rows.map { try SQLiteRows.person($0) })
  }

  package func person(of account: String) throws -> Person? {
    let statement = try db.cachedStatement(sql: SQLiteRows.selectPeople + " AND account = ?")
    return try Row.fetchOne(statement, arguments: [authority.blob, account])
      .map(SQLiteRows.person)
  }

  private static let selectPeople = """
    SELECT id, name, role, sector, agency_name, account FROM person WHERE authority_id = ?
    """

  private static func person(_ row: Row) throws -> Person {
    Person(
      id: try row.identifier(0), name: row[1], role: Role(row[2]),
      agency: Agency(try row.requiredWord(3), name: row[4]), account: row[5])
  }

  package func insert(_ person: Person) throws {
    try db.execute(
      sql: """
        INSERT INTO person (authority_id, id, name, role, sector, agency_name, account)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, person.id.blob, person.name, person.role.title,
        person.agency.sector.rawValue, person.agency.name, person.account,
      ])
  }

  package func secret(of person: Identifier) throws -> SealedSecret? {
    try String.fetchOne(
      db,
      sql: """
        SELECT line FROM secret WHERE authority_id = ? AND person_id = ? ORDER BY rowid DESC LIMIT 1
        """, arguments: [authority.blob, person.blob]
    ).map { SealedSecret(line: $0) }
  }

  package func insert(
    _ secret: SealedSecret, of person: Identifier, at moment: Instant
  ) throws {
    try db.execute(
      sql: "INSERT INTO secret (authority_id, person_id, set_at, line) VALUES (?, ?, ?, ?)",
      arguments: [authority.blob, person.blob, moment.seconds, secret.line])
  }

  package func save(_ draft: Draft, of account: String) throws {
    try DraftRow.save(draft, of: account, authority: authority, in: db)
  }

  package func remove(_ draft: OwnDraft) throws {
    try DraftRow.remove(draft, authority: authority, from: db)
  }

  package func drafts(of account: String) throws -> [UnfinishedForm] {
    try DraftRow.unfinished(of: account, authority: authority, in: db)
  }

  package func rulebooks() throws -> [AdoptedRulebook] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT edition, content, adopted_by, adopted_at FROM rulebook
        WHERE authority_id = ? ORDER BY rowid
        """, arguments: [authority.blob])
    return try Array(
      rows.map { AdoptedRulebook(edition: $0[0], text: $0[1], by: $0[2], at: $0.moment(3)) })
  }

  package func insert(_ rulebook: AdoptedRulebook) throws {
    try db.execute(
      sql: """
        INSERT INTO rulebook (authority_id, adopted_at, adopted_by, edition, content)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, rulebook.at.seconds, rulebook.by, rulebook.edition, rulebook.text,
      ])
  }
}
