import Cells
import Screens
import Testing

@Suite struct TypedTextTests {
  private static func typing(_ keys: [Key], in text: TypedText = TypedText()) -> TypedText {
    var text = text
    for key in keys { _ = text.handle(key) }
    return text
  }

  @Test(arguments: ["Zoe\u{308}", "王小明", "👩‍👧", "🇬🇧", "O'Neil", "محمد", "é", "क्षि"])
  func `one Backspace takes one visible character`(word: String) throws {
    let typed = Self.typing(word.map { Key.character($0) })
    #expect(Array(typed.text.utf8) == Array(word.utf8))
    for count in 1...word.count {
      let cut = Self.typing(Array(repeating: .backspace, count: count), in: typed)
      #expect(cut.text == String(word.dropLast(count)))
      let moved = Self.typing(Array(repeating: .left, count: count), in: typed)
      #expect(moved.cursor == String(word.dropLast(count)).utf8.count)
    }
  }

  @Test func `an accent typed after its letter joins it, and the cursor stands behind both`() {
    let typed = Self.typing([.character("Z"), .character("e"), .character("\u{301}")])
    #expect(typed.text == "Ze\u{301}")
    #expect(typed.cursor == typed.text.utf8.count)
    // A mark put before a letter's own mark: never a cursor inside a character.
    var between = Self.typing([.left], in: Self.typing([.character("a"), .character("b")]))
    _ = between.handle(.character("\u{301}"))
    #expect(between.text == "a\u{301}b" && between.cursor == 3)
    _ = between.handle(.character("\u{200D}"))
    #expect(between.cursor == 6)
  }

  @Test(arguments: [
    (Key.control("w"), "Kit fell ", 9), (.control("u"), "", 0),
    (.control("k"), "Kit fell down", 13),
    (.home, "Kit fell down", 0), (.control("a"), "Kit fell down", 0),
    (.end, "Kit fell down", 13), (.left, "Kit fell down", 12), (.right, "Kit fell down", 13),
    (.delete, "Kit fell down", 13), (.backspace, "Kit fell dow", 12),
  ])
  func `keys edit as in every line editor`(key: Key, text: String, cursor: Int) {
    let typed = Self.typing([key], in: Self.typing([.paste("Kit fell down")]))
    #expect(typed.text == text && typed.cursor == cursor)
  }

  @Test func `Ctrl-W takes the blanks behind a word too, Ctrl-K what follows the cursor`() {
    let typed = Self.typing([.paste("one two   ")])
    #expect(Self.typing([.control("w")], in: typed).text == "one ")
    #expect(Self.typing([.control("a"), .right, .control("k")], in: typed).text == "o")
    #expect(Self.typing([.control("a"), .delete], in: typed).text == "ne two   ")
  }

  @Test func `a paste becomes one line in a line and keeps its lines in notes`() {
    let pasted = "\u{0}one\r\ntwo\rthree\u{1B}[31m\tfour\u{85}\u{7F}\nq"
    #expect(Self.typing([.paste(pasted)]).text == "one two three[31m four q")
    let notes = TypedText(takesNewlines: true)
    #expect(Self.typing([.paste(pasted)], in: notes).text == "one\ntwo\nthree[31m four\nq")
  }

  @Test func `undo goes back word by word, a paste at once, and the first text comes back`() {
    let suggested = TypedText("today 18:42")
    var typed = Self.typing(
      "yest late".map { Key.character($0) } + [.paste(" 14:30")], in: suggested)
    var seen: [String] = []
    for key in [Key.control("_"), .alt("u"), .control("_"), .control("_"), .control("_")] {
      _ = typed.handle(key)
      seen.append(typed.text)
    }
    #expect(seen == ["yest late", "yest ", "yest", "today 18:42", "today 18:42"])
  }

  @Test func `what stood there at first is typed over, or edited once the cursor moves`() {
    let suggested = TypedText("I. Rowe")
    #expect(Self.typing([.character("T")], in: suggested).text == "T")
    #expect(Self.typing([.left, .character("T")], in: suggested).text == "I. RowTe")
    #expect(Self.typing([.backspace], in: suggested).text == "I. Row")
  }

  @Test func `a text ends at 64 KiB and says so, taking in nothing by half`() {
    let limit = TypedText.limit
    let nearly = Self.typing([.paste(String(repeating: "a", count: limit - 1))])
    #expect(!nearly.isFull)
    let wide = Self.typing([.character("é")], in: nearly)
    #expect(wide.isFull && wide.text == nearly.text)
    let full = Self.typing([.character("b")], in: wide)
    #expect(!full.isFull && full.text.utf8.count == limit)
    #expect(Self.typing([.paste("c")], in: full).isFull)
    #expect(!Self.typing([.paste("c"), .backspace], in: full).isFull)
  }
}
