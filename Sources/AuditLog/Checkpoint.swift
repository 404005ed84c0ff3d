package import Crypto
import Foundation

/// The signed head of a log at a size, stored outside the machine to compare with later.
///
/// Written as C2SP's tlog-checkpoint in a signed note: the log's name, the size, the head in base64,
/// an empty line, and a signature by Ed25519. A stranger's tool reads it.
package struct Checkpoint: Hashable, Sendable {
  /// The log's name: one log an authority.
  package let origin: String
  package let size: Int
  /// 32 bytes.
  package let root: [UInt8]

  package init(origin: String, size: Int, root: [UInt8]) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// What is signed.
  package var body: String {
    "\(origin)\n\(size)\n\(Data(root).base64EncodedString())\n"
  }

  /// Returns the note: what is signed, and the signature.
  /// - Throws: the library's error when it can't sign.
  package func signed(by key: Curve25519.Signing.PrivateKey) throws -> String {
    let signature = try key.signature(for: Data(body.utf8))
    let id = Checkpoint.keyID(of: key.publicKey, named: origin)
    let line = Data(id + signature).base64EncodedString()
    return "\(body)\n\u{2014} \(origin) \(line)\n"
  }

  /// Reads a note and checks that `key` signed it.
  /// - Throws: `notACheckpoint`, `wrongSignature`.
  package init(note: String, by key: Curve25519.Signing.PublicKey) throws(CheckpointError) {
    guard let gap = note.range(of: "\n\n") else { throw .notACheckpoint }
    let body = String(note[..<gap.lowerBound]) + "\n"
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Data(base64Encoded: String(lines[2])), root.count == MerkleHash.length,
      !lines[0].isEmpty
    else { throw .notACheckpoint }
    origin = String(lines[0])
    self.size = size
    self.root = Array(root)
    let name = origin
    let id = Checkpoint.keyID(of: key, named: name)
    let isSigned = note[gap.upperBound...].split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "\u{2014}", words[1] == name,
        let data = Data(base64Encoded: String(words[2])), Array(data.prefix(4)) == id
      else { return false }
      return key.isValidSignature(data.dropFirst(4), for: Data(body.utf8))
    }
    guard isSigned else { throw .wrongSignature }
  }

  /// Four bytes that name a key.
  ///
  /// Source: C2SP signed-note: the hash of name, line end, 0x01, key.
  private static func keyID(of key: Curve25519.Signing.PublicKey, named name: String) -> [UInt8] {
    let named = Array(name.utf8) + [0x0A, 0x01] + Array(key.rawRepresentation)
    return Array(SHA256.hash(data: named).prefix(4))
  }
}

/// Why a checkpoint can't be believed.
package enum CheckpointError: Error, Hashable, Sendable {
  case notACheckpoint
  /// Not signed by the log's key.
  case wrongSignature
}
