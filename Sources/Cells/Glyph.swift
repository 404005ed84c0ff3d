/// A part of a character that fills one or two cells of its own.
///
/// Most characters are one glyph. A Devanagari conjunct such as `क्षि` is one character of three
/// glyphs, since terminals advance once for each of its letters and spacing vowels.
struct Glyph: Hashable, Sendable {
  var character: Character
  var columns: Int

  /// Splits a character that has passed `Printable` into what goes into cells.
  static func all(in character: Character) -> [Glyph] {
    if character.isASCII { return [Glyph(character: character, columns: 1)] }
    if let columns = EmojiCluster.columns(of: character) {
      return [Glyph(character: character, columns: columns)]
    }
    let scalars = character.unicodeScalars
    if scalars.count == 1, let only = scalars.first {
      return [Glyph(character: character, columns: max(1, WideScalars.columns(of: only)))]
    }
    return pieces(of: scalars)
  }

  private static func pieces(of scalars: Character.UnicodeScalarView) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in scalars {
      let columns = WideScalars.columns(of: scalar)
      if columns == 0, let last = glyphs.popLast() {
        let joined = String(last.character) + String(scalar)
        glyphs += joined.map { Glyph(character: $0, columns: last.columns) }
      } else {
        glyphs.append(Glyph(character: Character(scalar), columns: max(1, columns)))
      }
    }
    return glyphs
  }
}
