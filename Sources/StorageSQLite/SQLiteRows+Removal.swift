import GRDB
package import Records

// Holds, removals, and what those destroy.

extension SQLiteRows {
  package func legalHolds() throws -> [LegalHold] {
    try RemovalRow.holds(authority, in: db)
  }

  package func insert(_ hold: LegalHold) throws {
    try db.execute(
      sql: """
        INSERT INTO legal_hold (authority_id, id, child_id, because, set_by, set_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, hold.id.blob, hold.child?.blob, hold.because, hold.setBy,
        hold.setAt.seconds,
      ])
  }

  package func insert(_ lifting: LegalHold.Lifting, of hold: Identifier) throws {
    try db.execute(
      sql: """
        INSERT INTO hold_lifted (authority_id, hold_id, because, lifted_by, lifted_at)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, hold.blob, lifting.because, lifting.by, lifting.at.seconds,
      ])
  }

  package func removals() throws -> [Removal] {
    try RemovalRow.removals(authority, in: db)
  }

  package func insert(_ removal: Removal) throws {
    try RemovalRow.insert(removal, authority: authority, into: db)
  }

  package func insert(_ refusal: Removal.Refusal, of removal: Removal) throws {
    try RemovalRow.insert(refusal, of: removal, authority: authority, into: db)
  }

  /// Leaves word that the file is to be written anew: traces of what was deleted may lie in it.
  package func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature
  ) throws -> Removal.Certificate {
    let removing = Removing(removal: removal, record: record, authority: authority)
    let certificate = try removing.run(approvedBy: signature, in: db)
    try NoteIndex.settle(in: db)
    try db.execute(
      sql: "INSERT OR IGNORE INTO traces_left (authority_id) VALUES (?)",
      arguments: [authority.blob])
    return certificate
  }
}
