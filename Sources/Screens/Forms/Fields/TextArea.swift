package import Cells

/// Text of several lines, broken between words; it grows with what is typed and then scrolls.
package struct TextArea: Hashable, Sendable {
  package private(set) var typed: TypedText
  /// The fewest and the most lines that it is drawn with.
  private let rows: ClosedRange<Int>

  package init(_ text: String = "", takesNewlines: Bool, rows: ClosedRange<Int>) {
    typed = TypedText(text, takesNewlines: takesNewlines, isSuggested: false)
    self.rows = rows
  }

  /// Returns the same area with `text` in it and nothing to undo.
  package func holding(_ text: String) -> TextArea {
    var area = self
    area.typed = TypedText(text, takesNewlines: typed.takesNewlines, isSuggested: false)
    return area
  }

  /// Replaces the whole text, as one change that can be undone.
  mutating func replace(by text: String) {
    typed.replace(by: text)
  }

  /// Handles an editing key; Up and Down move by drawn line, and at the first and last are left to the form.
  package mutating func handle(_ key: Key, width: Int) -> Bool {
    switch key {
    case .up: return move(by: -1, width: width)
    case .down: return move(by: 1, width: width)
    default: return typed.handle(key)
    }
  }

  private mutating func move(by step: Int, width: Int) -> Bool {
    let lines = lines(width)
    let at = lines.position(of: typed.cursor)
    guard lines.ranges.indices.contains(at.row + step) else { return false }
    typed.move(to: lines.offset(line: at.row + step, column: at.column))
    return true
  }

  func drawn(width: Int) -> DrawnField {
    let lines = lines(width)
    let at = lines.position(of: typed.cursor)
    let count = min(max(lines.ranges.count, rows.lowerBound), rows.upperBound)
    let first = min(max(0, at.row - count / 2), max(0, lines.ranges.count - count))
    let shown = (first..<first + count).map { line in
      let text = lines.ranges.indices.contains(line) ? lines[line] : ""
      return [Span(padded(text, to: width), .input)]
    }
    return DrawnField(
      lines: shown,
      cursor: Position(row: at.row - first, column: min(at.column, max(0, width - 1))))
  }

  /// One cell is left free for the cursor behind the last letter of a line.
  private func lines(_ width: Int) -> TextLines {
    TextLines(typed.text, width: width - 1)
  }
}
