import Testing

@testable import Cells

struct KeyAssemblerTests {
  private func keys(_ text: String) -> [Key] {
    var assembler = KeyAssembler()
    for byte in text.utf8 { assembler.take(byte) }
    return assembler.drain()
  }

  @Test func `letters and controls are keys`() {
    #expect(
      keys("aé\r\t\u{7F}\u{8}\u{13}\u{1F}\u{0}\u{11}") == [
        .character("a"), .character("é"), .enter, .tab, .backspace, .backspace, .control("s"),
        .control("_"), .control(" "), .control("q"),
      ])
  }

  @Test func `an accent stays on its letter`() {
    #expect(keys("Zoe\u{308}👩‍👧") == ["Z", "o", "e\u{308}", "👩‍👧"].map { .character($0) })
  }

  @Test func `an escape alone is a key and with a letter is another`() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}u") == [.alt("u")])
    #expect(keys("\u{1B}1x") == [.alt("1"), .character("x")])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
    #expect(keys("\u{1B}[") == [.alt("[")])
    #expect(keys("\u{1B}O") == [.alt("O")])
    #expect(keys("\u{1B}Px") == [.alt("P"), .character("x")])
  }

  @Test func `sequences without a name are known or swallowed, never typed`() {
    #expect(keys("\u{1B}[1;5A\u{1B}OH\u{1B}[4~\u{1B}[Z") == [.up, .home, .end, .backTab])
    #expect(keys("a\u{1B}[1;9Xb\u{1B}[24;80Rc") == ["a", "b", "c"].map { .character($0) })
    #expect(keys("\u{1B}]10;rgb:0/0/0\u{7}q\u{1B}P1$r0m\u{1B}\\q").count == 2)
  }

  @Test func `a character split between two reads is not lost`() {
    var assembler = KeyAssembler()
    let bytes = Array("王é".utf8)
    var keys: [Key] = []
    for byte in bytes {
      assembler.take(byte)
      keys += assembler.drain()
    }
    #expect(keys == [.character("王"), .character("é")])
  }

  @Test func `bytes that are no text are seen`() {
    var assembler = KeyAssembler()
    for byte: UInt8 in [0xFF, 0x61, 0xC3, 0x62] { assembler.take(byte) }
    #expect(assembler.drain() == ["\u{FFFD}", "a", "\u{FFFD}", "b"].map { .character($0) })
  }

  @Test func `a paste is one key, without controls`() {
    var assembler = KeyAssembler()
    assembler.startPaste()
    for byte in "one\r\ntwo\rq\t\u{1B}\u{7}\u{9B}x\n".utf8 { assembler.take(byte) }
    assembler.take(.up)
    #expect(assembler.drain().isEmpty)
    assembler.endPaste()
    #expect(assembler.drain() == [.paste("one\ntwo\nq\tx\n")])
    #expect(!assembler.isPasting)
  }

  @Test func `what follows the limit of a paste is never typed`() {
    var assembler = KeyAssembler()
    assembler.startPaste()
    for _ in 0..<PasteAssembly.maximumBytes + 5 { assembler.take(0x71) }
    #expect(assembler.drain() == [.paste(String(repeating: "q", count: 1 << 20))])
    assembler.endPaste()
    #expect(assembler.drain().isEmpty)
  }

  @Test func `an empty paste is nothing`() {
    var assembler = KeyAssembler()
    assembler.startPaste()
    assembler.endPaste()
    #expect(assembler.drain().isEmpty)
  }
}
