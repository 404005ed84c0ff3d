import GRDB
package import Records
package import StorageCore

// Children with what is recorded about them.

extension SQLiteRows {
  package func children() throws -> [Identifier] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id FROM child WHERE authority_id = ? ORDER BY id",
      arguments: [authority.blob])
    return try Array(rows.map { try $0.identifier(0) })
  }

  package func child(ref: String) throws -> Identifier? {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM child WHERE authority_id = ? AND ref = ?")
    return try Row.fetchOne(statement, arguments: [authority.blob, ref])?.identifier(0)
  }

  package func contains(child: Identifier) throws -> Bool {
    try contains(child, in: "child")
  }

  /// Whether a table holds a row of an id.
  private func contains(_ id: Identifier, in table: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE authority_id = ? AND id = ?)",
      arguments: [authority.blob, id.blob]) == true
  }

  package func insert(_ child: Child) throws {
    try ChildRow.insert(child, authority: authority, into: db)
  }

  package func update(_ child: Child, at moment: Instant) throws {
    try ChildRow.update(child, at: moment, authority: authority, in: db)
  }

  package func formerRows(of child: Identifier) throws -> [CaseRecord.FormerRow] {
    try ChildRow.formerRows(of: child, authority: authority, in: db)
  }

  /// Without the former rows, and by index: its cost does not grow with the store.
  package func loadedCase(of child: Identifier) throws -> LoadedCase? {
    let row = try db.cachedStatement(
      sql: """
        SELECT \(ChildRow.columnNames), \(ChildRow.standingNames)
        FROM child c LEFT JOIN standing s ON s.authority_id = c.authority_id AND s.child_id = c.id
        WHERE c.authority_id = ? AND c.id = ?
        """)
    guard let found = try Row.fetchOne(row, arguments: [authority.blob, child.blob]) else {
      return nil
    }
    var standing = try ChildRow.standing(found, at: ChildRow.count)
    standing?.flags = try flags(of: child).filter { $0.cleared == nil }
    var record = CaseRecord(
      child: try ChildRow.child(found), versions: try versions(of: child),
      facts: try FactRow.facts(of: child, authority: authority, in: db))
    record.knownSince = try KnownSinceRow.all(of: child, authority: authority, in: db)
    return LoadedCase(record: record, standing: standing)
  }

  private func versions(of child: Identifier) throws -> [Contact] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ContactRow.columnNames) FROM contact
        WHERE authority_id = ? AND child_id = ? ORDER BY rowid
        """)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(rows.map { try ContactRow.contact($0) })
  }

  package func contains(contact: Identifier) throws -> Bool {
    try contains(contact, in: "contact")
  }

  package func insert(_ contact: Contact) throws {
    try ContactRow.insert(contact, authority: authority, into: db)
  }

  package func insert(_ fact: FactRecord) throws {
    try FactRow.insert(fact, authority: authority, into: db)
  }
}
