/// The keys of sequences that a terminal sends although its description doesn't name them.
///
/// Source: XTerm Control Sequences, "PC-Style Function Keys". Modifiers are left out: Ctrl-Up is Up.
enum EscapeSequence {
  /// The most bytes of parameters in a sequence that is read as a key.
  static let maximumLength = 32
  /// The most bytes of a device's answer that are swallowed.
  static let maximumAnswer = 4096

  /// The key after `ESC O`.
  static func key(singleShift final: UInt8) -> Key? {
    switch Character(Unicode.Scalar(final)) {
    case "M": .enter
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    default: key(letter: final)
    }
  }

  /// The key after `ESC [`.
  static func key(parameters: [UInt8], final: UInt8) -> Key? {
    if parameters.first == UInt8(ascii: "<") { return mouse(parameters, final: final) }
    guard final == UInt8(ascii: "~") else { return key(letter: final) }
    switch String(decoding: parameters.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self) {
    case "1", "7": return .home
    case "4", "8": return .end
    case "3": return .delete
    case "5": return .pageUp
    case "6": return .pageDown
    default: return nil
    }
  }

  /// Returns a press of the first button or a turn of the wheel; nil for releases and other buttons.
  ///
  /// The three numbers are button, column and row, the last two counted from 1.
  private static func mouse(_ parameters: [UInt8], final: UInt8) -> Key? {
    let numbers = String(decoding: parameters.dropFirst(), as: UTF8.self).split(separator: ";")
      .compactMap { Int($0) }
    guard final == UInt8(ascii: "M"), numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else {
      return nil
    }
    switch numbers[0] {
    case 0: return .press(Position(row: numbers[2] - 1, column: numbers[1] - 1))
    case 64: return .wheelUp
    case 65: return .wheelDown
    default: return nil
    }
  }

  private static func key(letter: UInt8) -> Key? {
    switch Character(Unicode.Scalar(letter)) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "Z": .backTab
    default: nil
    }
  }
}
