import Crypto

/// What the log keeps of a record: a hash of it behind a salt of its own.
///
/// Once the salt and the record are destroyed the hash says nothing of what the record held, and the
/// log is as true as before.
package enum RecordDigest {
  /// Bytes of a salt.
  package static let saltLength = 16

  /// A salt from the system's source of randomness.
  package static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<saltLength / 8).flatMap { _ in
      withUnsafeBytes(of: generator.next()) { Array($0) }
    }
  }

  /// The value of one column.
  package enum Value: Hashable, Sendable {
    case number(Int64)
    case text(String)
    case bytes([UInt8])
  }

  /// The hash of a record: its kind and its columns by name, those without a value left out, so that
  /// a column added later changes no hash made before.
  package static func make(
    salt: [UInt8], kind: String, columns: [(name: String, value: Value)]
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: netstring(Array(kind.utf8)))
    for (name, value) in columns.sorted(by: { $0.name < $1.name }) {
      hash.update(data: netstring(Array(name.utf8)))
      switch value {
      case .number(let number): hash.update(data: netstring(Array("i\(number)".utf8)))
      case .text(let text): hash.update(data: netstring(Array("t\(text)".utf8)))
      case .bytes(let bytes): hash.update(data: netstring(Array("b".utf8) + bytes))
      }
    }
    return Array(hash.finalize())
  }
}
