import Dispatch
package import Records
package import Screens
package import Storage
import Synchronization

/// Does what screens wish: asks the store on a thread of its own and brings back what came of it.
///
/// Wishes are carried out in the order in which they were made, so that what is read after a save
/// shows it. The thread that owns the screen never waits for the store.
package final class Desk: Sendable {
  private let store: any CaseStore
  private let author: String
  /// The account whose drafts are kept and given.
  private let account: String
  private let calendar: WorkingCalendar
  private let now: @Sendable () -> Instant
  /// Called on the store's thread when news has come.
  private let notify: @Sendable () -> Void
  private let queue = DispatchQueue(label: "store", qos: .userInteractive)
  private let news = Mutex<[News]>([])

  /// How many rows of the log one page holds.
  private static let logPage = 200

  package init(
    store: any CaseStore, me: Person, calendar: WorkingCalendar = WorkingCalendar(),
    now: @escaping @Sendable () -> Instant,
    notify: @escaping @Sendable () -> Void
  ) {
    self.store = store
    author = me.name
    account = me.account
    self.calendar = calendar
    self.now = now
    self.notify = notify
  }

  /// Takes a wish for the store; gives back one that only the terminal can fulfil.
  package func take(_ wish: Wish) -> TerminalWish? {
    switch wish {
    case .quit: return .quit
    case .suspend: return .suspend
    case .repaint: return .repaint
    case .edit(let text): return .edit(text)
    default:
      queue.async { [self] in
        let heard = carryOut(wish)
        news.withLock { $0.append(heard) }
        notify()
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
    queue.sync {}
  }

  private func carryOut(_ wish: Wish) -> News {
    do throws(StoreError) {
      return try answer(to: wish)
    } catch {
      if case .keep(let draft) = wish { return .unkept(draft.key, Desk.sentence(error)) }
      return .refused(Desk.sentence(error))
    }
  }

  private func answer(to wish: Wish) throws(StoreError) -> News {
    let now = now()
    switch wish {
    case .showFlagged:
      _ = try store.refresh(to: now)
      return .flagged(try store.cases(.flagged))
    case .findChildren(let words):
      return .found(try store.cases(.matching(words)), matching: words)
    case .openChild(let child):
      return .opened(try store.caseFile(of: child))
    case .showLog(let after):
      let page = try store.log(after: after, limit: Desk.logPage)
      return .log(page, after: after, isLast: page.count < Desk.logPage)
    case .showAgencies:
      return .agencies(try store.agencies(on: now.londonDay))
    case .showLedger:
      return .ledger(try store.ledger(at: now, calendar: calendar))
    case .record(let contacts, let draft):
      return .recorded(
        try store.record(contacts, finishing: own(draft), by: author, at: now))
    case .amend(let contact, let facts, let reason, let draft):
      return .recorded([
        try store.amend(
          contact, to: facts, because: reason, finishing: own(draft), by: author, at: now)
      ])
    case .note(let fact, let child, let draft):
      return .noted(
        try store.note(
          fact, of: child, correcting: nil, finishing: own(draft), by: author, at: now))
    case .keep(let draft):
      try store.keep(draft, of: account)
      return .kept(draft)
    case .discard(let draft):
      try store.discard(own(draft))
      return .unfinished(try store.drafts(of: account))
    case .showUnfinished: return .unfinished(try store.drafts(of: account))
    case .sign(let flag, let answer, let account, let secret):
      return .signed(
        try store.sign(flag, answer: answer, by: account, secret: secret, at: now))
    case .answer(let flag, let decision, let draft):
      return .answered(
        try store.answer(flag, decision, finishing: own(draft), by: author, at: now))
    case .quit, .suspend, .repaint, .edit:
      preconditionFailure("wishes of the terminal are given back and never queued")
    }
  }

  private func own(_ draft: Draft.Key) -> OwnDraft { OwnDraft(draft, of: account) }

  private static func sentence(_ error: StoreError) -> String {
    let words = error.words
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

/// What only the owner of the terminal can do.
package enum TerminalWish: Hashable, Sendable {
  case quit, suspend, repaint
  /// The person's own editor is to have a text.
  case edit(String)
}
