internal import CTermShim
internal import Cells

/// What is really drawn on the terminal for one character, with one entry for each column addressed.
///
/// Terminals disagree about emoji clusters, and curses believes the C library. So a cluster is drawn as its
/// base, a flag as its two letters, and anything that the library measures differently from the frame is
/// replaced: a row never shifts.
struct DrawnCell {
  /// The most code points in one cell of curses: a base and its marks.
  private static let maximumScalars = 5

  /// Code points by column; a wide character that curses advances itself has one entry.
  let columns: [[UInt32]]

  init(_ character: Character, isWide: Bool, fits: Bool) {
    let scalars = character.unicodeScalars
    guard let base = scalars.first?.value, fits || !isWide else {
      columns = [[0x20]]
      return
    }
    if !isWide {
      columns = [Self.narrow(scalars, base: base)]
    } else if (0x1F1E6...0x1F1FF).contains(base) {
      columns = scalars.map { [$0.value - 0x1F1E6 + 0x41] }
    } else if ts_width(base) == 2 {
      columns = [scalars.count == 1 || isEmoji(scalars) ? [base] : Self.limited(scalars)]
    } else {
      columns = [ts_width(base) == 1 ? [base] : [0xFFFD], [0x20]]
    }
  }

  private static func narrow(_ scalars: Character.UnicodeScalarView, base: UInt32) -> [UInt32] {
    if base >= 0x20, base < 0x7F || ts_width(base) == 1 { return limited(scalars) }
    return [0xFFFD]
  }

  private static func limited(_ scalars: Character.UnicodeScalarView) -> [UInt32] {
    scalars.prefix(maximumScalars).map(\.value).filter { $0 < 0x7F || ts_width($0) >= 0 }
  }
}

private func isEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
  scalars.contains { $0 == "\u{200D}" || $0.properties.isVariationSelector }
    || scalars.dropFirst().contains { $0.properties.isEmojiModifier }
}
