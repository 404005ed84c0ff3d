import CProcess
import Cells
import Desk
import Flags
import Records
import Screens
import Storage
import Terminal

/// The loop between a terminal and the desk: events in, one frame out.
struct TerminalInterface {
  let store: any CaseStore
  let me: Person
  let description: String
  let options: StoreOptions
  let keeper: VaultKeeper?
  let parameters: Parameters

  /// - Throws: 69 when there is no terminal that can show Heed.
  func run() throws {
    cp_stay_small()
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(color: options.color, title: "Heed")
    } catch {
      throw CommandError(.storeUnavailable, error.sentence)
    }
    defer { terminal.close() }
    let clock = options.clock
    let notice = terminal.notice
    let desk = Desk(
      store: store, calendar: parameters.calendar, keeper: keeper, now: clock
    ) {
      notice.send()
    }
    var loop = Loop(
      workbench: Workbench(
        me: me, store: description, parameters: parameters, now: clock(),
        mayEdit: OwnEditor.isAllowed, lockMinutes: IdleLock.minutes,
        hasPassphrase: keeper != nil, isASCII: terminal.isASCII, standIn: terminal.standIn),
      terminal: terminal, desk: desk, clock: clock)
    loop.run()
    desk.finish()
  }

  /// The state of the loop: one workbench, one terminal.
  private struct Loop {
    var workbench: Workbench
    let terminal: CursesTerminal
    let desk: Desk
    let clock: @Sendable () -> Instant
    var isOver = false
    /// When a key was last pressed, or the workbench was last told of a pause.
    var lastStir = ContinuousClock.now
    /// When a key was last pressed.
    var lastKey = ContinuousClock.now

    init(
      workbench: Workbench, terminal: CursesTerminal, desk: Desk,
      clock: @escaping @Sendable () -> Instant
    ) {
      self.workbench = workbench
      self.terminal = terminal
      self.desk = desk
      self.clock = clock
    }

    mutating func run() {
      send(workbench.start())
      show()
      while !isOver {
        let events = terminal.next(timeoutMilliseconds: timeout)
        if events.isEmpty { rest() }
        for event in events { handle(event) }
        if !isOver { show() }
      }
    }

    /// How long to sleep: for ever, unless a pause would have something done.
    private var timeout: Int? {
      workbench.patience.map { patience in
        let left = patience - (ContinuousClock.now - lastStir)
        return Int(max(.zero, left) / .milliseconds(1)) + 1
      }
    }

    private mutating func rest() {
      lastStir = .now
      send(workbench.rest(now: clock(), idle: ContinuousClock.now - lastKey))
    }

    private func show() {
      terminal.show(workbench.draw(size: terminal.size, now: clock()))
    }

    private mutating func handle(_ event: TerminalEvent) {
      switch event {
      case .key(let key):
        // The key that wakes a machine that has slept does no more than that.
        if lockIfLate() { return }
        (lastStir, lastKey) = (.now, .now)
        send(workbench.handle(key, now: clock(), size: terminal.size))
      case .notice:
        for reply in desk.takeReplies() { send(workbench.handle(reply, now: clock())) }
      case .resized: break
      case .resumed:
        _ = lockIfLate()
        terminal.repaint()
      case .terminate, .inputEnded:
        // What is typed goes to the store before anything else: the terminal may be gone.
        send(workbench.flush(now: clock()))
        isOver = true
      }
    }

    /// Locks the screen when nobody has touched it for too long; false when there is nothing to lock.
    private mutating func lockIfLate() -> Bool {
      let idle = ContinuousClock.now - lastKey
      guard let requests = workbench.lockIfLate(now: clock(), idle: idle) else { return false }
      (lastStir, lastKey) = (.now, .now)
      send(requests)
      return true
    }

    private mutating func send(_ requests: [Request]) {
      for request in requests {
        switch request {
        case .store(let request): desk.handle(request)
        case .stopReading: desk.stopReading()
        case .terminal(let request): handle(request)
        }
      }
    }

    private mutating func handle(_ request: TerminalRequest) {
      switch request {
      case .quit:
        send(workbench.flush(now: clock()))
        isOver = true
      case .suspend:
        desk.finish()
        terminal.suspend()
      case .repaint: terminal.repaint()
      case .edit(let text): edit(text)
      case .copy(let text): terminal.copy(text)
      case .mouse(let isOn): terminal.setMouse(isOn)
      }
    }

    private mutating func edit(_ text: String) {
      let reply = terminal.aside { () -> FormReply in
        do throws(OwnEditor.Failure) {
          return .edited(try OwnEditor.edit(text))
        } catch {
          return .notEdited(error.sentence)
        }
      }
      send(workbench.handle(.form(reply), now: clock()))
    }
  }
}

extension TerminalError {
  fileprivate var sentence: String {
    switch self {
    case .notATerminal: "Heed needs a terminal here: use --plain."
    case .unknownTerminal:
      "TERM names a terminal that this machine does not know: set TERM, or use --plain."
    case .tooPlain: "This terminal can't move its cursor: use --plain."
    case .alreadyOpen: "The terminal is in use by Heed already."
    case .noResources: "The terminal can't be opened: close some programs and try again."
    }
  }
}

/// After how many minutes without a key the screen locks.
enum IdleLock {
  /// Five minutes unless the machine says otherwise, and never more than fifteen.
  ///
  /// Source: the safety reference's promise for a laptop left open.
  static var minutes: Int {
    min(15, max(1, Environment["HEED_LOCK_MINUTES"].flatMap { Int($0) } ?? 5))
  }
}
