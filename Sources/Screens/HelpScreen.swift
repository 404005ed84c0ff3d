import Cells

/// The keys of the screen below, made from its key table.
struct HelpScreen: Hashable, Sendable {
  static let keys = KeyTable<Action>.list([])

  private struct Row: Hashable {
    let label: String
    let meaning: String
  }

  private let rows: [Row]
  private var cursor = RowCursor()

  init(_ help: [(label: String, meaning: String)]) {
    rows =
      help.map { Row(label: $0.label, meaning: $0.meaning) }
      + [
        Row(label: "Ctrl-Z", meaning: "Suspends Heed; fg brings it back."),
        Row(label: "Ctrl-L", meaning: "Paints the screen anew."),
        Row(label: "Ctrl-C", meaning: "Leaves Heed; in a form keeps the draft and goes back."),
        Row(label: "F1", meaning: "Shows this help, in a form too."),
      ]
  }

  private func lines(_ columns: Int) -> [String] {
    rows.flatMap { row in
      wrapped(row.meaning, columns: max(10, columns - 20)).enumerated().map { index, line in
        let head = index == 0 ? "  " + row.label : ""
        return head + String(repeating: " ", count: max(1, 20 - head.count)) + line
      }
    }
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    if case .move(let motion) = action {
      cursor.move(
        motion, count: lines(situation.size.columns).count, page: max(1, situation.size.rows - 4))
    }
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Help  the keys of the screen below")
    let lines = lines(situation.size.columns)
    let page = max(1, situation.size.rows - 4)
    let top = cursor.top(page: page, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(page).enumerated() {
      frame.write(line, row: 2 + offset, column: 0)
    }
    frame.cursor = Position(row: 2 + cursor.selected - top, column: 0)
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(HelpScreen.keys)
    return frame
  }
}
