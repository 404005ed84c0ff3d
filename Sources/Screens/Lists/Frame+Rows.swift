import Cells

/// Where a row of a list is drawn, and whether it is the one selected.
struct RowPlace {
  /// Which of the list's rows it is.
  let index: Int
  /// The line of the screen.
  let line: Int
  let isSelected: Bool

  var style: Style { isSelected ? .selected : .body }
  /// The style of secondary text.
  var dimmed: Style { isSelected ? .selected : .dim }
}

extension Frame {
  /// Draws the rows of a list that a page shows, each `height` lines high, from the line `first` down.
  ///
  /// The selected row is highlighted and has the cursor, unless `isMarked` is false.
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

  /// Draws the last two lines: the notice and the keys; a prompt covers the first.
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
