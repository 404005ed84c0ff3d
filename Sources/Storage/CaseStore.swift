package import Records

/// A store of children's cases: all that may be asked of one, by concern.
///
/// | In order to | see |
/// | --- | --- |
/// | ask of children, lists, the log and notes | `CaseReading` |
/// | save, answer, sign, import, judge again | `CaseWriting` |
/// | save drafts of what is typed | `DraftStore` |
/// | remember who read, and check that all is whole | `AuditedStore` |
/// | destroy records, by two people | `RemovalStore` |
/// | be told of changes, close and reopen | `StoreLife` |
///
/// Each engine answers in its own best way; the contract suite says what the right answer is. A
/// store is made with an `Evaluate` and calls it inside the transaction that changes a case, so that
/// a contact and the flags it raises are saved together or not at all. Calls block: the interface
/// makes them on a thread of their own.
package protocol CaseStore: AnyObject, Sendable, CaseReading, CaseWriting, DraftStore,
  AuditedStore, RemovalStore, StoreLife
{
  /// Who asks: what is recorded, drafted, proposed and logged is theirs.
  var actor: Actor { get }

  /// The store's clock, whatever moment a command was given.
  var clock: @Sendable () -> Instant { get }
}

extension CaseStore {
  /// The person of the actor's account; nil when the store does not know them.
  package func me() throws(StoreError) -> Person? {
    let account = actor.account
    return try people().first { $0.account == account }
  }
}
