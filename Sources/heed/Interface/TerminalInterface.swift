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
  let parameters: Parameters

  /// - Throws: 69 when there is no terminal that can show Heed.
  func run() throws {
    CursesTerminal.forbidCoreDumps()
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(color: options.color, title: "Heed")
    } catch {
      throw Complaint(.storeUnavailable, error.sentence)
    }
    defer { terminal.close() }
    let clock = options.clock
    let notice = terminal.notice
    let desk = Desk(store: store, author: me.name, calendar: parameters.calendar, now: clock) {
      notice.send()
    }
    var loop = Loop(
      workbench: Workbench(
        me: me, store: description, calendar: parameters.calendar, now: clock()),
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

    mutating func run() {
      fulfil(workbench.start())
      show()
      while !isOver {
        for event in terminal.next(timeoutMilliseconds: nil) { take(event) }
        if !isOver { show() }
      }
    }

    private func show() {
      terminal.show(workbench.draw(size: terminal.size, now: clock()))
    }

    private mutating func take(_ event: TerminalEvent) {
      switch event {
      case .key(let key): fulfil(workbench.take(key, now: clock(), size: terminal.size))
      case .notice:
        for news in desk.takeNews() { fulfil(workbench.take(news, now: clock())) }
      case .resized: break
      case .resumed: terminal.repaint()
      case .terminate, .inputEnded: isOver = true
      }
    }

    private mutating func fulfil(_ wishes: [Wish]) {
      for wish in wishes {
        switch desk.take(wish) {
        case .quit: isOver = true
        case .suspend: terminal.suspend()
        case .repaint: terminal.repaint()
        case nil: break
        }
      }
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
