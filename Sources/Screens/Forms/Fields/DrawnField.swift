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

/// What a field looks like in a width, and where the cursor stands in it.
struct DrawnField: Hashable, Sendable {
  var lines: [[Span]]
  var cursor: Position
}

/// Text with blanks behind it up to a width; longer text is cut.
func padded(_ text: String, to width: Int) -> String {
  let clipped = TextWidth.clipped(text, to: width, ellipsis: false)
  return clipped
    + String(repeating: " ", count: max(0, width - TextWidth.columns(of: clipped)))
}
