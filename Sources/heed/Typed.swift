/// Texts that a person typed as options.
enum Typed {
  /// Whether a text says something and holds no control character but tabs and line ends.
  static func isClean(_ text: String) -> Bool {
    text.contains { !$0.isWhitespace }
      && !text.unicodeScalars.contains { scalar in
        (scalar.value < 32 && ![9, 10].contains(scalar.value))
          || (0x7f...0x9f).contains(scalar.value)
      }
  }
}
