package import Cells
package import Flags
package import Records

/// The whole interface as one value: the screens that lie on each other, and the drafts.
///
/// A key or a reply goes in, requests come out; what is shown is a function of it. It does
/// nothing itself.
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
  /// What was said so far, the latest last, to be read again.
  private(set) var messages: [Message] = [] {
    didSet { if messages.count > Workbench.mostMessages { messages.removeFirst() } }
  }
  /// The store has been working for longer than a key should wait.
  var isWaiting = false
  /// Cases that are still to be judged again, since time has passed.
  var unjudged = 0
  /// What stands over everything while nobody is there.
  var lock: LockScreen?
  /// Whether the person has a secret that opens the lock.
  var hasSecret = false
  /// Whether the store has a passphrase, without which it is closed while the screen is locked.
  let hasPassphrase: Bool
  /// Minutes without a key after which the screen locks; nil never.
  let lockMinutes: Int?
  /// Ctrl-C was pressed once.
  var asksToLeave = false
  var hasMouse = false
  /// What is typed and not saved, as the store has it.
  var drafts: [Draft.Key: UnfinishedForm] = [:]
  /// Forms whose save is on its way.
  var saving: Set<Draft.Key> = []
  /// Drafts that the store does not have yet.
  var pending: [Draft.Key: UnfinishedForm] = [:]
  /// The draft that the store was asked to save and has not answered for.
  var savingDraft: Draft.Key?
  var keysSinceDraft = 0
  /// How often in a row the store did not take a draft.
  var failures = 0
  /// The unfinished forms have not been offered yet.
  var isStarting = true
  /// A draft that is opened when its child's record has come.
  var resuming: Draft.Key?
  /// The facts of the contact that was saved last.
  var lastSaved: ContactFacts?
  /// Whether an editor of the person's own is allowed.
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

  /// The list of the team's flags, or of a worker's own children.
  static func firstScreen(of me: Person, isTeam: Bool) -> any Screen {
    if isTeam { FlaggedList() } else { ChildrenList(of: me) }
  }

  package func start() -> [Request] {
    [.store(.read(.unfinished)), .store(.lock(.askForSecret(account: me.account)))] + readTop()
  }

  /// Asks what the screen on top wants to know.
  func readTop() -> [Request] { top.requests.map { .store(.read($0)) } }

  /// Asks anew what every screen shows.
  func readAll() -> [Request] { screens.flatMap(\.requests).map { .store(.read($0)) } }

  package func draw(size: Size, now: Instant) -> Frame {
    if let lock { return lock.draw(size) }
    var situation = situation
    if size != self.size || now != self.now {
      situation = Situation(
        me: me, store: store, parameters: parameters, now: now, size: size, notice: said)
    }
    var frame = top.draw(situation)
    // On a screen of few rows a list has none left; its cursor stands on the last there is.
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

  /// What stands above the keys: what just happened, or that the store is at work.
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

  /// The form on top, where its typing is kept as a draft.
  var draftForm: (any DraftForm)? {
    get { top as? any DraftForm }
    set { if let newValue { top = newValue } }
  }
}
