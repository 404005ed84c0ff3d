import Cells

/// A screen that is one list, with finding, narrowing, ordering, moving and the mouse.
protocol ListScreen: Screen, FindableList {
  /// Does what a key of the list's own means.
  mutating func act(_ action: Action, _ situation: Situation) -> [Step]
}

extension ListScreen {
  mutating func act(_ action: Action, _ situation: Situation) -> [Step] { [] }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    if let steps = handleFinding(action, situation) { return steps }
    guard case .move(let motion) = action else { return act(action, situation) }
    cursor.move(motion, count: rowCount, page: page(situation))
    return []
  }

  var isTyping: Bool { finder.prompt != nil }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] { typeFinding(key, situation) }

  mutating func clear(_ situation: Situation) -> [Step]? { clearFinding(situation) ? [] : nil }

  mutating func select(row: Int, _ situation: Situation) -> [Step] {
    let page = page(situation)
    let place = cursor.top(page: page, count: rowCount) + row
    if row < page, place < rowCount { cursor.select(place, count: rowCount, page: page) }
    return []
  }
}

/// Where a row of a list is drawn, and whether it is the one selected.
struct RowPlace {
  /// Which of the list's rows it is.
  let index: Int
  /// The line of the screen.
  let line: Int
  let isSelected: Bool

  var style: Style { isSelected ? .selected : .body }
  /// The style of what is said in passing.
  var dimmed: Style { isSelected ? .selected : .dim }
}

extension Frame {
  /// Draws the rows of a list that a page shows, each `height` lines high, from the line `first` down.
  ///
  /// The row selected is marked, and has the cursor.
  mutating func rows(
    _ cursor: RowCursor, of count: Int, page: Int, from first: Int = 2, height: Int = 1,
    isMarked: Bool = true, draw: (inout Frame, RowPlace) -> Void
  ) {
    let top = cursor.top(page: page, count: count)
    for index in top..<max(top, min(count, top + page)) {
      let line = first + (index - top) * height
      let isSelected = isMarked && index == cursor.selected
      if isSelected { mark(line) }
      draw(&self, RowPlace(index: index, line: line, isSelected: isSelected))
    }
  }

  private mutating func mark(_ line: Int) {
    cursor = Position(row: line, column: 0)
    fill(row: line, style: .selected)
    write(">", row: line, column: 0, style: .selected)
  }

  /// Draws the last two lines: what just happened, and the keys; a prompt stands over the first.
  mutating func foot(
    _ keys: KeyTable<Action>, _ situation: Situation, _ finder: Finder = Finder()
  ) {
    rule(row: situation.size.rows - 2, situation)
    footer(keys)
    finder.draw(in: &self)
  }

  /// Draws a title with text that is being typed, and the cursor in it.
  mutating func title(_ name: String, typing typed: TypedText, shown: String, right: String) {
    title("\(name)  \(shown)", right: right)
    let column = name.count + 2 + TextWidth.columns(of: typed.beforeCursor)
    cursor = Position(row: 0, column: min(column, max(0, size.columns - 1)))
  }
}
