package import Cells
import Flags
package import Records

extension Workbench {
  package mutating func handle(_ key: Key, now: Instant, size: Size) -> [Request] {
    (self.now, self.size) = (now, size)
    if lock != nil { return handleLocked(key) }
    notice = nil
    resuming = nil
    if asksToLeave {
      asksToLeave = false
      return [.control("c"), .character("y")].contains(key) ? [.terminal(.quit)] : []
    }
    return handleEverywhere(key) ?? handleInForm(key) ?? handleOnScreen(key)
  }

  /// Handles the keys that work on every screen and in every form; nil for any other key.
  private mutating func handleEverywhere(_ key: Key) -> [Request]? {
    switch key {
    // A suspended program can't close its store later, so it is locked first.
    case .control("z"): return (hasPassphrase ? lockUp() : []) + [.terminal(.suspend)]
    case .control("l"): return [.terminal(.repaint)]
    case .function(1):
      let requests = saveDraft()
      push(HelpScreen(top.help, isOverForm: top is any FormScreen))
      return requests
    default: return nil
    }
  }

  private mutating func handleOnScreen(_ key: Key) -> [Request] {
    if top.isTyping { return follow(top.type(key, situation)) }
    if case .press(let place) = key { return select(line: place.row) }
    if let action = top.keys.action(of: key) { return handle(action) }
    if key == .control("c") {
      asksToLeave = true
      notice = "Leave Heed? Ctrl-C again or y leaves; any other key stays."
      return []
    }
    return follow(top.type(key, situation))
  }

  /// Selects the row drawn on `line`; does nothing above the first row and below the last.
  private mutating func select(line: Int) -> [Request] {
    guard line >= 2, line < size.rows - 2 else { return [] }
    return follow(top.select(row: line - 2, situation))
  }

  /// Handles the only keys that do something while the screen is locked: to unlock, to suspend and to redraw.
  private mutating func handleLocked(_ key: Key) -> [Request] {
    switch key {
    case .control("z"): return [.terminal(.suspend)]
    case .control("l"): return [.terminal(.repaint)]
    default:
      return lock?.handle(key, account: me.account).map { [.store(.lock($0))] } ?? []
    }
  }

  mutating func handle(_ action: Action) -> [Request] {
    switch action {
    case .quit where screens.count == 1: return [.terminal(.quit)]
    case .back, .quit: return goBack(clearing: action == .back)
    case .mine:
      screens = [Workbench.firstScreen(of: me, isTeam: !(screens[0] is FlaggedList))]
      return readTop()
    case .copy: return copy()
    case .lock: return lockUp()
    case .mouse: return changeMouse()
    default: break
    }
    guard let screen = opened(by: action) else { return follow(top.handle(action, situation)) }
    push(screen)
    return readTop()
  }

  private mutating func goBack(clearing: Bool) -> [Request] {
    if clearing, let steps = top.clear(situation) { return follow(steps) }
    if screens.count > 1 { screens.removeLast() }
    return readTop()
  }

  private mutating func changeMouse() -> [Request] {
    hasMouse.toggle()
    notice =
      hasMouse
      ? "The mouse selects and scrolls; hold Shift to select text as usual. M turns it off."
      : "The mouse is the terminal's own again."
    return [.terminal(.mouse(hasMouse))]
  }

  /// Returns the screen that an action opens from anywhere; nil for any other action.
  private func opened(by action: Action) -> (any Screen)? {
    switch action {
    case .help: HelpScreen(top.help, rules: FlagRule.all)
    case .palette: PaletteScreen(top.keys)
    case .messages: ReadingScreen(messages)
    case .child: ChildPicker()
    case .words: SearchScreen()
    case .log: LogScreen()
    case .agencies: AgenciesScreen()
    case .rules: RulesScreen()
    case .unfinished: UnfinishedScreen()
    default: nil
    }
  }

  /// Copies the reference of the selected child, and never a name or a note: every program on the machine
  /// shares the clipboard.
  private mutating func copy() -> [Request] {
    guard let child = top.selectedChild else {
      notice = "No child is selected here, so there is no reference to copy."
      return []
    }
    notice = "\(child.ref) is sent to the terminal's clipboard, if it has one."
    return [.terminal(.copy(child.ref))]
  }

  mutating func push(_ screen: any Screen) {
    screens.append(screen)
  }

  mutating func follow(_ steps: [Step]) -> [Request] { steps.flatMap { follow($0) } }
}

extension ReadingScreen {
  /// The messages shown so far, the latest first.
  init(_ messages: [Workbench.Message]) {
    self.init(
      title: "Messages, the latest first",
      fields: messages.isEmpty
        ? [("", "Nothing was said yet.")]
        : messages.reversed().map { ($0.at.london.time.description, $0.text) })
  }
}
