internal import Cells

/// Text broken into lines that fit a width, between words where there is a blank.
struct TextLines: Hashable, Sendable {
  /// UTF-8 offsets of each line, without its line break; never empty.
  let ranges: [Range<Int>]
  private let text: String

  init(_ text: String, width: Int) {
    self.text = text
    var breaker = LineBreaker(width: max(1, width))
    for character in text { breaker.add(character) }
    ranges = breaker.finish()
  }

  subscript(line: Int) -> String {
    String(text[index(ranges[line].lowerBound)..<index(ranges[line].upperBound)])
  }

  var all: [String] { ranges.indices.map { self[$0] } }

  /// Returns the line and the cell of a UTF-8 offset.
  func position(of offset: Int) -> Position {
    let line = ranges.lastIndex { $0.lowerBound <= offset } ?? 0
    let before = text[index(ranges[line].lowerBound)..<index(offset)]
    return Position(row: line, column: TextWidth.columns(of: String(before)))
  }

  /// Returns the UTF-8 offset in a line that is nearest to a cell.
  func offset(line: Int, column: Int) -> Int {
    var offset = ranges[line].lowerBound
    var reached = 0
    for character in self[line] {
      reached += TextWidth.columns(of: character)
      if reached > column { break }
      offset += character.utf8.count
    }
    let isWrapped = line + 1 < ranges.count && offset == ranges[line + 1].lowerBound
    guard isWrapped, let last = self[line].last else { return offset }
    return offset - last.utf8.count
  }

  private func index(_ offset: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: min(offset, text.utf8.count))
  }
}

/// Finds the line breaks of one text, a character at a time.
private struct LineBreaker {
  let width: Int
  private var ranges: [Range<Int>] = []
  private var start = 0
  private var offset = 0
  private var column = 0
  /// The offset and the cell just after the last blank.
  private var afterBlank: (offset: Int, column: Int)?

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ character: Character) {
    let end = offset + character.utf8.count
    if character == "\n" {
      close(at: offset, next: end, column: 0)
    } else {
      let columns = TextWidth.columns(of: character)
      // A blank may hang over the edge: it is never carried to the next line.
      if column + columns > width, !character.isWhitespace, offset > start {
        let cut = afterBlank ?? (offset, column)
        close(at: cut.offset, next: cut.offset, column: column - cut.column)
      }
      column += columns
      if character.isWhitespace { afterBlank = (end, column) }
    }
    offset = end
  }

  private mutating func close(at end: Int, next: Int, column: Int) {
    ranges.append(start..<end)
    start = next
    self.column = column
    afterBlank = nil
  }

  mutating func finish() -> [Range<Int>] {
    ranges + [start..<offset]
  }
}
