package import Cells
import Flags
package import Records

extension Workbench {
  package mutating func take(_ key: Key, now: Instant, size: Size) -> [Wish] {
    (self.now, self.size) = (now, size)
    if lock != nil { return takeLocked(key) }
    notice = nil
    resuming = nil
    if asksToLeave {
      asksToLeave = false
      if [.control("c"), .character("y")].contains(key) { return [.quit] }
      return []
    }
    switch key {
    // A program that is stopped can't let go of its store later.
    case .control("z"): return (hasPassphrase ? lockUp() : []) + [.suspend]
    case .control("l"): return [.repaint]
    case .function(1):
      let wishes = keep()
      push(.help(HelpScreen(top.help, isOverForm: top.keys == nil)))
      return wishes
    default: break
    }
    if let wishes = takeInForm(key) { return wishes }
    if top.isTyping { return follow(top.type(key, situation)) }
    if case .press(let place) = key { return follow(top.select(line: place.row, situation)) }
    if let action = top.keys?.action(of: key) { return take(action) }
    if key == .control("c") {
      asksToLeave = true
      notice = "Leave Heed? Ctrl-C again or y leaves; any other key stays."
      return []
    }
    return follow(top.type(key, situation))
  }

  /// While the screen is locked nothing is done but to open it, to stop, and to paint it.
  private mutating func takeLocked(_ key: Key) -> [Wish] {
    switch key {
    case .control("z"): return [.suspend]
    case .control("l"): return [.repaint]
    default: return lock?.take(key, account: me.account).map { [$0] } ?? []
    }
  }

  mutating func take(_ action: Action) -> [Wish] {
    switch action {
    case .quit where screens.count == 1: return [.quit]
    case .back, .quit:
      if action == .back, let steps = top.clear(situation) { return follow(steps) }
      if screens.count > 1 { screens.removeLast() }
      return top.wishes
    case .mine:
      let isTeam = if case .flagged = screens[0] { true } else { false }
      screens = [isTeam ? .children(ChildrenList(of: me)) : .flagged(FlaggedList())]
      return top.wishes
    case .copy: return copy()
    case .lock: return lockUp()
    case .mouse:
      hasMouse.toggle()
      notice =
        hasMouse
        ? "The mouse selects and scrolls; hold Shift to select text as usual. M turns it off."
        : "The mouse is the terminal's own again."
      return [.mouse(hasMouse)]
    default: break
    }
    if case .search = top, action == .child { return follow(top.take(action, situation)) }
    guard let screen = opened(by: action) else { return follow(top.take(action, situation)) }
    push(screen)
    return top.wishes
  }

  /// The screen that a key opens wherever it is pressed.
  private func opened(by action: Action) -> Screen? {
    switch action {
    case .help: .help(HelpScreen(top.help, rules: FlagRule.all))
    case .palette: top.keys.map { .palette(PaletteScreen($0)) }
    case .messages: .reading(ReadingScreen(messages))
    case .child: .picker(ChildPicker())
    case .words: .search(SearchScreen())
    case .log: .log(LogScreen())
    case .agencies: .agencies(AgenciesScreen())
    case .rules: .rules(RulesScreen())
    case .unfinished: .unfinished(UnfinishedScreen())
    default: nil
    }
  }

  /// Copies the reference of the child in question: a clipboard is shared by everything on the
  /// machine, so that no name and no note is ever put there.
  private mutating func copy() -> [Wish] {
    guard let child = top.child else {
      notice = "No child is selected here, so there is no reference to copy."
      return []
    }
    notice = "\(child.ref) is sent to the terminal's clipboard, if it has one."
    return [.copy(child.ref)]
  }

  mutating func push(_ screen: Screen) {
    screens.append(screen)
  }

  mutating func follow(_ steps: [Step]) -> [Wish] { steps.flatMap { follow($0) } }
}

extension Screen {
  /// The child whom the selected row is about.
  var child: Child? {
    switch self {
    case .flagged(let list): list.selected?.lines.first?.child
    case .children(let list): list.selected?.child
    case .child(let screen): screen.child
    case .log(let screen): screen.selected?.child
    default: nil
    }
  }
}

extension ReadingScreen {
  /// What was said so far, the latest first.
  init(_ messages: [Workbench.Message]) {
    self.init(
      title: "Messages, the latest first",
      fields: messages.isEmpty
        ? [("", "Nothing was said yet.")]
        : messages.reversed().map { ($0.at.london.time.description, $0.text) })
  }
}
