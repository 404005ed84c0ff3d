import Records

/// Texts that a person typed as options.
enum Typed {
  /// Whether a text says something, with a letter or a number in it, and holds no control character.
  static func isClean(_ text: String) -> Bool { saysSomething(text) && !holdsControl(text) }

  /// Whether a text holds a control character other than tabs and line ends.
  static func holdsControl(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      (scalar.value < 32 && ![9, 10].contains(scalar.value)) || (0x7f...0x9f).contains(scalar.value)
    }
  }

  /// The same of a text that stands on one line, such as a name or a reference.
  static func isCleanLine(_ text: String) -> Bool {
    isClean(text) && !text.contains { $0.isNewline || $0 == "\t" }
  }
}
