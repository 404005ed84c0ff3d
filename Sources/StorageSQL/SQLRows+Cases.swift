package import Records
package import StorageCore

// Children with what is recorded about them.

extension SQLRows {
  package func children() throws -> [Identifier] {
    try connection.rows("SELECT id FROM child WHERE authority_id = ? ORDER BY id", [authority]) {
      try $0.identifier(0)
    }
  }

  package func child(ref: String) throws -> Identifier? {
    try connection.first(
      "SELECT id FROM child WHERE authority_id = ? AND ref = ?", [authority, ref]
    ) { try $0.identifier(0) }
  }

  package func contains(child: Identifier) throws -> Bool {
    try contains(child, in: "child")
  }

  /// Whether a table holds a row of an id.
  private func contains(_ id: Identifier, in table: String) throws -> Bool {
    let found = "SELECT 1 FROM \(table) WHERE authority_id = ? AND id = ? LIMIT 1"
    return try connection.number(found, [authority, id]) != nil
  }

  package func insert(_ child: Child) throws {
    try connection.execute(
      """
      INSERT INTO child (authority_id, \(ChildRow.columns.joined(separator: ", ")), search_text,
        sort_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        authority, child.id, child.ref, child.name, child.dateOfBirth, child.household,
        child.worker, child.address, child.searchText, child.sortKey,
      ])
  }

  package func update(_ child: Child, at moment: Instant) throws {
    let columns = ChildRow.columns.joined(separator: ", ")
    try connection.execute(
      """
      INSERT INTO child_before (authority_id, \(columns), until)
      SELECT authority_id, \(columns), ? FROM child WHERE authority_id = ? AND id = ?
      """, [moment, authority, child.id])
    try connection.execute(
      """
      UPDATE child SET name = ?, date_of_birth = ?, household = ?, worker = ?, address = ?,
        search_text = ?, sort_key = ?
      WHERE authority_id = ? AND id = ?
      """,
      [
        child.name, child.dateOfBirth, child.household, child.worker, child.address,
        child.searchText, child.sortKey, authority, child.id,
      ])
  }

  package func formerRows(of child: Identifier) throws -> [CaseRecord.FormerRow] {
    try connection.rows(
      """
      SELECT \(ChildRow.names), c.until FROM child_before c
      WHERE c.authority_id = ? AND c.id = ? ORDER BY c.number
      """, [authority, child]
    ) { row in
      CaseRecord.FormerRow(
        child: try ChildRow.child(row), until: try row.moment(ChildRow.count))
    }
  }

  /// Without the former rows, and by index: its cost does not grow with the store.
  package func loadedCase(of child: Identifier) throws -> LoadedCase? {
    guard let judged = try judgedChild(child) else { return nil }
    var evaluation = judged.evaluation
    evaluation?.flags = try openFlags(of: child)
    return LoadedCase(record: try record(of: judged.child), evaluation: evaluation)
  }

  func judgedChild(_ id: Identifier) throws -> JudgedChild? {
    try connection.first(JudgedChild.selection + " AND c.id = ?", [authority, id]) {
      try JudgedChild($0)
    }
  }

  /// What is recorded of a child, without the former rows.
  func record(of child: Child) throws -> CaseRecord {
    var record = CaseRecord(
      child: child, versions: try versions(of: child.id), facts: try facts(of: child.id))
    record.correctedTimes = try correctedTimes(of: child.id)
    return record
  }

  private func versions(of child: Identifier) throws -> [Contact] {
    try connection.rows(
      """
      SELECT \(ContactRow.names) FROM contact n
      WHERE n.authority_id = ? AND n.child_id = ? ORDER BY n.number
      """, [authority, child]
    ) { try ContactRow.contact($0) }
  }

  private func facts(of child: Identifier) throws -> [FactRecord] {
    try connection.rows(
      """
      SELECT \(FactRow.names) FROM fact WHERE authority_id = ? AND child_id = ? ORDER BY number
      """, [authority, child]
    ) { try FactRow.record($0) }
  }

  private func correctedTimes(of child: Identifier) throws -> [CorrectedTime] {
    try connection.rows(
      """
      SELECT record_id, version, at, day FROM known_since
      WHERE authority_id = ? AND child_id = ? ORDER BY record_id, version
      """, [authority, child]
    ) { row in
      CorrectedTime(
        record: try row.identifier(0), version: try row[1], at: try row.moment(2),
        day: try row.day(3))
    }
  }

  package func contains(contact: Identifier) throws -> Bool {
    try contains(contact, in: "contact")
  }

  package func insert(_ contact: Contact) throws {
    try connection.execute(ContactRow.insertion, ContactRow.values(of: contact, authority))
    try connection.indexWords(of: contact, authority: authority)
  }

  package func insert(_ fact: FactRecord) throws {
    try connection.execute(
      """
      INSERT INTO fact (authority_id, \(FactRow.names)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, [authority] + FactRow.values(of: fact))
  }
}
