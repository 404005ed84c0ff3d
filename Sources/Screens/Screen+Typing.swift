import Cells

// Text that is typed on a screen that is no form: at a prompt, or into a search.

extension Screen {
  /// Whether every key is text: a prompt is open.
  var isTyping: Bool {
    switch self {
    case .log(let screen): screen.finder.prompt != nil
    case .flagged(let list): list.finder.prompt != nil
    case .children(let list): list.finder.prompt != nil
    case .child(let screen): screen.finder.prompt != nil
    case .agencies(let screen): screen.finder.prompt != nil
    case .rules(let screen): screen.finder.prompt != nil
    case .unfinished(let screen): screen.finder.prompt != nil
    case .reading(let screen): screen.shown.finder.prompt != nil
    case .help(let screen): screen.shown.finder.prompt != nil
    case .flagPage(let page): page.shown.finder.prompt != nil
    case .pictures(let screen): screen.shown.finder.prompt != nil
    case .visit, .answer, .fact, .sign, .picker, .search, .palette: false
    }
  }

  /// A key that the table does not know: text, where a screen takes text.
  mutating func type(_ key: Key, _ situation: Situation) -> [Step] {
    switch self {
    case .picker(var screen): change(&screen, Screen.picker) { $0.type(key) }
    case .search(var screen): change(&screen, Screen.search) { $0.type(key) }
    case .palette(var screen): change(&screen, Screen.palette) { $0.type(key, situation) }
    case .log(var screen): change(&screen, Screen.log) { $0.type(key, situation) }
    case .flagged(var list): change(&list, Screen.flagged) { $0.typeFinding(key, situation) }
    case .children(var list): change(&list, Screen.children) { $0.typeFinding(key, situation) }
    case .child(var screen): change(&screen, Screen.child) { $0.typeFinding(key, situation) }
    case .agencies(var screen): change(&screen, Screen.agencies) { $0.typeFinding(key, situation) }
    case .rules(var screen): change(&screen, Screen.rules) { $0.typeFinding(key, situation) }
    case .unfinished(var screen):
      change(&screen, Screen.unfinished) { $0.typeFinding(key, situation) }
    case .reading(var screen): change(&screen, Screen.reading) { $0.type(key, situation) }
    case .help(var screen): change(&screen, Screen.help) { $0.type(key, situation) }
    case .flagPage(var page): change(&page, Screen.flagPage) { $0.type(key, situation) }
    case .pictures(var screen): change(&screen, Screen.pictures) { $0.type(key, situation) }
    case .visit, .answer, .fact, .sign: []
    }
  }

  /// Clears what is looked for and narrowed to, as Esc does first; nil when there is nothing.
  mutating func clear(_ situation: Situation) -> [Step]? {
    switch self {
    case .log(var screen):
      defer { self = .log(screen) }
      return screen.clear()
    case .flagged(var list): return cleared(&list, Screen.flagged, situation)
    case .children(var list): return cleared(&list, Screen.children, situation)
    case .child(var screen): return cleared(&screen, Screen.child, situation)
    case .agencies(var screen): return cleared(&screen, Screen.agencies, situation)
    case .rules(var screen): return cleared(&screen, Screen.rules, situation)
    case .unfinished(var screen): return cleared(&screen, Screen.unfinished, situation)
    case .reading(var screen):
      defer { self = .reading(screen) }
      return screen.shown.clearFinding(situation) ? [] : nil
    case .help(var screen):
      defer { self = .help(screen) }
      return screen.shown.clearFinding(situation) ? [] : nil
    case .flagPage(var page):
      defer { self = .flagPage(page) }
      return page.shown.clearFinding(situation) ? [] : nil
    case .pictures(var screen):
      defer { self = .pictures(screen) }
      return screen.shown.clearFinding(situation) ? [] : nil
    case .visit, .answer, .fact, .sign, .picker, .search, .palette: return nil
    }
  }

  /// Selects the row on a line of the screen, as a press of the mouse does; nothing elsewhere.
  mutating func select(line: Int, _ situation: Situation) -> [Step] {
    let row = line - 2
    guard row >= 0, line < situation.size.rows - 2 else { return [] }
    switch self {
    case .flagged(var list): return select(row, &list, Screen.flagged, situation)
    case .children(var list): return select(row, &list, Screen.children, situation)
    case .agencies(var screen): return select(row, &screen, Screen.agencies, situation)
    case .rules(var screen): return select(row, &screen, Screen.rules, situation)
    case .unfinished(var screen): return select(row, &screen, Screen.unfinished, situation)
    case .log(var screen):
      defer { self = .log(screen) }
      return screen.select(row, situation)
    default: return []
    }
  }

  private mutating func select<List: FindableList>(
    _ row: Int, _ list: inout List, _ wrap: (List) -> Screen, _ situation: Situation
  ) -> [Step] {
    let page = list.page(situation)
    let place = list.cursor.top(page: page, count: list.rowCount) + row
    if row < page, place < list.rowCount {
      list.cursor.select(place, count: list.rowCount, page: page)
    }
    self = wrap(list)
    return []
  }

  private mutating func cleared<List: FindableList>(
    _ list: inout List, _ wrap: (List) -> Screen, _ situation: Situation
  ) -> [Step]? {
    let isCleared = list.clearFinding(situation)
    self = wrap(list)
    return isCleared ? [] : nil
  }
}
