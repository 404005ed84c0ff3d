import Testing

@testable import Cells

struct FrameTests {
  private func frame(_ rows: Int = 2, _ columns: Int = 5) -> Frame {
    Frame(size: Size(rows: rows, columns: columns))
  }

  @Test func `text is written where it was put`() {
    var frame = frame()
    #expect(frame.write("abc", row: 1, column: 1) == 4)
    #expect(frame.text == "\n abc")
  }

  @Test func `the right edge cuts`() {
    var frame = frame()
    #expect(frame.write("abcdefg", row: 0, column: 2) == 5)
    #expect(frame.text == "  abc\n")
  }

  @Test func `a width cuts before the edge`() {
    var frame = frame()
    #expect(frame.write("abcdefg", row: 0, column: 1, width: 2) == 3)
    #expect(frame.write("x", row: 1, column: 1, width: 0) == 1)
    #expect(frame.write("x", row: 1, column: 1, width: -3) == 1)
    #expect(frame.text == " ab\n")
  }

  @Test(arguments: [(-1, 0), (2, 0), (0, -1), (0, 5)])
  func `nothing is written outside`(row: Int, column: Int) {
    var frame = frame()
    #expect(frame.write("abc", row: row, column: column) == column)
    frame.fill(row: row == 0 ? 9 : row, style: .selected)
    #expect(frame == self.frame())
  }

  @Test(arguments: [(0, 0), (-3, 4), (1, 1)])
  func `any size can be drawn on`(rows: Int, columns: Int) {
    var frame = frame(rows, columns)
    frame.write("王a", row: 0, column: 0)
    #expect(frame.text == "")
  }

  @Test func `a wide character is not drawn by half in the last column`() {
    var frame = frame(1, 5)
    frame.write("abcde", row: 0, column: 0)
    #expect(frame.write("王x", row: 0, column: 4) == 5)
    #expect(frame.text == "abcd")
    #expect(frame.write("小", row: 0, column: 3) == 5)
    #expect(frame.text == "abc小")
  }

  @Test func `half of a wide character that is overwritten leaves a blank`() {
    var first = frame(1, 6)
    first.write("王小明", row: 0, column: 0)
    first.write("x", row: 0, column: 1)
    #expect(first.text == " x小明")
    first.write("y", row: 0, column: 2)
    #expect(first.text == " xy 明")
    first.write("大", row: 0, column: 3)
    #expect(first.text == " xy大")
  }

  @Test func `a conjunct fills several cells and reads as one`() {
    var frame = frame(1, 5)
    #expect(frame.write("क्षिx", row: 0, column: 0) == 4)
    #expect(frame.text == "क्षिx")
  }

  @Test func `free text cannot carry an escape sequence into a frame`() {
    var frame = Frame(size: Size(rows: 1, columns: 20))
    frame.write("\u{1B}[2J", row: 0, column: 0)
    #expect(frame.text == "<U+001B>[2J")
  }

  @Test func `styles lie over the text in the same shape`() {
    var frame = frame(2, 6)
    frame.write("Hi", row: 0, column: 0, style: .heading)
    frame.write("王", row: 0, column: 3, style: .today)
    #expect(frame.text == "Hi 王\n")
    #expect(frame.styles == "HH.TT\n")
  }

  @Test func `a filled row keeps its characters`() {
    var frame = frame(2, 4)
    frame.write("ab", row: 1, column: 1)
    frame.fill(row: 1, style: .selected)
    #expect(frame.text == "\n ab")
    #expect(frame.styles == "\nSSSS")
  }

  @Test func `every style has a letter of its own`() {
    #expect(Set(Style.allCases.map(\.letter)).count == Style.allCases.count)
  }

  @Test func `a screen has a likeness in plain letters`() {
    var frame = Frame(size: Size(rows: 1, columns: 40))
    frame.write("“a”…–—●★▁▂▃▄▅▆▇█·‘’→é王e\u{301}b", row: 0, column: 0, style: .hint)
    frame.cursor = Position(row: 0, column: 3)
    #expect(frame.inASCII.text == "\"a\"~--**12345678.''>????b")
    #expect(frame.inASCII.styles == frame.styles)
    #expect(frame.inASCII.cursor == frame.cursor)
  }
}
