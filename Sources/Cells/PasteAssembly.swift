/// A paste on its way in.
///
/// What comes after the limit is thrown away up to the end mark: it must not be taken for keys.
struct PasteAssembly: Hashable, Sendable {
  /// Bytes of one paste: 1 MiB, far above the longest note.
  static let maximumBytes = 1 << 20

  private var bytes: [UInt8] = []
  private var isHandedOver = false

  /// The paste as a key once it has reached the limit.
  mutating func take(_ byte: UInt8) -> Key? {
    guard !isHandedOver else { return nil }
    bytes.append(byte)
    return bytes.count < Self.maximumBytes ? nil : finish()
  }

  /// The paste as a key; nil if it was empty or has been handed over.
  mutating func finish() -> Key? {
    guard !isHandedOver else { return nil }
    isHandedOver = true
    let text = Self.cleaned(bytes)
    return text.isEmpty ? nil : .paste(text)
  }

  /// Line breaks become LF; other controls, tabs apart, are taken out.
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
