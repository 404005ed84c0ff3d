package import Records
package import Storage
package import StorageCore
import Synchronization

/// A store that lives in memory and is gone with the program: the fictional caseload's, the one
/// that screens are tested on, and the one that shows an earlier day.
package final class MemoryStore: ScriptedStore {
  let contents: SharedContents
  package let actor: Actor
  package let judge: CaseJudge
  package let clock: @Sendable () -> Instant
  package let attempts = Attempts()
  private let committing: Committing

  /// Called as each transaction ends; nothing of it is kept when this throws.
  package typealias Committing = @Sendable () throws(StoreError) -> Void

  /// A store with nothing in it.
  ///
  /// `clock` is the machine's; `committing` refuses as a disk that is full does.
  package init(
    as actor: Actor = .current, judge: CaseJudge,
    clock: @escaping @Sendable () -> Instant = { Clock.now },
    committing: @escaping Committing = {}
  ) {
    contents = SharedContents()
    self.actor = actor
    self.judge = judge
    self.clock = clock
    self.committing = committing
  }

  /// Another person's handle of the same store.
  package init(sharing store: MemoryStore, as actor: Actor) {
    contents = store.contents
    self.actor = actor
    judge = store.judge
    clock = store.clock
    committing = store.committing
  }

  package func reading<Answer>(
    _ work: (MemoryRows) throws -> Answer
  ) throws(StoreError) -> Answer {
    try MemoryStore.mapping { try work(MemoryRows(contents.withLock { $0 })) }
  }

  package func writing<Answer>(
    keeping isKept: Bool, much: Bool, _ work: (MemoryRows) throws -> Answer
  ) throws(StoreError) -> Answer {
    try contents.change { contents throws(StoreError) in
      let rows = MemoryRows(contents)
      let answer = try MemoryStore.mapping { try work(rows) }
      guard isKept else { return answer }
      try committing()
      contents = rows.contents
      return answer
    }
  }

  /// Scripts over rows in memory throw nothing but refusals.
  private static func mapping<Answer>(
    _ work: () throws -> Answer
  ) throws(StoreError) -> Answer {
    do {
      return try work()
    } catch {
      throw error as? StoreError ?? .failed(code: 0)
    }
  }

  package func childrenChanged() {}

  package func approve(
    _ removal: Identifier, by signer: Signer, at now: Instant
  ) throws(StoreError) -> Removal {
    try approveRemoval(removal, by: signer, at: now)
  }
}
