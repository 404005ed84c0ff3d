package import Cells
import Flags
package import Records

/// The whole interface as one value: the screens that lie on each other, and the drafts.
///
/// A key or a piece of news goes in, wishes come out; what is shown is a function of it. It does
/// nothing itself.
package struct Workbench: Hashable, Sendable {
  private let me: Person
  private let store: String
  private let calendar: WorkingCalendar
  /// From the first screen to the one on top.
  private var screens: [Screen]
  private var notice: String?
  /// Forms that were left unsaved, by child and by flag.
  private var visitDrafts: [Identifier: VisitForm] = [:]
  private var answerDrafts: [Identifier: AnswerForm] = [:]
  private var factDrafts: [Identifier: FactForm] = [:]
  private var now: Instant
  private var size = Size(rows: 24, columns: 80)

  package init(me: Person, store: String, calendar: WorkingCalendar, now: Instant) {
    self.me = me
    self.store = store
    self.calendar = calendar
    self.now = now
    screens = [me.role.leads ? .flagged(FlaggedList()) : .children(ChildrenList(of: me))]
  }

  package func start() -> [Wish] { top.wishes }

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

  private var situation: Situation {
    Situation(me: me, store: store, calendar: calendar, now: now, size: size, notice: notice)
  }

  private var top: Screen {
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
    case .help: push(.help(HelpScreen(top.help)))
    case .find: push(.children(ChildrenList()))
    case .log: push(.log(LogScreen()))
    case .agencies: push(.agencies(AgenciesScreen()))
    case .mine:
      let isTeam = if case .flagged = screens[0] { true } else { false }
      screens = [isTeam ? .children(ChildrenList(of: me)) : .flagged(FlaggedList())]
    default: return follow(top.take(action, situation))
    }
    return top.wishes
  }

  private mutating func push(_ screen: Screen) {
    screens.append(screen)
  }

  private mutating func follow(_ steps: [Step]) -> [Wish] {
    var wishes: [Wish] = []
    for step in steps {
      switch step {
      case .wish(let wish): wishes.append(wish)
      case .push(let screen):
        push(screen)
        wishes += screen.wishes
      case .visit(let child, let status):
        push(
          .visit(
            visitDrafts[child.id]
              ?? VisitForm(child: child, status: status, me: me, now: now, calendar: calendar)))
      case .note(let child, let facts):
        push(
          .fact(
            factDrafts[child.id]
              ?? FactForm(child: child, facts: facts, calendar: calendar, now: now)))
      case .sign(let flag, let child):
        guard flag.answer?.awaitsSignature == true, flag.answer?.broken == nil else {
          notice = "No decision on this flag awaits a signature."
          continue
        }
        push(.sign(SignForm(flag: flag, child: child, me: me)))
      case .answer(let flag, let child):
        guard let rule = FlagRule.of(flag.rule) else { continue }
        push(
          .answer(
            answerDrafts[flag.id]
              ?? AnswerForm(
                flag: flag, child: child, rule: rule, me: me, calendar: calendar, now: now)))
      }
    }
    return wishes
  }
}

// MARK: Forms

extension Workbench {
  /// Gives a key to the form on top; nil when there is none.
  private mutating func takeInForm(_ key: Key) -> [Wish]? {
    let outcome: FormOutcome
    switch top {
    case .visit(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .visit(form)
      if outcome == .leaving { keep(form) }
    case .answer(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .answer(form)
      if outcome == .leaving { keep(form) }
    case .fact(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .fact(form)
      if outcome == .leaving { keep(form) }
    case .sign(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .sign(form)
    default: return nil
    }
    switch outcome {
    case .staying: return []
    case .saving(let wish): return [wish]
    case .leaving:
      screens.removeLast()
      return top.wishes
    }
  }

  private mutating func keep(_ form: VisitForm) {
    var draft = form
    draft.draftKeptAt = now
    visitDrafts[form.child.id] = form.isBlank ? nil : draft
    if !form.isBlank { notice = "Draft kept. v opens it again; it is gone when Heed ends." }
  }

  private mutating func keep(_ form: AnswerForm) {
    var draft = form
    draft.draftKeptAt = now
    answerDrafts[form.flag.id] = form.isBlank ? nil : draft
    if !form.isBlank { notice = "Draft kept. a opens it again; it is gone when Heed ends." }
  }
}

extension Workbench {
  private mutating func keep(_ form: FactForm) {
    var draft = form
    draft.draftKeptAt = now
    factDrafts[form.child.id] = form.isBlank ? nil : draft
    if !form.isBlank { notice = "Draft kept. n opens it again; it is gone when Heed ends." }
  }
}

// MARK: News

extension Workbench {
  package mutating func take(_ news: News, now: Instant) -> [Wish] {
    self.now = now
    switch news {
    case .recorded(let recorded): return close(recorded)
    case .noted(let noted): return close(noted)
    case .answered(let flag), .signed(let flag): return close(flag)
    case .refused(let sentence):
      refuse(sentence)
      return []
    case .changed: return screens.flatMap(\.wishes)
    case .flagged, .found, .opened, .log, .agencies:
      // What a screen below asks for is asked; only the one on top may open another.
      var wishes: [Wish] = []
      for index in screens.indices {
        let steps = screens[index].hear(news, situation)
        if index == screens.count - 1 { return wishes + follow(steps) }
        for case .wish(let wish) in steps { wishes.append(wish) }
      }
      return wishes
    }
  }

  private mutating func close(_ recorded: Recorded) -> [Wish] {
    let child = recorded.contact.child
    visitDrafts[child] = nil
    if case .visit(let form) = top, form.child.id == child { screens.removeLast() }
    let raised = recorded.raised.map { "\($0.band.word) \($0.rule)" }.joined(separator: ", ")
    notice = "Saved \(recorded.contact.id.receipt)." + (raised.isEmpty ? "" : " Raised: \(raised).")
    return screens.flatMap(\.wishes)
  }

  private mutating func close(_ noted: Noted) -> [Wish] {
    let child = noted.record.child
    if case .fact(let form) = top, form.child.id == child {
      factDrafts[child] = nil
      screens.removeLast()
    } else if case .answer(let form) = top, form.child.id == child {
      answerDrafts[form.flag.id] = nil
      screens.removeLast()
    }
    let raised = noted.raised.map { "\($0.band.word) \($0.rule)" }.joined(separator: ", ")
    notice =
      "Saved \(noted.record.id.receipt)." + (raised.isEmpty ? "" : " Raised: \(raised).")
    return screens.flatMap(\.wishes)
  }

  private mutating func close(_ flag: Flag) -> [Wish] {
    answerDrafts[flag.id] = nil
    switch top {
    case .answer(let form) where form.flag.id == flag.id: screens.removeLast()
    case .sign(let form) where form.flag.id == flag.id: screens.removeLast()
    default: break
    }
    let until = flag.answer?.holdsUntil.londonDay.shortWithWeekday ?? ""
    notice =
      flag.answer?.awaitsSignature == true
      ? "Saved. It awaits the signature of a \(flag.answer?.signer?.title ?? "")."
      : "Saved. \(flag.rule) is answered until \(until)."
    return screens.flatMap(\.wishes)
  }

  private mutating func refuse(_ sentence: String) {
    switch top {
    case .visit(var form):
      form.refused(sentence)
      top = .visit(form)
    case .answer(var form):
      form.refused(sentence)
      top = .answer(form)
    case .fact(var form):
      form.refused(sentence)
      top = .fact(form)
    case .sign(var form):
      form.refused(sentence)
      top = .sign(form)
    default: notice = sentence
    }
  }
}
