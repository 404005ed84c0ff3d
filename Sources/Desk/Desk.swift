import ErrorSentences
package import Records
package import Screens
package import Storage
import Synchronization

/// Carries out the requests of the screens on a thread of its own, and collects the store's replies.
///
/// Requests are carried out in the order in which they were made, so that what is read after a save shows
/// it. The thread that owns the screen waits for the store only in `finish`.
///
///     desk.handle(.read(.child(id)))  // returns at once; `notify` is called when a reply has come
///     for reply in desk.takeReplies() { requests += workbench.handle(reply, now: now) }
///     desk.finish()  // before the program ends
package final class Desk: Sendable {
  let store: any CaseStore
  let calendar: WorkingCalendar
  /// Closes the store while the screen is locked; nil where it stays open.
  let keeper: (any StoreKeeper)?
  let now: @Sendable () -> Instant
  /// Called on some other thread when a reply has come.
  private let notify: @Sendable () -> Void
  let queue = WorkThread("store")
  /// Runs work that is due later.
  let later = WorkThread("later")
  private let replies = Mutex<[Reply]>([])

  let changes = Mutex(Changes(last: .now - .seconds(60)))
  /// Whether the flagged list has been read once: its top alone is of use only before that.
  let hasListed = Mutex(false)
  /// Whether this desk is judging cases again already.
  let isJudging = Mutex(false)
  /// Whether accesses are about to be written into the audit log.
  let isRemembering = Mutex(false)
  /// Whether the program is about to end, so that what can wait for the next start does.
  let isEnding = Mutex(false)
  /// Whether the present request is a read that the person may stop.
  let isStoppable = Mutex(false)

  package init(
    store: any CaseStore, calendar: WorkingCalendar = WorkingCalendar(),
    keeper: (any StoreKeeper)? = nil, now: @escaping @Sendable () -> Instant,
    notify: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.calendar = calendar
    self.keeper = keeper
    self.now = now
    self.notify = notify
    store.watch { [weak self] in self?.hearChange() }
  }

  /// Carries out a request after all that were made before.
  package func handle(_ request: StoreRequest) {
    queue.async { [self] in
      let isDone = sayWhenSlow()
      for reply in replies(to: request) { post(reply) }
      isDone.set()
    }
  }

  /// Stops the present request, if it is a read that may be stopped.
  package func stopReading() {
    isStoppable.withLock { if $0 { store.interrupt() } }
  }

  /// Returns the replies that came since this was last called.
  package func takeReplies() -> [Reply] {
    replies.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Waits until every request so far has been carried out, so that a save is complete before the program ends.
  package func finish() {
    isEnding.withLock { $0 = true }
    queue.sync { [self] in
      // Nobody is left here to be told that it could not be written.
      try? store.writeAccesses()
    }
    isEnding.withLock { $0 = false }
  }

  func post(_ reply: Reply) {
    replies.withLock { $0.append(reply) }
    notify()
  }

  /// Seconds after which a request is reported as slow.
  private static let patience = 0.2

  private func sayWhenSlow() -> Signal {
    let isDone = Signal()
    later.async(after: Desk.patience) { [weak self] in
      if !isDone.isSet { self?.post(.status(.slow)) }
    }
    return isDone
  }

  private func replies(to request: StoreRequest) -> [Reply] {
    do throws(StoreError) {
      return try carryOut(request)
    } catch {
      return [Desk.refusal(of: request, error)]
    }
  }

  private func carryOut(_ request: StoreRequest) throws(StoreError) -> [Reply] {
    switch request {
    case .read(.flagged): return try listFlagged()
    case .read(let request): return [.read(try read(request))]
    case .save(let request, let draft):
      return [.form(try save(request, finishing: draft))]
    case .sign(let flag, let answer, let account, let secret):
      let signer = Signer.secret(account: account, secret: secret)
      return [.form(.signed(try store.sign(flag, answer: answer, by: signer, at: now())))]
    case .saveDraft(let draft):
      try store.saveDraft(draft)
      return [.draft(.saved(draft))]
    case .discardDraft(let draft):
      try store.discard(draft)
      return [.read(try read(.unfinished))]
    case .lock(let request): return [.lock(try reply(to: request))]
    }
  }

  private static func refusal(of request: StoreRequest, _ error: StoreError) -> Reply {
    let sentence = sentence(error)
    return switch request {
    case .save(_, let draft): .form(.notSaved(draft, sentence))
    case .sign: .form(.notSigned(sentence))
    case .saveDraft(let draft): .draft(.notSaved(draft.key, sentence))
    case .read(.unfinished): .draft(.unknown(sentence))
    case .read(.log(.index(let query, _))) where error == .cancelled:
      .read(.log(.stopped(query)))
    case .read, .discardDraft, .lock: .status(.refused(sentence))
    }
  }

  static func sentence(_ error: StoreError) -> String {
    let words = error.words
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
