/// A UUID of version 7 (RFC 9562): made by the client, in order of time within one mint.
package struct Identifier: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// The sixteen bytes, most significant first.
  package var bytes: [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }

  /// Reads an identifier from where its sixteen bytes lie; nil when there are more or fewer.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}

extension Identifier: CustomStringConvertible {
  /// The usual form, `019ab3c2-…`.
  package var description: String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }

  /// Reads the usual form, hyphens optional; nil for anything else.
  package init?(text: some StringProtocol) {
    var text = String(text)
    guard let id = text.withUTF8({ Identifier(digits: $0) }) else { return nil }
    self = id
  }

  /// Reads the usual form from its bytes: a list of flags reads tens of thousands.
  package init?(digits: UnsafeBufferPointer<UInt8>) {
    var halves: (UInt64, UInt64) = (0, 0)
    var count = 0
    for byte in digits where byte != 45 {
      let value: UInt8
      switch byte {
      case 48...57: value = byte - 48
      case 97...102: value = byte - 87
      case 65...70: value = byte - 55
      default: return nil
      }
      if count < 16 {
        halves.0 = halves.0 << 4 | UInt64(value)
      } else {
        halves.1 = halves.1 << 4 | UInt64(value)
      }
      count += 1
      if count > 32 { return nil }
    }
    guard count == 32 else { return nil }
    self.init(high: halves.0, low: halves.1)
  }

  /// The time that its mint stamped on it, to the second.
  package var madeAt: Instant { Instant(seconds: Int(high >> 16) / 1000) }

  /// The last eight digits: enough to tell a receipt over the telephone.
  package var receipt: String { String(description.suffix(8)) }
}

/// Makes identifiers that increase in the order in which they are asked for.
package struct IdentifierMint: Sendable {
  private var last: UInt64 = 0

  package init() {}

  /// A mint whose identifiers come after `last`, so that what one case records within one second keeps its
  /// order.
  package init(after last: Identifier?) {
    follow(last)
  }

  /// Makes the next identifiers come after `id` as well.
  package mutating func follow(_ id: Identifier?) {
    guard let id else { return }
    last = max(last, (id.high >> 16) << 12 | (id.high & 0xfff))
  }

  /// A new identifier stamped with `moment`, or just after the last one if time has not advanced.
  package mutating func next(at moment: Instant) -> Identifier {
    // 48 bits of milliseconds and 12 of a counter, so that one second of a batch keeps its order.
    let stamp = UInt64(max(0, moment.seconds)) * 1000 << 12
    last = max(stamp, last + 1)
    let high = (last >> 12) << 16 | 0x7000 | (last & 0xfff)
    let low = UInt64.random(in: 0...UInt64.max) & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    return Identifier(high: high, low: low)
  }
}
