/// How many cells text fills once `Frame.write` has drawn it.
///
/// What cannot be shown is measured as the mark that replaces it: a bidi override as the eight cells of
/// `<U+202E>`. So the column of a cursor is the width of the text before it.
package enum TextWidth {
  /// The cells of one character: 1 or 2, more for a conjunct of several letters or for a mark.
  package static func columns(of character: Character) -> Int {
    if let value = character.asciiValue, (0x20...0x7E).contains(value) { return 1 }
    if Printable.isPlain(character) { return drawnColumns(of: character) }
    return Printable.line(String(character)).reduce(0) { $0 + drawnColumns(of: $1) }
  }

  /// The cells of a text on one line.
  package static func columns(of text: String) -> Int {
    if Printable.isPlainASCII(text) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Returns the beginning of a text that fits, with `…` as its last character when something is cut.
  ///
  /// Characters stay whole, so the result can be a cell narrower than asked for.
  package static func clipped(
    _ text: String, to columns: Int, ellipsis: Bool = true
  ) -> String {
    guard columns > 0 else { return "" }
    if text.utf8.count <= columns, Printable.isPlainASCII(text) { return text }
    let room = ellipsis ? columns - 1 : columns
    var used = 0
    var cut = text.startIndex
    for index in text.indices {
      used += self.columns(of: text[index])
      if used <= room { cut = text.index(after: index) }
      if used > columns { return text[..<cut] + (ellipsis ? "…" : "") }
    }
    return text
  }

  private static func drawnColumns(of character: Character) -> Int {
    if character.isASCII { return 1 }
    return Glyph.all(in: character).reduce(0) { $0 + $1.columns }
  }
}
