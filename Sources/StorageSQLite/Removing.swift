import Records
import StorageSQL

/// Destroys what an approved removal names: its rows, what the index of words kept of them, and the
/// salts of their hashes.
///
/// The certificate comes first, since the triggers that keep a row ask for it; all in the
/// transaction of whoever runs it.
struct Removing {
  let removal: Removal
  let record: CaseRecord
  let authority: Identifier
  let connection: SQLiteConnection

  func run(approvedBy signature: Answer.Signature) throws -> Removal.Certificate {
    let parts = removal.scope.parts(of: record)
    var certificate = Removal.Certificate(approved: signature)
    try note(parts)
    certificate.count(parts)
    if removal.scope == .child {
      try noteWholeChild()
      certificate.flags = try count("flag")
      certificate.answers = try count("answer")
    }
    let destroyed = try destroySalts()
    try connection.execute(
      RemovalRow.approving,
      RemovalRow.values(of: certificate, removal, destroyed: destroyed, authority))
    try NoteIndex.forget(try numbers("contact"), in: connection.db)
    for table in Removing.order { try delete(table) }
    try connection.execute("DROP TABLE temp.removing", [])
    return certificate
  }

  /// The tables from which rows go, each before those that its rows rest on.
  private static let order = [
    "signature", "answer", "flag", "fact", "contact", "child_before", "child",
  ]

  private func delete(_ table: String) throws {
    let key = AuditedTable.all.first { $0.kind == table }?.key ?? "number"
    try connection.execute(
      """
      DELETE FROM main.\(table) WHERE authority_id = ?
        AND \(key) IN (SELECT key FROM temp.removing WHERE kind = ?)
      """, [authority, table])
    guard table == "flag", removal.scope == .child else { return }
    for table in ["standing", "known_since"] {
      try connection.execute(
        "DELETE FROM \(table) WHERE authority_id = ? AND child_id = ?",
        [authority, removal.child])
    }
  }

  /// Notes the rows of contacts and facts, and removes drafts of them at once: nothing is logged of
  /// what was never saved.
  private func note(_ parts: Removal.Parts) throws {
    try connection.execute(
      "CREATE TEMP TABLE removing (kind TEXT, key, PRIMARY KEY (kind, key)) WITHOUT ROWID", [])
    for version in parts.versions {
      try connection.execute(
        """
        INSERT INTO temp.removing SELECT 'contact', number FROM main.contact
        WHERE authority_id = ? AND id = ? AND version = ?
        """, [authority, version.id, version.version])
      try connection.execute(
        "DELETE FROM draft WHERE authority_id = ? AND subject_id = ?", [authority, version.id])
    }
    for fact in parts.facts {
      try connection.execute(
        """
        INSERT INTO temp.removing SELECT 'fact', number FROM main.fact
        WHERE authority_id = ? AND id = ?
        """, [authority, fact.id])
    }
  }

  private func noteWholeChild() throws {
    let ofChild = [
      ("flag", "id", "child_id"), ("child_before", "number", "id"), ("child", "id", "id"),
    ]
    for (table, key, owner) in ofChild {
      try connection.execute(
        """
        INSERT INTO temp.removing SELECT '\(table)', \(key) FROM main.\(table)
        WHERE authority_id = ? AND \(owner) = ?
        """, [authority, removal.child])
    }
    let resting = [
      ("answer", "id", "flag_id", "flag"), ("signature", "answer_id", "answer_id", "answer"),
    ]
    for (table, key, base, kind) in resting {
      try connection.execute(
        """
        INSERT INTO temp.removing SELECT '\(table)', \(key) FROM main.\(table)
        WHERE authority_id = ? AND \(base) IN (SELECT key FROM temp.removing WHERE kind = ?)
        """, [authority, kind])
    }
    try connection.execute(
      "DELETE FROM draft WHERE authority_id = ? AND child_id = ?", [authority, removal.child])
  }

  private func count(_ kind: String) throws -> Int {
    try connection.number("SELECT count(*) FROM temp.removing WHERE kind = ?", [kind]) ?? 0
  }

  private func numbers(_ kind: String) throws -> [Int] {
    try connection.rows(
      "SELECT key FROM temp.removing WHERE kind = ? ORDER BY key", [kind]
    ) { try $0[0] }
  }

  /// Takes the salts of every hash of what goes, and gives their places as a certificate names them.
  private func destroySalts() throws -> String {
    let places = try connection.rows(
      """
      SELECT sequence, ordinal FROM audit_record WHERE authority_id = ? AND salt IS NOT NULL
        AND EXISTS (SELECT 1 FROM temp.removing r
          WHERE r.kind = audit_record.kind AND r.key = audit_record.key)
      ORDER BY sequence, ordinal
      """, [authority]
    ) { (try $0[0] as Int, try $0[1] as Int) }
    for (sequence, ordinal) in places {
      try connection.execute(
        """
        UPDATE audit_record SET salt = NULL
        WHERE authority_id = ? AND sequence = ? AND ordinal = ?
        """, [authority, sequence, ordinal])
    }
    return places.map { "\($0):\($1)" }.joined(separator: " ")
  }
}
