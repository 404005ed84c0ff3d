/// A place in a text that only goes forward, and knows its line.
struct TextCursor {
  let scalars: [Unicode.Scalar]
  private(set) var index = 0
  private var line = 1
  private var lineStart = 0

  /// Creates a cursor at the start of `text`, after any byte-order mark.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    if skip("\u{feff}") { lineStart = index }
  }

  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  var place: KeyPlaces.Place {
    KeyPlaces.Place(line: line, column: index - lineStart + 1)
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// Whether the next `count` characters are all `scalar`.
  func isNext(_ count: Int, of scalar: Unicode.Scalar) -> Bool {
    scalars.count - index >= count && scalars[index...].prefix(count).allSatisfy { $0 == scalar }
  }

  mutating func advance(by count: Int = 1) {
    for _ in 0..<count {
      guard let scalar = next else { return }
      index += 1
      if scalar == "\n" {
        line += 1
        lineStart = index
      }
    }
  }

  mutating func end() {
    index = scalars.count
  }

  @discardableResult mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  mutating func skip(until end: String) {
    while let scalar = next, !end.unicodeScalars.contains(scalar) { advance() }
  }

  mutating func skipSpaces() {
    while next == " " || next == "\t" { advance() }
  }

  /// Moves to the next character outside spaces, line ends and comments; returns false at the end of the
  /// text.
  mutating func skipBlanks() -> Bool {
    while let scalar = next {
      if scalar == "#" {
        skip(until: "\n")
      } else if " \t\r\n".unicodeScalars.contains(scalar) {
        advance()
      } else {
        return true
      }
    }
    return false
  }
}
