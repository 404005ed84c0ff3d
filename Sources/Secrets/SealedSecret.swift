internal import CCrypt

/// A person's secret as a store may save it: enough to tell whether what somebody types is the secret, and
/// not the secret itself.
///
/// It is sealed with yescrypt by the system's own crypt library, with a salt of its own.
package struct SealedSecret: Hashable, Sendable {
  /// The line that crypt(3) makes: method, cost, salt and hash.
  package let line: String

  /// A sealed secret from the line that a store saved.
  package init(line: String) {
    self.line = line
  }

  /// Seals a secret; nil when the system's library can't, as when it is longer than 511 bytes.
  package init?(sealing secret: String) {
    guard let salt = SealedSecret.salt(), let line = SealedSecret.crypt(secret, salt) else {
      return nil
    }
    self.line = line
  }

  /// Whether a secret is the one that was sealed.
  package func opens(with secret: String) -> Bool {
    guard let again = SealedSecret.crypt(secret, line) else { return false }
    let (mine, theirs) = (Array(line.utf8), Array(again.utf8))
    guard mine.count == theirs.count else { return false }
    // Every byte is compared, however early one differs.
    return zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func salt() -> String? {
    var buffer = [CChar](repeating: 0, count: 192)
    let made = buffer.withUnsafeMutableBufferPointer { space -> Bool in
      guard let start = space.baseAddress else { return false }
      return crypt_gensalt_rn("$y$", 0, nil, 0, start, Int32(space.count)) != nil
    }
    return made ? text(buffer) : nil
  }

  private static func crypt(_ secret: String, _ setting: String) -> String? {
    // The library would stop reading at a zero byte.
    guard !secret.utf8.contains(0) else { return nil }
    var data = crypt_data()
    return withUnsafeMutablePointer(to: &data) { data in
      let made = crypt_rn(secret, setting, data, Int32(MemoryLayout<crypt_data>.size))
      return made.map { String(cString: $0) }
    }
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
