internal import Cells

/// A piece of a line in one style.
struct Span: Hashable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .body) {
    self.text = text
    self.style = style
  }
}

/// A field as drawn in some width, with the position of the cursor.
struct DrawnField: Hashable, Sendable {
  var lines: [[Span]]
  var cursor: Position
}

/// Returns text padded with blanks to `width` cells; longer text is cut.
func padded(_ text: String, to width: Int) -> String {
  let clipped = TextWidth.clipped(text, to: width, ellipsis: false)
  return clipped
    + String(repeating: " ", count: max(0, width - TextWidth.columns(of: clipped)))
}
