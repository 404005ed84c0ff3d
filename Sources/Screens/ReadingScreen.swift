import Cells
import Records

/// A page of named texts in full: one contact, or one flag.
struct ReadingScreen: Hashable, Sendable {
  static let keys = KeyTable<Action>.list([])

  private struct Field: Hashable {
    let name: String
    let text: String
  }

  private static let labelWidth = 20

  private let title: String
  private let fields: [Field]
  private var cursor = RowCursor()

  /// Fields that say nothing are left out.
  init(title: String, fields: [(String, String?)]) {
    self.title = title
    self.fields = fields.compactMap { name, text in
      text.flatMap { $0.isEmpty ? nil : Field(name: name, text: $0) }
    }
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    if case .move(let motion) = action {
      cursor.move(
        motion, count: lines(situation.size.columns).count, page: situation.size.rows - 4)
    }
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title(title)
    let lines = lines(situation.size.columns)
    let page = max(1, situation.size.rows - 4)
    let top = cursor.top(page: page, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(page).enumerated() {
      frame.write(line, row: 2 + offset, column: 0)
    }
    frame.cursor = Position(row: 2 + cursor.selected - top, column: 0)
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(ReadingScreen.keys)
    return frame
  }

  /// Names on the left and texts beside them, or, where that would be too narrow, below them.
  private func lines(_ columns: Int) -> [String] {
    let isNarrow = columns < 50
    let label = isNarrow ? 2 : ReadingScreen.labelWidth
    return fields.flatMap { field -> [String] in
      let texts = wrapped(field.text, columns: max(10, columns - label))
      let indent = String(repeating: " ", count: label)
      if isNarrow { return [field.name] + texts.map { indent + $0 } }
      return texts.enumerated().map { index, line in
        index == 0 ? field.name + indent.dropFirst(field.name.count) + line : indent + line
      }
    }
  }
}
