import InjectionCorpus
import Testing

@testable import Cells

struct PrintableTests {
  /// The allow-list, written a second time and from the other side.
  private func isSafe(_ text: String, lineBreaks: Bool = false) -> Bool {
    text.allSatisfy { character in
      if character == "\n" { return lineBreaks }
      if EmojiCluster.columns(of: character) != nil { return true }
      var marks = 0
      return character.unicodeScalars.allSatisfy { scalar in
        marks = Printable.isMark(scalar) ? marks + 1 : 0
        return marks <= 4 && !InjectionCorpus.isForbidden(scalar)
      }
    }
  }

  @Test(arguments: InjectionCorpus.texts)
  func `nothing of the injection corpus gets through`(text: String) {
    #expect(isSafe(Printable.line(text)))
    #expect(isSafe(Printable.text(text), lineBreaks: true))
  }

  @Test func `no random text gets through either`() {
    var generator = SeededGenerator(seed: 1)
    var failures: [String] = []
    for _ in 0..<100_000 {
      let text = generator.text()
      let line = Printable.line(text)
      if !isSafe(line) || Printable.line(line) != line { failures.append(text.debugDescription) }
    }
    #expect(failures.prefix(5).isEmpty, "seed 1")
  }

  @Test func `a bidi override is shown as a mark`() {
    #expect(Printable.line("no \u{202E}not") == "no <U+202E>not")
  }

  @Test func `an escape sequence is shown as a mark and its letters`() {
    #expect(Printable.line("\u{1B}]0;x\u{7}") == "<U+001B>]0;x<U+0007>")
  }

  @Test func `eight-bit controls and tags are marks`() {
    #expect(Printable.line("\u{9B}31m") == "<U+009B>31m")
    #expect(Printable.line("x\u{E0041}") == "x<U+E0041>")
  }

  @Test func `line breaks and tabs are single spaces on one line`() {
    #expect(Printable.line("a\nb\r\nc\rd\te") == "a b c d e")
  }

  @Test func `several lines stay several lines`() {
    #expect(Printable.text("a\nb\r\nc\rd\te") == "a\nb\nc d e")
  }

  @Test func `four marks stay on a letter and the rest are counted`() {
    let marks = { (count: Int) in String(repeating: "\u{301}", count: count) }
    #expect(Printable.line("e" + marks(4)) == "e" + marks(4))
    #expect(Printable.line("e" + marks(5) + "x") == "e" + marks(4) + "<+1 mark>x")
    #expect(Printable.line("e" + marks(10_000)) == "e" + marks(4) + "<+9996 marks>")
  }

  @Test func `a mark without a letter is shown by its number`() {
    #expect(Printable.line("\u{301}a") == "<U+0301>a")
  }

  @Test(arguments: ["👩‍👧", "❤️", "👍🏽", "🇬🇧", "1️⃣", "👩🏽‍❤️‍💋‍👩🏿", "☎︎", "⚡"])
  func `a well-formed emoji cluster stays whole`(cluster: String) {
    #expect(Printable.line(cluster) == cluster)
  }

  @Test func `joiners and selectors elsewhere are marks`() {
    #expect(Printable.line("a\u{200D}b") == "a<U+200D>b")
    #expect(Printable.line("a\u{FE0F}") == "a<U+FE0F>")
    #expect(Printable.line("👩\u{200D}") == "👩<U+200D>")
    #expect(Printable.line("a🏽") == "a<U+1F3FD>")
    #expect(Printable.line("🇬") == "<U+1F1EC>")
  }

  @Test(arguments: ["Zoe\u{308}", "王小明", "محمد علي", "क्षि", "Seán O’Neill", "한국", "ไทย"])
  func `names pass as they are`(name: String) {
    #expect(Array(Printable.line(name).unicodeScalars) == Array(name.unicodeScalars))
  }
}
