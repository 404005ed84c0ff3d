internal import CTermShim
internal import Cells

/// What each meaning looks like on this terminal.
///
/// Weight comes first and colour only repeats it, so nothing is lost without colour or to a colour-blind
/// reader. Colours are drawn on the default background, whatever it is.
struct Palette: Sendable {
  /// Attributes and the number of a colour pair, 0 for the default colours.
  struct Look: Sendable {
    var weight: UInt32
    var pair: Int16
  }

  enum Ink: Int16 {
    case plain, strong, second
  }

  private let pairs: Set<Int16>

  /// Starts colours as asked; nothing is sent to the terminal when there are to be none.
  init(_ choice: ColorChoice, noColor: String?) {
    var pairs: Set<Int16> = []
    if Self.wantsColor(choice, noColor: noColor) {
      let colors = Int(ts_start_colors())
      for (ink, number) in Self.foregrounds(choice, among: colors) {
        ts_define_pair(ink.rawValue, number)
        pairs.insert(ink.rawValue)
      }
    }
    self.pairs = pairs
  }

  func look(of style: Style) -> Look {
    let (weight, ink) = Self.meaning(of: style)
    return Look(weight: weight, pair: pairs.contains(ink.rawValue) ? ink.rawValue : 0)
  }

  /// Whether colours are wanted at all; an explicit number of them beats the variable.
  ///
  /// Source: no-color.org.
  static func wantsColor(_ choice: ColorChoice, noColor: String?) -> Bool {
    switch choice {
    case .never: false
    case .auto: (noColor ?? "").isEmpty
    case .sixteen, .twoFiftySix: true
    }
  }

  /// Colour numbers that are read on white and on black alike.
  ///
  /// Of the 256, whose values are fixed whatever the theme, 131 (#AF5F5F) and 63 (#5F5FFF) keep
  /// 4.5:1 on both; `PaletteTests` computes it. A terminal's own sixteen are whatever its theme
  /// says: of them only magenta comes near on most, and the weight alone tells the second apart.
  static func foregrounds(_ choice: ColorChoice, among colors: Int) -> [(ink: Ink, number: Int16)] {
    if choice != .sixteen, colors >= 256 { return [(.strong, 131), (.second, 63)] }
    return colors >= 8 ? [(.strong, 5)] : []
  }

  static func meaning(of style: Style) -> (UInt32, Ink) {
    let (bold, dim) = (TS_BOLD, TS_DIM)
    let (reverse, underline) = (TS_REVERSE, TS_UNDERLINE)
    return switch style {
    case .body, .supervision: (0, .plain)
    case .heading, .notice, .evidence: (bits(bold), .plain)
    case .dim, .hint, .record: (bits(dim), .plain)
    case .selected: (bits(reverse), .plain)
    case .input: (bits(underline), .plain)
    case .problem: (bits(bold), .strong)
    case .today: (bits(bold) | bits(underline), .strong)
    case .week: (bits(bold), .second)
    }
  }
}
