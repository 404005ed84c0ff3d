extension Printable {
  /// Whether a code point may reach a terminal outside an emoji cluster.
  ///
  /// An allow-list: letters, marks, digits, punctuation, symbols and spaces that are assigned and
  /// not ignorable. Controls, bidi, zero-width, tags, variation selectors, private use and
  /// noncharacters all fall outside it.
  package static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xC0...0x2AF, 0x4E00...0x9FEF, 0xAC00...0xD7A3: return true
    case 0...0x9F, 0xAD: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default:
      return !scalar.properties.isDefaultIgnorableCodePoint
        && !EmojiCluster.isModifier(scalar) && !EmojiCluster.isRegional(scalar)
    }
  }

  /// Whether a code point needs a base to sit on.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
