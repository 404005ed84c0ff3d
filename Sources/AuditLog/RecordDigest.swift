import Crypto

/// What the log stores about a record: a hash of it after a salt of its own.
///
/// Once the salt and the record are destroyed the hash reveals nothing of what the record said, and the log
/// is as true as before. Create one for each kind of record and use it for many.
package struct RecordDigest {
  /// Bytes of a salt.
  package static let saltLength = 16

  /// The value of one column.
  package enum Value: Hashable, Sendable {
    case number(Int64)
    case text(String)
    case bytes([UInt8])
  }

  /// The kind, as it is hashed.
  private let kind: [UInt8]
  /// The columns by name, each with its place in a row and its name as it is hashed.
  private let columns: [(place: Int, name: [UInt8])]
  private var buffer: [UInt8] = []

  /// - Parameters:
  ///   - kind: The name of the kind of record.
  ///   - columns: The names of the columns that are hashed, nil for a place of the row that is not.
  package init(kind: String, columns: [String?]) {
    self.kind = netstring(Array(kind.utf8))
    self.columns = columns.enumerated()
      .compactMap { place, name in name.map { (place, $0) } }
      .sorted { $0.1 < $1.1 }
      .map { ($0.0, netstring(Array($0.1.utf8))) }
  }

  /// A salt from the system's source of randomness.
  package static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<saltLength / 8).flatMap { _ in
      withUnsafeBytes(of: generator.next() as UInt64) { Array($0) }
    }
  }

  /// The hash of a record: its kind and its columns by name, those without a value left out, so that
  /// a column added later changes no hash made before.
  package mutating func make(salt: [UInt8], _ value: (Int) -> Value?) -> [UInt8] {
    buffer.removeAll(keepingCapacity: true)
    buffer += salt
    buffer += kind
    for (place, name) in columns {
      guard let value = value(place) else { continue }
      buffer += name
      switch value {
      case .number(let number): append("i", Array(String(number).utf8))
      case .text(var text): text.withUTF8 { append("t", $0) }
      case .bytes(let bytes): append("b", bytes)
      }
    }
    return Array(SHA256.hash(data: buffer))
  }

  /// Adds a netstring of a letter and some bytes.
  private mutating func append(_ letter: Unicode.Scalar, _ bytes: some Collection<UInt8>) {
    buffer += String(bytes.count + 1).utf8
    buffer.append(UInt8(ascii: ":"))
    buffer.append(UInt8(ascii: letter))
    buffer += bytes
    buffer.append(UInt8(ascii: ","))
  }
}
