import Cells

/// Lines of text under a title, moved through line by line.
struct LinesOfText: Hashable, Sendable {
  static let keys = KeyTable<Action>.list([])

  private var cursor = RowCursor()

  mutating func take(_ action: Action, count: Int, _ situation: Situation) -> [Step] {
    if case .move(let motion) = action {
      cursor.move(motion, count: count, page: LinesOfText.page(situation.size))
    }
    return []
  }

  func draw(_ title: String, _ lines: [String], _ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title(title)
    let page = LinesOfText.page(situation.size)
    let top = cursor.top(page: page, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(page).enumerated() {
      frame.write(line, row: 2 + offset, column: 0)
    }
    frame.cursor = Position(row: 2 + cursor.selected - top, column: 0)
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(LinesOfText.keys)
    return frame
  }

  private static func page(_ size: Size) -> Int { max(1, size.rows - 4) }
}
