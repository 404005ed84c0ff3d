import Foundation
import GRDB
import Records

/// Destroys what an approved removal names: its rows, what the index of words kept of them, and the
/// salts of their hashes.
///
/// The certificate comes first, since the triggers that keep a row ask for it; all in the
/// transaction of whoever runs it.
struct Removing {
  let removal: Removal
  let record: CaseRecord
  let authority: Identifier

  func run(
    approvedBy signature: Answer.Signature, in db: Database
  ) throws -> Removal.Certificate {
    let parts = removal.scope.parts(of: record)
    var certificate = Removal.Certificate(approved: signature)
    try note(parts, in: db)
    certificate.count(parts)
    if removal.scope == .child {
      try noteWholeChild(in: db)
      certificate.flags = try count("flag", in: db)
      certificate.answers = try count("answer", in: db)
    }
    let destroyed = try destroySalts(in: db)
    try RemovalRow.insert(
      certificate, of: removal, destroyed: destroyed, authority: authority, into: db)
    try NoteIndex.forget(try numbers("contact", in: db), in: db)
    for table in Removing.order {
      let key = AuditedTable.all.first { $0.kind == table }?.key ?? "rowid"
      try db.execute(
        sql: """
          DELETE FROM main.\(table) WHERE authority_id = ?
            AND \(key) IN (SELECT key FROM temp.removing WHERE kind = ?)
          """, arguments: [authority.blob, table])
      if table == "flag", removal.scope == .child {
        for table in ["standing", "known_since"] {
          try db.execute(
            sql: "DELETE FROM \(table) WHERE authority_id = ? AND child_id = ?",
            arguments: [authority.blob, removal.child.blob])
        }
      }
    }
    try db.execute(sql: "DROP TABLE temp.removing")
    return certificate
  }

  /// The tables from which rows go, each before those that its rows rest on.
  private static let order = [
    "signature", "answer", "flag", "fact", "contact", "child_before", "child",
  ]

  /// Notes the rows of contacts and facts, and removes drafts of them at once: nothing is logged of
  /// what was never saved.
  private func note(_ parts: Removal.Parts, in db: Database) throws {
    try db.execute(
      sql: "CREATE TEMP TABLE removing (kind TEXT, key, PRIMARY KEY (kind, key)) WITHOUT ROWID")
    for version in parts.versions {
      try db.execute(
        sql: """
          INSERT INTO temp.removing SELECT 'contact', rowid FROM main.contact
          WHERE authority_id = ? AND id = ? AND version = ?
          """, arguments: [authority.blob, version.id.blob, version.version])
      try db.execute(
        sql: "DELETE FROM draft WHERE authority_id = ? AND subject_id = ?",
        arguments: [authority.blob, version.id.blob])
    }
    for fact in parts.facts {
      try db.execute(
        sql: """
          INSERT INTO temp.removing SELECT 'fact', rowid FROM main.fact
          WHERE authority_id = ? AND id = ?
          """, arguments: [authority.blob, fact.id.blob])
    }
  }

  private func noteWholeChild(in db: Database) throws {
    let ofChild = [
      ("flag", "id", "child_id"), ("child_before", "rowid", "id"), ("child", "id", "id"),
    ]
    for (table, key, owner) in ofChild {
      try db.execute(
        sql: """
          INSERT INTO temp.removing SELECT '\(table)', \(key) FROM main.\(table)
          WHERE authority_id = ? AND \(owner) = ?
          """, arguments: [authority.blob, removal.child.blob])
    }
    let resting = [
      ("answer", "id", "flag_id", "flag"), ("signature", "answer_id", "answer_id", "answer"),
    ]
    for (table, key, base, kind) in resting {
      try db.execute(
        sql: """
          INSERT INTO temp.removing SELECT '\(table)', \(key) FROM main.\(table)
          WHERE authority_id = ? AND \(base) IN (SELECT key FROM temp.removing WHERE kind = ?)
          """, arguments: [authority.blob, kind])
    }
    try db.execute(
      sql: "DELETE FROM draft WHERE authority_id = ? AND child_id = ?",
      arguments: [authority.blob, removal.child.blob])
  }

  private func count(_ kind: String, in db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM temp.removing WHERE kind = ?", arguments: [kind]) ?? 0
  }

  private func numbers(_ kind: String, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT key FROM temp.removing WHERE kind = ? ORDER BY key", arguments: [kind])
  }

  /// Takes the salts of every hash of what goes, and gives their places as a certificate names them.
  private func destroySalts(in db: Database) throws -> String {
    let hashes = """
      FROM audit_record WHERE authority_id = ? AND salt IS NOT NULL AND EXISTS
        (SELECT 1 FROM temp.removing r WHERE r.kind = audit_record.kind AND r.key = audit_record.key)
      """
    let rows = try Row.fetchAll(
      db, sql: "SELECT sequence, ordinal \(hashes) ORDER BY sequence, ordinal",
      arguments: [authority.blob])
    for row in rows {
      try db.execute(
        sql: """
          UPDATE audit_record SET salt = NULL
          WHERE authority_id = ? AND sequence = ? AND ordinal = ?
          """, arguments: [authority.blob, row[0] as Int, row[1] as Int])
    }
    return rows.map { "\($0[0] as Int):\($0[1] as Int)" }.joined(separator: " ")
  }
}
