import Crypto
import Testing

@testable import AuditLog

/// Signed heads of a log, as they are kept elsewhere.
@Suite struct CheckpointTests {
  private let key = Curve25519.Signing.PrivateKey()
  private let head = Checkpoint(
    origin: "heed/0190aa", size: 12, root: MerkleHash.leaf(Array("x".utf8)))

  @Test func `a note is read back as it was signed`() throws {
    let note = try head.signed(by: key)
    #expect(try Checkpoint(note: note, by: key.publicKey) == head)
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "heed/0190aa" && lines[1] == "12" && lines[3] == "")
    #expect(lines[4].hasPrefix("\u{2014} heed/0190aa "))
  }

  @Test func `not one byte of a note may be another`() throws {
    let note = Array(try head.signed(by: key).utf8)
    var refused = 0
    // The last line end closes the note and is no part of what is signed.
    for index in note.indices.dropLast() {
      for change: UInt8 in [0x01, 0x20, 0x80] {
        var other = note
        other[index] ^= change
        // Base64 has bits at its end that mean nothing: a note that reads the same is the same.
        let read = try? Checkpoint(note: String(decoding: other, as: UTF8.self), by: key.publicKey)
        #expect(read == nil || read == head, "byte \(index)")
        if read == nil { refused += 1 }
      }
    }
    #expect(refused > 3 * (note.count - 3))
  }

  @Test func `another's signature, another name and no note at all are refused`() throws {
    let note = try head.signed(by: key)
    let other = Curve25519.Signing.PrivateKey()
    #expect(throws: CheckpointError.wrongSignature) {
      try Checkpoint(note: note, by: other.publicKey)
    }
    #expect(throws: CheckpointError.wrongSignature) {
      try Checkpoint(
        note: note.replacing("heed/0190aa\n12", with: "heed/0190ab\n12"), by: key.publicKey)
    }
    for text in ["", "\n\n", "a\nb\nc\n\n", "heed\n-1\nAA==\n\n", "heed\n012\nAA==\n\n"] {
      #expect(throws: CheckpointError.notACheckpoint) {
        try Checkpoint(note: text, by: key.publicKey)
      }
    }
  }
}
