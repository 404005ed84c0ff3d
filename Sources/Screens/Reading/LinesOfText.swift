import Cells

/// Lines of text under a title, moved through line by line.
struct LinesOfText: FindableList {
  static let keys = KeyTable<Action>.list([])

  var cursor = RowCursor()
  var finder = Finder()
  /// The lines as they were last passed in, to be searched.
  private var lines: [String] = []

  static let columns: [String] = []

  var rowCount: Int { shown(lines).count }

  func text(ofRow row: Int, _ situation: Situation) -> String { shown(lines)[row] }

  func arrange(_ situation: Situation) {}

  private func shown(_ lines: [String]) -> [String] { lines.filter { finder.keeps($0) } }

  mutating func handle(_ action: Action, _ lines: [String], _ situation: Situation) -> [Step] {
    self.lines = lines
    if let steps = handleFinding(action, situation) { return steps }
    if case .move(let motion) = action {
      cursor.move(motion, count: rowCount, page: page(situation))
    }
    return []
  }

  mutating func type(_ key: Key, _ lines: [String], _ situation: Situation) -> [Step] {
    self.lines = lines
    let steps = typeFinding(key, situation)
    cursor.select(cursor.selected, count: rowCount, page: page(situation))
    return steps
  }

  func draw(
    _ title: String, _ all: [String], _ situation: Situation, keys: KeyTable<Action>
  ) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title(title, right: finder.words)
    let lines = shown(all)
    let page = page(situation)
    let top = cursor.top(page: page, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(page).enumerated() {
      frame.write(line, row: 2 + offset, column: 0)
    }
    frame.cursor = Position(row: 2 + cursor.selected - top, column: 0)
    frame.foot(keys, situation, finder)
    return frame
  }
}
