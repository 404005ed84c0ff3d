/// The one output gate: free text made safe for any terminal, file or pipe.
///
/// Nothing is dropped. What would steer a terminal, reorder a line or hide in it is shown as a
/// visible mark such as `<U+202E>`.
package enum Printable {
  /// The most combining marks drawn on one base; more would climb over the neighbouring rows.
  package static let maximumMarks = 4

  /// Returns text on one line; line breaks and tabs become single spaces.
  package static func line(_ text: String) -> String {
    isPlainASCII(text) ? text : made(from: text, keepingLines: false)
  }

  /// Returns text on several lines; tabs become spaces.
  package static func text(_ text: String) -> String {
    isPlainASCII(text) ? text : made(from: text, keepingLines: true)
  }

  /// Returns text for another program: exact, except that controls other than tabs and line ends, which no
  /// text needs, are shown as marks.
  package static func exact(_ text: String) -> String {
    if isPlainASCII(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isControl, scalar != "\t", scalar != "\n", scalar != "\r" {
        result += visible(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether text needs no work at all: printable ASCII and nothing else.
  static func isPlainASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
      ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Whether a character is shown as it is.
  static func isPlain(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return true }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return isShown(first) && !isMark(first)
    }
    return EmojiCluster.columns(of: character) != nil
  }

  private static func made(from text: String, keepingLines: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text {
      switch character {
      case "\n", "\r\n": result += keepingLines ? "\n" : " "
      case "\r", "\t": result += " "
      case _ where isPlain(character): result.append(character)
      default: append(character.unicodeScalars, to: &result)
      }
    }
    return result
  }

  /// Adds a cluster code point by code point, with marks for what may not be shown.
  private static func append(_ scalars: Character.UnicodeScalarView, to result: inout String) {
    var marks: Int?  // nil while there is no base that a mark could sit on
    for scalar in scalars {
      if isShown(scalar), isMark(scalar), let count = marks {
        if count < maximumMarks { result.unicodeScalars.append(scalar) }
        marks = count + 1
        continue
      }
      result += surplus(of: marks)
      let isBase = isShown(scalar) && !isMark(scalar)
      if isBase { result.unicodeScalars.append(scalar) } else { result += visible(scalar) }
      marks = isBase ? 0 : nil
    }
    result += surplus(of: marks)
  }

  private static func surplus(of marks: Int?) -> String {
    guard let marks, marks > maximumMarks else { return "" }
    let count = marks - maximumMarks
    return count == 1 ? "<+1 mark>" : "<+\(count) marks>"
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
