import Secrets
import Testing

/// A secret while it is typed: what is counted, taken back, lent and overwritten.
@Suite struct TypedSecretTests {
  private func bytes(_ secret: TypedSecret, endingWith end: UInt8? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    secret.withBytes(endingWith: end) { bytes = Array($0) }
    return bytes
  }

  @Test func `letters of several bytes are one each, and the last is taken back whole`() {
    let secret = TypedSecret("né")
    secret.append("😀")
    #expect(secret.count == 3 && secret.text == "né😀")
    secret.removeLast()
    #expect(secret.text == "né")
    secret.removeLast()
    secret.removeLast()
    secret.removeLast()
    #expect(secret.count == 0 && secret.text.isEmpty)
  }

  @Test func `a line is lent with its end, which does not become part of it`() {
    let secret = TypedSecret("word")
    #expect(bytes(secret, endingWith: 10) == Array("word\n".utf8))
    #expect(bytes(secret) == Array("word".utf8))
  }

  @Test func `the longest is taken, and of more nothing but that it was too much`() {
    let secret = TypedSecret(String(repeating: "a", count: TypedSecret.longest))
    #expect(!secret.isTooLong && secret.count == TypedSecret.longest)
    secret.append("b")
    #expect(secret.isTooLong && secret.count == TypedSecret.longest)
    #expect(bytes(secret, endingWith: 10).count == TypedSecret.longest + 1)
  }

  @Test func `what is erased is gone and can be typed anew`() {
    let secret = TypedSecret("a quiet word")
    secret.erase()
    #expect(bytes(secret).isEmpty && !secret.isTooLong)
    secret.append("another")
    #expect(secret.text == "another")
  }

  @Test(arguments: [
    ("word", "word", true), ("word", "ward", false), ("word", "words", false), ("", "", true),
  ])
  func `two are the same when they are typed alike`(one: String, other: String, isSame: Bool) {
    #expect(TypedSecret(one).isSame(as: TypedSecret(other)) == isSame)
  }
}
