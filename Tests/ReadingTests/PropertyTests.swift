import Testing

@testable import Reading

/// What must hold of any text at all.
@Suite struct `Any text` {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "no ", "bruise", " to ", "ear", "?", "'", "’", "–", "\u{0}", "é", "🙂", ".", ";", "mum's ", "# ",
    "x4", "4/10", "\n", "NAI ", "(", "same ", "as ", "Dave ", "two men ", "%", "\u{202E}", "or ",
    "e\u{301}", "not ", "seen ", "cancelled ", "by ", "us",
  ]

  private static func texts() -> [String] {
    var numbers = Numbers(state: 7)
    var texts = ["", " ", "'", "?", "’s", "#", "...", "\u{FEFF}", "'s 's 's", "-–—"]
    for _ in 0..<400 {
      let count = Int.random(in: 1...30, using: &numbers)
      texts.append(
        (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined())
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    return texts
  }

  @Test(arguments: ReadField.allCases)
  func `Any bytes are read, twice alike, and every span lies within the text`(_ field: ReadField) {
    for text in Self.texts() {
      let reading = read(text, as: field)
      #expect(reading == read(text, as: field))
      for mention in reading.mentions {
        #expect(mention.range.lowerBound >= 0 && mention.range.upperBound <= text.utf8.count)
      }
    }
  }

  @Test func `A long text is read in little time`() {
    let text = String(repeating: "No bruise seen, mum says he fell. Bruise to ear? ", count: 210)
    let start = ContinuousClock.now
    for field in ReadField.allCases { _ = read(text, as: field) }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test(
    arguments: [
      ("D’Souza", "D'Souza", true), ("Zoë Fenn", "Zoe Fenn", true), ("Mr. Tapp", "mr tapp", true),
      ("mum's friend Robbo", "Robbo", true), ("Anne-Marie", "anne marie", true),
      ("Dean", "Deana", false), ("Mrs Okoro", "Mr Okoro", false), ("Sara", "Sarah", false),
      ("", "", false),
    ])
  func `Two forms of a name are one adult`(_ a: String, _ b: String, _ same: Bool) {
    #expect(isSameAdult(a, b) == same)
    #expect(isSameAdult(b, a) == same)
  }
}
