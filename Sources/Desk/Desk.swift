import ErrorSentences
package import Records
package import Screens
import Secrets
package import Storage
import Synchronization

/// Does what screens wish: asks the store on a thread of its own and brings back what came of it.
///
/// Wishes are carried out in the order in which they were made, so that what is read after a save
/// shows it. The thread that owns the screen never waits for the store.
package final class Desk: Sendable {
  let store: any CaseStore
  private let calendar: WorkingCalendar
  /// Lets go of the store while the screen is locked; nil where nothing needs to be.
  private let keeper: (any StoreKeeper)?
  let now: @Sendable () -> Instant
  /// Called on the store's thread when news has come.
  private let notify: @Sendable () -> Void
  let queue = WorkThread("store")
  /// Where what is to be done later waits for its time.
  let later = WorkThread("later")
  private let news = Mutex<[News]>([])

  let changes = Mutex(Changes(last: .now - .seconds(60)))
  /// The flagged list has been given once: its head alone is of use only before that.
  private let hasListed = Mutex(false)
  /// Cases are being judged again already, here.
  let isJudging = Mutex(false)
  /// What was read is about to be written into the audit log.
  let isRemembering = Mutex(false)
  /// The program is about to end: what can wait for the next start does.
  let isEnding = Mutex(false)
  /// Whether what is being done now is a reading that the person may stop.
  private let isStoppable = Mutex(false)

  /// How many rows of the log are read before the order of all is known.
  private static let logPage = 100

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

  /// Takes a wish for the store; gives back one that only the terminal can fulfil.
  package func take(_ wish: Wish) -> TerminalWish? {
    switch wish {
    case .quit: return .quit
    case .suspend: return .suspend
    case .repaint: return .repaint
    case .edit(let text): return .edit(text)
    case .copy(let text): return .copy(text)
    case .mouse(let isOn): return .mouse(isOn)
    case .interrupt:
      isStoppable.withLock { if $0 { store.interrupt() } }
      return nil
    default:
      queue.async { [self] in
        let isDone = sayWhenSlow()
        for heard in carryOut(wish) { post(heard) }
        isDone.set()
      }
      return nil
    }
  }

  /// The news that came since this was last asked.
  package func takeNews() -> [News] {
    news.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Waits until every wish so far is carried out: what is being saved is saved before a program
  /// ends.
  package func finish() {
    isEnding.withLock { $0 = true }
    queue.sync { [self] in
      // Nobody is left here to be told that it could not be written.
      try? store.writeAccesses()
    }
    isEnding.withLock { $0 = false }
  }

  func post(_ heard: News) {
    news.withLock { $0.append(heard) }
    notify()
  }

  /// Seconds after which it is said that the store is at work.
  private static let patience = 0.2

  private func sayWhenSlow() -> Signal {
    let isDone = Signal()
    later.async(after: Desk.patience) { [weak self] in
      if !isDone.isSet { self?.post(.slow) }
    }
    return isDone
  }

  /// What came of a wish; the flagged list is read before stale children are judged again, so that
  /// it is there at once.
  private func carryOut(_ wish: Wish) -> [News] {
    do throws(StoreError) {
      guard case .showFlagged = wish else {
        let answer = try answer(to: wish)
        if let access = wish.access { remember(access) }
        return [answer]
      }
      if hasListed.withLock({ !$0 }) { post(.flaggedToday(try store.cases(.flaggedToday))) }
      hasListed.withLock { $0 = true }
      post(.flagged(try store.cases(.flagged)))
      remember(.listed)
      let isJudging = isJudging.withLock { judging in
        defer { judging = true }
        return judging
      }
      return isJudging ? [] : try refreshed()
    } catch {
      return [Desk.news(of: error, about: wish)]
    }
  }

  private static func news(of error: StoreError, about wish: Wish) -> News {
    switch wish {
    case .keep(let draft): .unkept(draft.key, sentence(error))
    case .record(_, let draft), .amend(_, _, _, let draft), .note(_, _, let draft),
      .answer(_, _, _, let draft):
      .notSaved(draft, sentence(error))
    case .sign: .notSigned(sentence(error))
    case .showUnfinished: .unfinishedUnknown(sentence(error))
    case .indexLog(let query, _) where error == .cancelled: .stopped(query)
    default: .refused(sentence(error))
    }
  }

  private func answer(to wish: Wish) throws(StoreError) -> News {
    let now = now()
    switch wish {
    case .showFlagged: return .flagged(try store.cases(.flagged))
    case .findChildren(let words):
      return .found(try store.cases(.matching(words)), matching: words)
    case .openChild(let child):
      return .opened(try store.caseFile(of: child))
    case .findChild(let words):
      return .foundChild(try store.find(words, limit: SearchReading.most), matching: words)
    case .search(let words):
      return .hits(try store.search(words, limit: SearchReading.most), matching: words)
    case .showLog: return .newest(try store.log(after: nil, limit: Desk.logPage))
    case .indexLog(let query, let selected):
      let index = try stoppably { () throws(StoreError) in try store.logIndex(query) }
      return .logIndex(index, of: query, place: try selected.map(store.place))
    case .matchLog(let query): return .logMatches(try store.logIndex(query), of: query)
    case .readLog(let places, let block, let generation):
      return .logRows(try store.log(at: places), block: block, generation: generation)
    case .askForSecret(let account): return .hasSecret(try store.hasSecret(account))
    case .letGo:
      return .letGo(isWhole: try keeper?.letGo() ?? true)
    case .unlock(_, let secret) where keeper != nil:
      defer { secret?.erase() }
      return .unlocked(try keeper?.takeUp(secret ?? TypedSecret()) ?? false)
    case .unlock(let account, let secret):
      guard let secret else { return .unlocked(try !store.hasSecret(account)) }
      defer { secret.erase() }
      return .unlocked(try store.opens(.secret(account: account, secret: secret.text)))
    case .showAgencies:
      return .agencies(try store.agencies(on: now.londonDay))
    case .showLedger:
      return .ledger(try store.ledger(at: now, calendar: calendar))
    case .record(let contacts, let draft):
      let recorded = try store.record(contacts, finishing: draft, at: now)
      return .recorded(recorded, finishing: draft)
    case .amend(let contact, let facts, let reason, let draft):
      do {
        let amended = try store.amend(
          contact, to: facts, because: reason, finishing: draft, at: now)
        return .recorded([amended], finishing: draft)
      } catch {
        guard error == .changedElsewhere, let theirs = try latest(contact) else { throw error }
        return .conflict(theirs, finishing: draft)
      }
    case .note(let fact, let child, let draft):
      let noted = try store.note(
        fact, of: child, correcting: nil, finishing: draft, at: now)
      return .noted(noted, finishing: draft)
    case .keep(let draft):
      try store.saveDraft(draft)
      return .kept(draft)
    case .discard(let draft):
      try store.discard(draft)
      return .unfinished(try store.drafts())
    case .showUnfinished: return .unfinished(try store.drafts())
    case .sign(let flag, let answer, let account, let secret):
      return .signed(
        try store.sign(flag, answer: answer, by: .secret(account: account, secret: secret), at: now)
      )
    case .answer(let flag, let decision, let earlier, let draft):
      return .answered(
        try store.answer(
          flag, decision, replacing: earlier, finishing: draft, at: now))
    case .quit, .suspend, .repaint, .edit, .copy, .mouse, .interrupt:
      preconditionFailure("wishes of the terminal are given back and never queued")
    }
  }

  /// A contact as it was last amended.
  private func latest(_ contact: Contact) throws(StoreError) -> Contact? {
    try store.caseFile(of: contact.child).record.contacts().first { $0.id == contact.id }
  }

  private func stoppably<Answer>(
    _ work: () throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer {
    isStoppable.withLock { $0 = true }
    defer { isStoppable.withLock { $0 = false } }
    return try work()
  }

  static func sentence(_ error: StoreError) -> String {
    let words = error.words
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

/// What only the owner of the terminal can do.
package enum TerminalWish: Hashable, Sendable {
  case quit, suspend, repaint
  /// The person's own editor is to have a text.
  case edit(String)
  case copy(String)
  case mouse(Bool)
}
