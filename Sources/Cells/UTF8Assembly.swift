/// Makes code points from single bytes, across any number of reads.
///
/// A byte that cannot begin a code point, and a sequence that makes none, each become one U+FFFD, so that a
/// slip is seen.
struct UTF8Assembly: Hashable, Sendable {
  private var bytes: [UInt8] = []

  /// Adds one byte and returns the code points that it completes.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    if bytes.isEmpty { return begin(byte) }
    guard (0x80...0xBF).contains(byte) else {
      bytes = []
      return ["\u{FFFD}"] + begin(byte)
    }
    bytes.append(byte)
    guard bytes.count == Self.length(lead: bytes[0]) else { return [] }
    defer { bytes = [] }
    let decoded = String(validating: bytes, as: UTF8.self)
    return decoded.map { Array($0.unicodeScalars) } ?? ["\u{FFFD}"]
  }

  /// Discards a code point that will not be finished; true if there was one.
  mutating func abandon() -> Bool {
    defer { bytes = [] }
    return !bytes.isEmpty
  }

  private mutating func begin(_ byte: UInt8) -> [Unicode.Scalar] {
    if byte < 0x80 { return [Unicode.Scalar(byte)] }
    guard Self.length(lead: byte) != nil else { return ["\u{FFFD}"] }
    bytes = [byte]
    return []
  }

  private static func length(lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
