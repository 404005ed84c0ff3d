/// The words around what a search found in a note.
package enum Snippet {
  /// A piece of text, and whether a search found it.
  package struct Piece: Hashable, Sendable {
    package let text: String
    package let isMatch: Bool

    package init(_ text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }

  /// Words shown before the first match.
  private static let before = 5
  /// Words shown in all.
  private static let most = 40

  /// The first text in which any of the folded words begins a word, from a few words before it;
  /// the beginning of the first text where none does.
  package static func pieces(of texts: [String], words: [String]) -> [Piece] {
    for text in texts {
      let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = parts.firstIndex(where: { isMatch($0, words) }) else { continue }
      let start = max(0, first - before)
      let shown = parts[start...].prefix(most)
      return (start > 0 ? [Piece("…", isMatch: false)] : [])
        + shown.map { Piece($0, isMatch: isMatch($0, words)) }
    }
    let start = texts.first?.split(whereSeparator: \.isWhitespace).prefix(most) ?? []
    return start.map { Piece(String($0), isMatch: false) }
  }

  private static func isMatch(_ part: String, _ words: [String]) -> Bool {
    let folded = " " + folded(part)
    return words.contains { folded.contains(" " + $0) }
  }
}
