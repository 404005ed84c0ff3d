import Synchronization

/// A secret while it is typed and used: bytes in one place, which are overwritten after use.
///
/// A string would leave a copy of itself wherever it grew. What is typed key by key leaves none; a
/// paste comes through the terminal's own buffers.
package final class TypedSecret: Sendable, Hashable {
  /// The longest secret, in bytes: no seal accepts a longer one.
  package static let longest = 511

  private let space: Mutex<Space>

  private struct Space {
    /// Never grows, since growing would leave a copy of the bytes behind.
    var bytes = [UInt8](repeating: 0, count: TypedSecret.longest + 1)
    var count = 0
    /// Whether more than the longest secret was typed.
    var isOverfull = false
  }

  package init() {
    space = Mutex(Space())
  }

  package convenience init(_ text: String) {
    self.init()
    append(text)
  }

  deinit {
    erase()
  }

  package func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  package func append(_ byte: UInt8) {
    space.withLock { space in
      guard space.count < TypedSecret.longest else {
        space.isOverfull = true
        return
      }
      space.bytes[space.count] = byte
      space.count += 1
    }
  }

  /// Removes the last code point.
  package func removeLast() {
    space.withLock { space in
      while space.count > 0 {
        space.count -= 1
        let byte = space.bytes[space.count]
        space.bytes[space.count] = 0
        // A continuation byte of UTF-8 is not the first byte of a code point.
        if byte & 0xC0 != 0x80 { return }
      }
    }
  }

  /// Overwrites the secret.
  package func erase() {
    space.withLock { space in
      for index in space.bytes.indices { space.bytes[index] = 0 }
      space.count = 0
      space.isOverfull = false
    }
  }

  /// The code points typed so far.
  package var count: Int {
    space.withLock { space in
      space.bytes[0..<space.count].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
  }

  /// Whether more was typed than the longest secret.
  package var isTooLong: Bool { space.withLock { $0.isOverfull } }

  /// Passes the bytes to `work`, followed by `end` if that is given.
  package func withBytes(
    endingWith end: UInt8? = nil, _ work: (UnsafeRawBufferPointer) -> Void
  ) {
    space.withLock { space in
      if let end { space.bytes[space.count] = end }
      let count = space.count + (end == nil ? 0 : 1)
      space.bytes.withUnsafeBytes { work(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      space.bytes[space.count] = 0
    }
  }

  /// The secret as a string, a copy that is never overwritten: only for code that accepts no bytes.
  package var text: String {
    var text = ""
    withBytes { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  package static func == (left: TypedSecret, right: TypedSecret) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// Whether two secrets have the same bytes.
  package func isSame(as other: TypedSecret) -> Bool {
    if self === other { return true }
    var isSame = false
    withBytes { mine in other.withBytes { isSame = mine.elementsEqual($0) } }
    return isSame
  }
}
