package import Records
package import Secrets
package import Storage

// People and their secrets, drafts, rulebooks.

extension SQLRows {
  package func people() throws -> [Person] {
    try connection.rows(selectPeople + " ORDER BY id", [authority]) { try person($0) }
  }

  package func person(of account: String) throws -> Person? {
    try connection.first(selectPeople + " AND account = ?", [authority, account]) {
      try person($0)
    }
  }

  private var selectPeople: String {
    """
    SELECT id, name, role, sector, agency_name, account FROM person WHERE authority_id = ?
    """
  }

  private func person(_ row: SQLRow) throws -> Person {
    Person(
      id: try row.identifier(0), name: try row[1], role: Role(try row[2]),
      agency: Agency(try row.word(3), name: try row[4]), account: try row[5])
  }

  package func insert(_ person: Person) throws {
    try connection.execute(
      """
      INSERT INTO person (authority_id, id, name, role, sector, agency_name, account)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        authority, person.id, person.name, person.role, person.agency.sector, person.agency.name,
        person.account,
      ])
  }

  package func secret(of person: Identifier) throws -> SealedSecret? {
    try connection.first(
      """
      SELECT line FROM secret WHERE authority_id = ? AND person_id = ? ORDER BY number DESC LIMIT 1
      """, [authority, person]
    ) { SealedSecret(line: try $0[0]) }
  }

  package func insert(
    _ secret: SealedSecret, of person: Identifier, at moment: Instant
  ) throws {
    try connection.execute(
      "INSERT INTO secret (authority_id, person_id, set_at, line) VALUES (?, ?, ?, ?)",
      [authority, person, moment, secret.line])
  }

  package func save(_ draft: Draft, of account: String) throws {
    try connection.execute(DraftRow.saving, try DraftRow.values(of: draft, account, authority))
  }

  package func remove(_ draft: OwnDraft) throws {
    try connection.execute(
      """
      DELETE FROM draft WHERE authority_id = ? AND account = ? AND form = ? AND subject_id = ?
      """, [authority, draft.account, draft.key.form, draft.key.subject])
  }

  package func drafts(of account: String) throws -> [UnfinishedForm] {
    try connection.rows(DraftRow.unfinished, [authority, account]) {
      try DraftRow.unfinished($0)
    }
  }

  package func rulebooks() throws -> [AdoptedRulebook] {
    try connection.rows(
      """
      SELECT edition, content, adopted_by, adopted_at FROM rulebook
      WHERE authority_id = ? ORDER BY number
      """, [authority]
    ) { row in
      AdoptedRulebook(
        edition: try row[0], text: try row[1], by: try row[2], at: try row.moment(3))
    }
  }

  /// How many rulebooks were ever adopted.
  package func rulebookCount() throws -> Int {
    try connection.number("SELECT count(*) FROM rulebook WHERE authority_id = ?", [authority])
      ?? 0
  }

  package func insert(_ rulebook: AdoptedRulebook) throws {
    try connection.execute(
      """
      INSERT INTO rulebook (authority_id, adopted_at, adopted_by, edition, content)
      VALUES (?, ?, ?, ?, ?)
      """, [authority, rulebook.at, rulebook.by, rulebook.edition, rulebook.text])
  }
}
