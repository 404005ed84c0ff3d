package import Cells
package import Flags
package import Records

/// The whole interface as one value: the stack of open screens, the drafts and the lock.
///
/// Keys and replies go in, requests come out, and what is drawn is a function of the value. It does no
/// input or output itself. Where to look: `Workbench+Keys` for keys, `+Replies` for replies, `+Steps` for
/// opening screens and forms, `+Forms` for saving them, `+Drafts` for drafts, `+Rest` for idle time and the
/// lock.
///
///     var workbench = Workbench(me: me, store: "demo", parameters: parameters, now: now)
///     var requests = workbench.start()
///     requests += workbench.handle(.character("l"), now: now, size: size)
///     let frame = workbench.draw(size: size, now: now)
package struct Workbench: Sendable {
  let me: Person
  private let store: String
  /// The thresholds in force in this store.
  let parameters: Parameters
  /// From the first screen to the one on top.
  var screens: [any Screen]
  /// What just happened, in a sentence.
  var notice: String? {
    didSet { if let notice { messages.append(Message(at: now, text: notice)) } }
  }
  /// The last hundred notices, the latest last, to be read again.
  private(set) var messages: [Message] = [] {
    didSet { if messages.count > Workbench.mostMessages { messages.removeFirst() } }
  }
  /// Whether the store has been working for longer than a key should wait.
  var isWaiting = false
  /// How many cases are still to be judged again, since time has passed.
  var unjudged = 0
  /// The lock shown over everything while nobody is at the keyboard; nil while unlocked.
  var lock: LockScreen?
  /// Whether the person has a secret that opens the lock.
  var hasSecret = false
  /// Whether the store has a passphrase; if so, it is closed while the screen is locked.
  let hasPassphrase: Bool
  /// Minutes without a key after which the screen locks; nil to never lock.
  let lockMinutes: Int?
  /// Whether Ctrl-C was pressed once, so that the next key decides.
  var asksToLeave = false
  var hasMouse = false
  /// The drafts that the store has.
  var drafts: [Draft.Key: UnfinishedForm] = [:]
  /// The forms that are being saved.
  var saving: Set<Draft.Key> = []
  /// Drafts that the store does not have yet.
  var pending: [Draft.Key: UnfinishedForm] = [:]
  /// The draft that the store is saving now.
  var savingDraft: Draft.Key?
  var keysSinceDraft = 0
  /// How many attempts in a row to save a draft have failed.
  var failures = 0
  /// Whether the unfinished forms have not been read and offered yet.
  var isStarting = true
  /// The draft to open once its child's record has been read.
  var resuming: Draft.Key?
  /// The facts of the contact that was saved last.
  var lastSaved: ContactFacts?
  /// Whether the person may use an editor of their own.
  let mayEdit: Bool
  var now: Instant
  var size = Size(rows: 24, columns: 80)

  private static let mostMessages = 100

  struct Message: Hashable, Sendable {
    let at: Instant
    let text: String
  }

  package init(
    me: Person, store: String, parameters: Parameters, now: Instant, mayEdit: Bool = false,
    lockMinutes: Int? = nil, hasPassphrase: Bool = false, isASCII: Bool = false,
    standIn: String? = nil
  ) {
    self.hasPassphrase = hasPassphrase
    self.lockMinutes = lockMinutes
    self.mayEdit = mayEdit
    self.me = me
    self.store = store
    self.parameters = parameters
    self.now = now
    if let standIn {
      notice = "This machine does not know TERM's terminal: drawn as \(standIn)."
    }
    if isASCII {
      notice = "Letters that this terminal can't show are drawn as ?; they are saved as typed."
    }
    screens = [Workbench.firstScreen(of: me, isTeam: me.role.leads)]
  }

  /// Returns the first screen: the team's flags, or a worker's own children.
  static func firstScreen(of me: Person, isTeam: Bool) -> any Screen {
    if isTeam { FlaggedList() } else { ChildrenList(of: me) }
  }

  package func start() -> [Request] {
    [.store(.read(.unfinished)), .store(.lock(.askForSecret(account: me.account)))] + readTop()
  }

  /// Returns the requests for what the screen on top shows.
  func readTop() -> [Request] { top.requests.map { .store(.read($0)) } }

  /// Returns the requests that read again what every open screen shows.
  func readAll() -> [Request] { screens.flatMap(\.requests).map { .store(.read($0)) } }

  package func draw(size: Size, now: Instant) -> Frame {
    if let lock { return lock.draw(size) }
    var situation = situation
    if size != self.size || now != self.now {
      situation = Situation(
        me: me, store: store, parameters: parameters, now: now, size: size, notice: said)
    }
    var frame = top.draw(situation)
    // A very small screen may have no room for a row: the cursor stays inside it.
    frame.cursor = frame.cursor.map {
      Position(row: min($0.row, size.rows - 1), column: min($0.column, size.columns - 1))
    }
    return frame
  }

  var calendar: WorkingCalendar { parameters.calendar }

  var situation: Situation {
    Situation(
      me: me, store: store, parameters: parameters, now: now, size: size, notice: said)
  }

  /// The line above the keys: the notice, or that the store is busy.
  private var said: String? {
    if let notice { return notice }
    if unjudged > 0 {
      return "Judging again, since time has passed: \(unjudged.grouped) children to go."
    }
    return isWaiting ? "The store is at work; keys are taken meanwhile." : nil
  }

  var top: any Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  /// The form on top, if its typing is saved as a draft.
  var draftForm: (any DraftForm)? {
    get { top as? any DraftForm }
    set { if let newValue { top = newValue } }
  }
}
