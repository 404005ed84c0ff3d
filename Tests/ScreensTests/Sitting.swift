import BundledResources
import Cells
import Desk
import Fiction
import Flags
import Records
import Storage
import StorageMemory
import Testing

@testable import Screens

/// Somebody at the fictional caseload: keys in, frames out, and the store answers before the next
/// key.
///
/// It is Monday 23 November 2026, ten in the morning.
struct Sitting {
  static let now = Instant(
    london: CalendarDate(dayNumber: 20_780), TimeOfDay(clamping: 10 * 60))
  /// The invented children, as whoever runs the tests uses them.
  static let caseload = FictionalCaseload(account: Account.current)

  let store: any CaseStore
  private var workbench: Workbench
  private let desk: Desk
  var size: Size
  private(set) var isOver = false

  /// The moment at which all of it happens.
  private let now: Instant

  /// Somebody sits down at a new caseload, or at a store that is there already.
  init(
    _ size: Size = Size(rows: 24, columns: 80), me: Person = Sitting.caseload.me,
    on store: (any CaseStore)? = nil, now: Instant = Sitting.now
  ) throws {
    self.now = now
    let held = try store ?? Sitting.caseload.store(at: Sitting.now)
    let isTheirs = held.actor.account == me.account
    let shared = isTheirs ? nil : held as? MemoryStore
    self.store = shared.map { MemoryStore(sharing: $0, as: Actor(account: me.account)) } ?? held
    desk = Desk(store: self.store, now: { now }, notify: {})
    workbench = Workbench(
      me: me, store: "fictional caseload",
      parameters: Parameters(calendar: BundledResources.workingCalendar), now: now,
      lockMinutes: 5)
    self.size = size
    send(workbench.start())
    settle()
  }

  /// A colleague's handle of the same store.
  func store(as account: String) throws -> any CaseStore {
    MemoryStore(sharing: try #require(store as? MemoryStore), as: Actor(account: account))
  }

  var frame: Frame { workbench.draw(size: size, now: now) }
  var text: String { frame.text }

  /// The row that the cursor stands on.
  var row: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let cursor = frame.cursor, lines.indices.contains(cursor.row) else { return "" }
    return String(lines[cursor.row])
  }

  /// Presses keys one after the other; the store answers after each.
  mutating func press(_ keys: Key...) {
    for key in keys {
      hurry(key)
      settle()
    }
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Goes to a row of the visit form on top as somebody would, by Tab and Shift-Tab.
  mutating func go(to row: VisitField, sourceLocation: SourceLocation = #_sourceLocation) {
    while let form = workbench.top as? VisitForm, let key = form.key(to: row) {
      let before = form.form.focusedName
      press(key)
      if (workbench.top as? VisitForm)?.form.focusedName == before { break }
    }
    let form = workbench.top as? VisitForm
    #expect(form?.form.focusedName == row, sourceLocation: sourceLocation)
  }

  /// Goes to a row of the visit form on top and types there.
  mutating func fill(
    _ row: VisitField, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    go(to: row, sourceLocation: sourceLocation)
    type(text)
  }

  mutating func paste(_ text: String) {
    press(.paste(text))
  }

  /// Presses a key and does not wait for the store.
  mutating func hurry(_ key: Key) {
    send(workbench.handle(key, now: now, size: size))
  }

  /// Takes what the store said until it has nothing more to say.
  mutating func settle() {
    while true {
      desk.finish()
      let replies = desk.takeReplies()
      if replies.isEmpty { return }
      for reply in replies { send(workbench.handle(reply, now: now)) }
    }
  }

  /// What was sent to the terminal's clipboard.
  private(set) var copied: [String] = []

  /// Whether a pause in typing would have something done.
  var hasPatience: Bool { workbench.patience.map { $0 < .seconds(60) } ?? false }

  /// Lets a pause go by.
  mutating func rest(for idle: Duration = .milliseconds(700)) {
    if workbench.patience.map({ $0 <= idle }) ?? false {
      send(workbench.rest(now: now, idle: idle))
    }
    settle()
  }

  /// Presses a key after a pause in which nothing was told of it, as after the machine has slept.
  mutating func press(_ key: Key, after idle: Duration) {
    if let requests = workbench.lockIfLate(now: now, idle: idle) {
      send(requests)
      return settle()
    }
    press(key)
  }

  /// Hears what another process's change would have told.
  mutating func hear(_ reply: Reply) {
    send(workbench.handle(reply, now: now))
    settle()
  }

  /// Finds a child by words and opens them.
  mutating func open(_ words: String) {
    press(.character("c"), .paste(words), .enter)
  }

  private mutating func send(_ requests: [Request]) {
    for request in requests {
      switch request {
      case .store(let request): desk.handle(request)
      case .stopReading: desk.stopReading()
      case .terminal(.quit): isOver = true
      case .terminal(.copy(let text)): copied.append(text)
      case .terminal: break
      }
    }
  }
}
