import Secrets
import Testing

/// A secret as a store may keep it.
@Suite struct SealedSecretTests {
  private static let secrets = [
    "", " ", "correct horse", "pässwörd, 秘密 👩‍👧", "tab\tand\nline",
    String(repeating: "a", count: 500),
  ]

  @Test(arguments: secrets)
  func `only the same secret opens what it sealed`(secret: String) throws {
    let sealed = try #require(SealedSecret(sealing: secret))
    #expect(sealed.opens(with: secret))
    for other in [secret + " ", "x" + secret, secret + "\u{301}", "another", secret.uppercased()] {
      #expect(sealed.opens(with: other) == (other == secret))
    }
    if !secret.isEmpty { #expect(!sealed.opens(with: String(secret.dropLast()))) }
  }

  @Test func `two seals of one secret differ, and either opens`() throws {
    let first = try #require(SealedSecret(sealing: "correct horse"))
    let second = try #require(SealedSecret(sealing: "correct horse"))
    #expect(first.line != second.line)
    #expect(first.opens(with: "correct horse"))
    #expect(second.opens(with: "correct horse"))
  }

  @Test func `a line holds the method and nothing of the secret`() throws {
    let sealed = try #require(SealedSecret(sealing: "correct horse"))
    #expect(sealed.line.hasPrefix("$y$"))
    #expect(!sealed.line.contains("horse"))
    #expect(SealedSecret(line: sealed.line).opens(with: "correct horse"))
  }

  @Test func `a mangled line opens with nothing`() throws {
    let line = try #require(SealedSecret(sealing: "correct horse")).line
    let mangled = [
      "", "*0", "*1", "x", "$", "$y$", "correct horse", String(line.dropLast()), line + "x",
      String(line.dropFirst()), String(line.reversed()), line.replacing("$y$", with: "$1$"),
      String(line.prefix(20)), "\(line.prefix(30))\u{0}\(line.dropFirst(30))",
      String(line.dropLast()) + (line.hasSuffix(".") ? "/" : "."),
    ]
    for line in mangled {
      for secret in ["correct horse", "", line] {
        #expect(!SealedSecret(line: line).opens(with: secret), "\(line)")
      }
    }
  }

  @Test func `what can't be sealed whole is not sealed at all`() {
    // The system's library takes 511 bytes, and ends a text at its first zero.
    #expect(SealedSecret(sealing: String(repeating: "a", count: 512)) == nil)
    #expect(SealedSecret(sealing: "correct\u{0}horse") == nil)
  }

  @Test func `a secret with a zero in it opens nothing`() throws {
    let sealed = try #require(SealedSecret(sealing: "correct"))
    #expect(!sealed.opens(with: "correct\u{0}horse"))
  }
}
