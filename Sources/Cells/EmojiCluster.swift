/// The one decision about which emoji clusters may be drawn and stored whole.
///
/// Joiners, variation selectors and skin tones are allowed inside a well-formed cluster, and
/// nowhere else. Source: Unicode Technical Standard 51, section 1.4.9, without tag sequences,
/// which can hide text.
enum EmojiCluster {
  /// The longest sequence that Unicode recommends for interchange has ten code points.
  static let maximumScalars = 10

  /// The cells of a well-formed cluster; nil when the character isn't one, or is a lone scalar.
  static func columns(of character: Character) -> Int? {
    guard character.utf8.count > 4 else { return nil }
    let scalars = Array(character.unicodeScalars.prefix(maximumScalars + 1))
    guard scalars.count > 1, scalars.count <= maximumScalars else { return nil }
    if isFlag(scalars) || isKeycap(scalars) { return 2 }
    let elements = scalars.split(separator: joiner, omittingEmptySubsequences: false)
    guard elements.allSatisfy(isElement) else { return nil }
    if scalars.count == 2, scalars[1] == textSelector {
      return WideScalars.columns(of: scalars[0])
    }
    return 2
  }

  /// Whether a code point may appear in a cluster only, never alone.
  static func isModifier(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  /// Whether a code point is half of a flag.
  static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let textSelector: Unicode.Scalar = "\u{FE0E}"
  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"
  private static let keycap: Unicode.Scalar = "\u{20E3}"

  private static func isFlag(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count == 2 && scalars.allSatisfy(isRegional)
  }

  private static func isKeycap(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count == 3 && "0123456789#*".unicodeScalars.contains(scalars[0])
      && scalars[1] == emojiSelector && scalars[2] == keycap
  }

  private static func isElement(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let base = scalars.first, base.value > 0x7F, base.properties.isEmoji,
      !isModifier(base), !isRegional(base)
    else { return false }
    let rest = scalars.dropFirst()
    guard let next = rest.first else { return true }
    guard rest.count == 1 else { return false }
    return next == emojiSelector || next == textSelector
      || isModifier(next) && base.properties.isEmojiModifierBase
  }
}
