package import Records

/// Destroying records: one person proposes, another approves.
package protocol RemovalStore {
  /// Every hold ever set, in the order of setting.
  func holds() throws(StoreError) -> [LegalHold]

  /// Holds a child's record, or every record for nil, against removal.
  /// - Throws: `unknownChild`.
  func hold(
    _ child: Identifier?, because reason: String, at now: Instant
  ) throws(StoreError) -> LegalHold

  /// Lifts a hold; it remains listed as lifted. The signer is a team manager or above, and has proposed no removal
  /// that the hold blocks.
  /// - Throws: `unknownPerson`; `impossibleRemoval(.unknownHold)` when no such hold is in force, or why
  ///   they may not.
  func lift(
    _ hold: Identifier, because reason: String, by signer: Signer, at now: Instant
  ) throws(StoreError)

  /// Everything ever proposed for removal, with the certificates of what was done, in order.
  func removals() throws(StoreError) -> [Removal]

  /// Proposes to destroy part of a child's record; nothing is destroyed yet.
  /// - Throws: `unknownChild`, `unknownContact`, `unknownPerson`; `impossibleRemoval`.
  func propose(
    _ scope: Removal.Scope, of child: Identifier, on ground: Removal.Ground,
    because reason: String, at now: Instant
  ) throws(StoreError) -> Removal

  /// Sees to it that what was proposed is never approved; it stays on record, and can be proposed anew.
  /// - Throws: `unknownPerson`, `impossibleRemoval`.
  func refuse(
    _ removal: Identifier, because reason: String, at now: Instant
  ) throws(StoreError) -> Removal

  /// Destroys what another proposed, with the secret of who approves it, and gives the certificate
  /// with it. What is destroyed can't be made again by anybody; hashes of it stay, without salts.
  /// - Throws: `unknownPerson`, `impossibleRemoval`.
  func approve(
    _ removal: Identifier, by signer: Signer, at now: Instant
  ) throws(StoreError) -> Removal
}
