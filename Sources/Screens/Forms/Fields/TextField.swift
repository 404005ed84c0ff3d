package import Cells

/// One line of text to type in, which scrolls sideways so that the cursor is always seen.
package struct TextField: Hashable, Sendable {
  package private(set) var typed: TypedText
  /// Shown as dots, one a character.
  private let isSecret: Bool

  package init(_ text: String = "", isSecret: Bool = false, isSuggested: Bool = true) {
    typed = TypedText(text, isSuggested: isSuggested)
    self.isSecret = isSecret
  }

  /// Replaces the whole text, as one change that can be undone.
  mutating func replace(by text: String) {
    typed.replace(by: text)
  }

  package mutating func handle(_ key: Key) -> Bool {
    typed.handle(key)
  }

  /// Draws the part of the text around the cursor that fits, with `…` where its beginning is cut.
  func drawn(width: Int) -> DrawnField {
    let width = max(1, width)
    if isSecret {
      let dots = String(repeating: "•", count: min(typed.text.count, width - 1))
      return DrawnField(
        lines: [[Span(padded(dots, to: width), .input)]],
        cursor: Position(row: 0, column: dots.count))
    }
    let at = TextLines(typed.text, width: .max).position(of: typed.cursor).column
    // The text scrolls by half a width at a time, so that it stays still while the cursor moves.
    let half = max(1, width / 2)
    let start = at < width ? 0 : ((at - width) / half + 1) * half
    var shown = start > 0 ? "…" : ""
    var column = 0
    for character in typed.text {
      let next = column + TextWidth.columns(of: character)
      if column > start || start == 0 {
        if next - start > width { break }
        // A wide character that begins under the mark leaves a blank.
        let gap = column - start - TextWidth.columns(of: shown)
        shown += String(repeating: " ", count: max(0, gap)) + String(character)
      }
      column = next
    }
    return DrawnField(
      lines: [[Span(padded(shown, to: width), .input)]],
      cursor: Position(row: 0, column: at - start))
  }
}
