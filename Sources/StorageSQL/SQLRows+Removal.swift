package import Records

// Holds, removals, and what those destroy.

extension SQLRows {
  package func legalHolds() throws -> [LegalHold] {
    try connection.rows(RemovalRow.holds, [authority]) { try RemovalRow.hold($0) }
  }

  package func insert(_ hold: LegalHold) throws {
    try connection.execute(
      """
      INSERT INTO legal_hold (authority_id, id, child_id, because, set_by, set_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [authority, hold.id, hold.child, hold.because, hold.setBy, hold.setAt])
  }

  package func insert(_ lifting: LegalHold.Lifting, of hold: Identifier) throws {
    try connection.execute(
      """
      INSERT INTO hold_lifted (authority_id, hold_id, because, lifted_by, lifted_at)
      VALUES (?, ?, ?, ?, ?)
      """, [authority, hold, lifting.because, lifting.by, lifting.at])
  }

  package func removals() throws -> [Removal] {
    try connection.rows(RemovalRow.selection + " ORDER BY r.id", [authority]) {
      try RemovalRow.removal($0)
    }
  }

  /// What was ever proposed for removal of one child.
  func removals(of child: Identifier) throws -> [Removal] {
    try connection.rows(
      RemovalRow.selection + " AND r.child_id = ? ORDER BY r.id", [authority, child]
    ) { try RemovalRow.removal($0) }
  }

  package func insert(_ removal: Removal) throws {
    try connection.execute(RemovalRow.proposing, RemovalRow.values(of: removal, authority))
  }

  package func insert(_ refusal: Removal.Refusal, of removal: Removal) throws {
    try connection.execute(
      RemovalRow.refusing, RemovalRow.values(of: refusal, removal, authority))
  }

  package func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature
  ) throws -> Removal.Certificate {
    try connection.destroy(removal, of: record, approvedBy: signature, authority: authority)
  }
}
