package import Records
package import Storage

// What has no moment and is asked of the store itself.

extension StoreAsOf {
  package var actor: Actor { stored.actor }

  package var clock: @Sendable () -> Instant { stored.clock }

  package func people() throws(StoreError) -> [Person] { try stored.people() }

  package func add(_ person: Person) throws(StoreError) { try stored.add(person) }

  package func judgedAhead(of moment: Instant) throws(StoreError) -> CalendarDate? {
    try stored.judgedAhead(of: moment)
  }

  package func keptSince() throws(StoreError) -> CalendarDate? { try stored.keptSince() }

  package func rulebooks() throws(StoreError) -> [AdoptedRulebook] { try stored.rulebooks() }

  package func adopt(edition: String, text: String, at now: Instant) throws(StoreError) {
    try stored.adopt(edition: edition, text: text, at: now)
  }

  package func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError) {
    try stored.setSecret(of: account, from: old, to: new, at: now)
  }

  package func hasSecret(_ account: String) throws(StoreError) -> Bool {
    try stored.hasSecret(account)
  }

  package func opens(_ signer: Signer) throws(StoreError) -> Bool {
    try stored.opens(signer)
  }

  package func saveDraft(_ draft: Draft) throws(StoreError) {
    try stored.saveDraft(draft)
  }

  package func drafts() throws(StoreError) -> [UnfinishedForm] {
    try stored.drafts()
  }

  package func discard(_ draft: Draft.Key) throws(StoreError) { try stored.discard(draft) }

  package func interrupt() { stored.interrupt() }

  /// What another process writes is not recalled into a view, which is of one moment.
  package func watch(_ changed: @escaping @Sendable () -> Void) { stored.watch(changed) }

  package func remember(_ access: Access) { stored.remember(access) }

  package func writeAccesses() throws(StoreError) { try stored.writeAccesses() }

  package func audit(against anchors: [String]) throws(StoreError) -> AuditReport {
    try stored.audit(against: anchors)
  }

  package func checkpoint() throws(StoreError) -> String { try stored.checkpoint() }

  package func holds() throws(StoreError) -> [LegalHold] { try stored.holds() }

  package func hold(
    _ child: Identifier?, because reason: String, at now: Instant
  ) throws(StoreError) -> LegalHold {
    try stored.hold(child, because: reason, at: now)
  }

  package func lift(
    _ hold: Identifier, because reason: String, by signer: Signer, at now: Instant
  ) throws(StoreError) {
    try stored.lift(hold, because: reason, by: signer, at: now)
  }

  package func removals() throws(StoreError) -> [Removal] { try stored.removals() }

  package func propose(
    _ scope: Removal.Scope, of child: Identifier, on ground: Removal.Ground,
    because reason: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try stored.propose(scope, of: child, on: ground, because: reason, at: now)
  }

  package func refuse(
    _ removal: Identifier, because reason: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try stored.refuse(removal, because: reason, at: now)
  }

  package func approve(
    _ removal: Identifier, by signer: Signer, at now: Instant
  ) throws(StoreError) -> Removal {
    try stored.approve(removal, by: signer, at: now)
  }
}
