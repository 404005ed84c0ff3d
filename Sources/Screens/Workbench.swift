package import Cells
import Flags
package import Records

/// The whole interface as one value: the screens that lie on each other, and the drafts.
///
/// A key or a piece of news goes in, wishes come out; what is shown is a function of it. It does
/// nothing itself.
package struct Workbench: Hashable, Sendable {
  let me: Person
  private let store: String
  let calendar: WorkingCalendar
  /// From the first screen to the one on top.
  var screens: [Screen]
  var notice: String?
  /// What is typed and not saved, as the store has it.
  var drafts: [Draft.Key: UnfinishedForm] = [:]
  /// Drafts on their way to the store.
  var pending: [Draft.Key: UnfinishedForm] = [:]
  /// The draft that the store was asked to keep and has not answered for.
  var keeping: Draft.Key?
  var keysSinceKept = 0
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

  package init(
    me: Person, store: String, calendar: WorkingCalendar, now: Instant, mayEdit: Bool = false
  ) {
    self.mayEdit = mayEdit
    self.me = me
    self.store = store
    self.calendar = calendar
    self.now = now
    screens = [me.role.leads ? .flagged(FlaggedList()) : .children(ChildrenList(of: me))]
  }

  package func start() -> [Wish] { top.wishes + [.showUnfinished] }

  package func draw(size: Size, now: Instant) -> Frame {
    var situation = situation
    if size != self.size || now != self.now {
      situation = Situation(
        me: me, store: store, calendar: calendar, now: now, size: size, notice: notice)
    }
    var frame = top.draw(situation)
    // On a screen of few rows a list has none left; its cursor stands on the last there is.
    frame.cursor = frame.cursor.map {
      Position(row: min($0.row, size.rows - 1), column: min($0.column, size.columns - 1))
    }
    return frame
  }

  var situation: Situation {
    Situation(me: me, store: store, calendar: calendar, now: now, size: size, notice: notice)
  }

  var top: Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }
}

// MARK: Keys

extension Workbench {
  package mutating func take(_ key: Key, now: Instant, size: Size) -> [Wish] {
    (self.now, self.size) = (now, size)
    notice = nil
    switch key {
    case .control("z"): return [.suspend]
    case .control("l"): return [.repaint]
    case .function(1):
      push(.help(HelpScreen(top.help)))
      return []
    default: break
    }
    if let wishes = takeInForm(key) { return wishes }
    if key == .control("c") { return [.quit] }
    guard let action = top.keys?.action(of: key) else {
      return follow(top.type(key, situation))
    }
    return take(action)
  }

  private mutating func take(_ action: Action) -> [Wish] {
    switch action {
    case .quit where screens.count == 1: return [.quit]
    case .back, .quit:
      if screens.count > 1 { screens.removeLast() }
      return top.wishes
    case .help: push(.help(HelpScreen(top.help, rules: FlagRule.all)))
    case .find: push(.children(ChildrenList()))
    case .log: push(.log(LogScreen()))
    case .agencies: push(.agencies(AgenciesScreen()))
    case .rules: push(.rules(RulesScreen()))
    case .unfinished: push(.unfinished(UnfinishedScreen()))
    case .mine:
      let isTeam = if case .flagged = screens[0] { true } else { false }
      screens = [isTeam ? .children(ChildrenList(of: me)) : .flagged(FlaggedList())]
    default: return follow(top.take(action, situation))
    }
    return top.wishes
  }

  mutating func push(_ screen: Screen) {
    screens.append(screen)
  }

  mutating func follow(_ steps: [Step]) -> [Wish] { steps.flatMap { follow($0) } }
}
