import Cells
import Records

/// Every screen there is; a new one does not compile until each switch knows it.
enum Screen: Hashable, Sendable {
  case flagged(FlaggedList)
  case children(ChildrenList)
  case child(ChildScreen)
  case reading(ReadingScreen)
  case log(LogScreen)
  case agencies(AgenciesScreen)
  case rules(RulesScreen)
  case help(HelpScreen)
  case visit(VisitForm)
  case answer(AnswerForm)
  case fact(FactForm)
  case sign(SignForm)
  case unfinished(UnfinishedScreen)
  case picker(ChildPicker)
  case search(SearchScreen)
  case palette(PaletteScreen)
  case flagPage(FlagPage)
  case pictures(PicturesScreen)

  /// What it wants to know, when it is opened and whenever the store has changed.
  var wishes: [Wish] {
    switch self {
    case .flagged: [.showFlagged]
    case .children(let list): [.findChildren(list.words)]
    case .picker(let picker): [.findChild(picker.words)]
    case .search(let screen): screen.words.isEmpty ? [] : [.search(screen.words)]
    case .child(let screen): [.openChild(screen.id)]
    case .log(let screen): screen.wishes
    case .agencies: [.showAgencies]
    case .rules: [.showLedger]
    case .unfinished: [.showUnfinished]
    case .visit(let form): [.openChild(form.child.id)]
    case .answer(let form): [.openChild(form.child.id)]
    case .flagPage(let page): [.openChild(page.child.id)]
    case .reading, .help, .fact, .sign, .palette, .pictures: []
    }
  }

  /// The keys of a screen that is no form.
  var keys: KeyTable<Action>? {
    switch self {
    case .flagged: FlaggedList.keys
    case .children: ChildrenList.keys
    case .picker: ChildPicker.keys
    case .search: SearchScreen.keys
    case .palette: PaletteScreen.keys
    case .flagPage: FlagPage.keys
    case .pictures: PicturesScreen.keys
    case .child: ChildScreen.keys
    case .reading: ReadingScreen.keys
    case .log: LogScreen.keys
    case .agencies: AgenciesScreen.keys
    case .rules: RulesScreen.keys
    case .help(let screen): screen.keys
    case .unfinished: UnfinishedScreen.keys
    case .visit, .answer, .fact, .sign: nil
    }
  }

  /// The rows of the help screen about it.
  var help: [(label: String, meaning: String)] {
    keys?.help ?? VisitForm.help()
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    switch self {
    case .flagged(var screen): change(&screen, Screen.flagged) { $0.take(action, situation) }
    case .children(var screen): change(&screen, Screen.children) { $0.take(action, situation) }
    case .child(var screen): change(&screen, Screen.child) { $0.take(action, situation) }
    case .reading(var screen): change(&screen, Screen.reading) { $0.take(action, situation) }
    case .log(var screen): change(&screen, Screen.log) { $0.take(action, situation) }
    case .agencies(var screen): change(&screen, Screen.agencies) { $0.take(action, situation) }
    case .rules(var screen): change(&screen, Screen.rules) { $0.take(action, situation) }
    case .help(var screen): change(&screen, Screen.help) { $0.take(action, situation) }
    case .unfinished(var screen):
      change(&screen, Screen.unfinished) { $0.take(action, situation) }
    case .picker(var screen): change(&screen, Screen.picker) { $0.take(action, situation) }
    case .search(var screen): change(&screen, Screen.search) { $0.take(action, situation) }
    case .palette(var screen): change(&screen, Screen.palette) { $0.take(action, situation) }
    case .flagPage(var page): change(&page, Screen.flagPage) { $0.take(action, situation) }
    case .pictures(var screen): change(&screen, Screen.pictures) { $0.take(action, situation) }
    case .visit, .answer, .fact, .sign: []
    }
  }

  func draw(_ situation: Situation) -> Frame {
    switch self {
    case .flagged(let screen): screen.draw(situation)
    case .children(let screen): screen.draw(situation)
    case .child(let screen): screen.draw(situation)
    case .reading(let screen): screen.draw(situation)
    case .log(let screen): screen.draw(situation)
    case .agencies(let screen): screen.draw(situation)
    case .rules(let screen): screen.draw(situation)
    case .help(let screen): screen.draw(situation)
    case .unfinished(let screen): screen.draw(situation)
    case .picker(let screen): screen.draw(situation)
    case .search(let screen): screen.draw(situation)
    case .palette(let screen): screen.draw(situation)
    case .flagPage(let page): page.draw(situation)
    case .pictures(let screen): screen.draw(situation)
    case .visit(let form): form.draw(size: situation.size, now: situation.now)
    case .answer(let form): form.draw(size: situation.size, now: situation.now)
    case .fact(let form): form.draw(size: situation.size, now: situation.now)
    case .sign(let form): form.draw(size: situation.size, now: situation.now)
    }
  }

  /// The form on it whose typing is kept as a draft.
  var draftForm: (any DraftForm)? {
    get {
      switch self {
      case .visit(let form): form
      case .answer(let form): form
      case .fact(let form): form
      default: nil
      }
    }
    set {
      switch newValue {
      case let form as VisitForm: self = .visit(form)
      case let form as AnswerForm: self = .answer(form)
      case let form as FactForm: self = .fact(form)
      default: break
      }
    }
  }

  /// Gives a key to the form on it; nil when it is none.
  mutating func takeInForm(_ key: Key, now: Instant, columns: Int) -> FormOutcome? {
    switch self {
    case .visit(var form):
      defer { self = .visit(form) }
      return form.take(key, now: now, columns: columns)
    case .answer(var form):
      defer { self = .answer(form) }
      return form.take(key, now: now, columns: columns)
    case .fact(var form):
      defer { self = .fact(form) }
      return form.take(key, now: now, columns: columns)
    case .sign(var form):
      defer { self = .sign(form) }
      return form.take(key, now: now, columns: columns)
    default: return nil
    }
  }

  mutating func change<Value>(
    _ value: inout Value, _ wrap: (Value) -> Screen, _ work: (inout Value) -> [Step]
  ) -> [Step] {
    let steps = work(&value)
    self = wrap(value)
    return steps
  }
}
