/// A paste that is being received.
///
/// What comes after the limit is discarded up to the end mark, so that it is not read as keys.
struct PasteAssembly: Hashable, Sendable {
  /// The most bytes of one paste: 1 MiB, far above the longest note.
  static let maximumBytes = 1 << 20

  private var bytes: [UInt8] = []
  private var isHandedOver = false

  /// Adds one byte, and returns the paste as a key once it has reached the limit.
  mutating func take(_ byte: UInt8) -> Key? {
    guard !isHandedOver else { return nil }
    bytes.append(byte)
    return bytes.count < Self.maximumBytes ? nil : finish()
  }

  /// Ends the paste and returns it as a key; nil if it was empty or was returned already.
  mutating func finish() -> Key? {
    guard !isHandedOver else { return nil }
    isHandedOver = true
    let text = Self.cleaned(bytes)
    return text.isEmpty ? nil : .paste(text)
  }

  /// Replaces line breaks by LF, and removes other controls apart from tabs.
  private static func cleaned(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || scalar == "\n" && previous != "\r" {
        result.append("\n")
      } else if scalar == "\t" || !scalar.properties.isControl {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}
