import Testing

@testable import Cells

struct TextWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("王", 2), ("ｓ", 2), ("한", 2), ("👩‍👧", 2), ("👍🏽", 2),
    ("🇬🇧", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("⚡", 2), ("…", 1), ("█", 1), ("क्षि", 3),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{3000}", 2), ("\u{A0}", 1), ("𠮷", 2),
  ])
  func `a character takes its cells`(character: String, columns: Int) {
    #expect(TextWidth.columns(of: Character(character)) == columns)
    #expect(TextWidth.columns(of: character) == columns)
  }

  @Test func `what cannot be shown is as wide as its mark`() {
    #expect(TextWidth.columns(of: "a\u{202E}b") == 10)
    #expect(TextWidth.columns(of: "a\tb\n") == 4)
  }

  @Test func `a text that fits is not touched`() {
    #expect(TextWidth.clipped("Amina Yusuf", to: 11) == "Amina Yusuf")
    #expect(TextWidth.clipped("王小明", to: 6) == "王小明")
  }

  @Test func `a text that is cut ends with an ellipsis`() {
    #expect(TextWidth.clipped("Amina Yusuf", to: 6) == "Amina…")
    #expect(TextWidth.clipped("Amina Yusuf", to: 6, ellipsis: false) == "Amina ")
    #expect(TextWidth.clipped("Amina", to: 1) == "…")
    #expect(TextWidth.clipped("Amina", to: 0) == "")
  }

  @Test func `a wide character is never cut in two`() {
    #expect(TextWidth.clipped("王小明", to: 5) == "王小…")
    #expect(TextWidth.clipped("王小明", to: 4) == "王…")
    #expect(TextWidth.clipped("王小明", to: 3, ellipsis: false) == "王")
  }

  @Test func `clipping never exceeds the width nor splits a character`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<20_000 {
      let text = generator.text()
      let columns = Int.random(in: 0...20, using: &generator)
      let clipped = TextWidth.clipped(text, to: columns, ellipsis: false)
      let whole = Array(text)
      #expect(TextWidth.columns(of: clipped) <= columns, "seed 2: \(text.debugDescription)")
      #expect(Array(clipped) == Array(whole.prefix(clipped.count)), "seed 2")
      #expect(TextWidth.columns(of: TextWidth.clipped(text, to: columns)) <= columns, "seed 2")
    }
  }

  @Test func `a written text is as wide as it was measured`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let text = generator.text()
      var frame = Frame(size: Size(rows: 1, columns: 200))
      let end = frame.write(text, row: 0, column: 0)
      #expect(end == TextWidth.columns(of: text), "seed 3: \(text.debugDescription)")
    }
  }
}
