import Cells
import Records
import Testing

@testable import Screens

/// Forms at every size, with every kind of text.
@Suite struct FormDrawingTests {
  private static let wide = [
    "Zoe\u{308} est tombée", "作者说他摔倒了", "👩‍👧‍👦 at home with 👶🏽", "قال إنه سقط من السرير",
    "क्षि", "a\u{202E}b", String(repeating: "x", count: 90),
    "王小明 " + String(repeating: "字", count: 40),
  ]

  /// Whether the cursor stands inside the frame and in what is typed or chosen.
  private static func isOnField(_ frame: Frame) -> Bool {
    guard let cursor = frame.cursor,
      let cell = frame[cursor.row, cursor.column]
    else { return false }
    return [.input, .selected, .body, .dim, .heading].contains(cell.style)
  }

  @Test(arguments: wide)
  func `the cursor stands on the edge of a character wherever it moves`(text: String) {
    for row in [VisitField.when, .professional, .childWords] {
      var form = FormScene.visit()
      form.go(to: row)
      form.do(.press(.paste(text)))
      for _ in 0..<text.count + 1 {
        for columns in [40, 80] {
          let frame = form.draw(size: Size(rows: 24, columns: columns), now: FormScene.now)
          guard let cursor = frame.cursor, let cell = frame[cursor.row, cursor.column] else {
            Issue.record("no cursor")
            return
          }
          #expect(!cell.isContinuation && cell.style == .input, "\(text) \(columns) \(cursor)")
        }
        form.do(.press(.left))
      }
    }
  }

  @Test(arguments: wide)
  func `text is saved byte for byte`(text: String) throws {
    var form = FormScene.visitSeen()
    form.go(to: .childWords)
    form.do(.press(.paste(text)))
    let facts = try #require(form.do(.press(.control("s"))).savedFacts)
    #expect(Array(try #require(facts.childWords).utf8) == Array(text.utf8))
  }

  @Test func `every field shows its cursor at every size from 1 by 1`() {
    let sizes = [1, 2, 3, 4, 5, 6, 10, 24].flatMap { rows in
      [1, 2, 5, 19, 20, 21, 40, 71, 72, 80, 300].map { Size(rows: rows, columns: $0) }
    }
    var form = FormScene.visit()
    for _ in 0..<17 {
      for size in sizes {
        let frame = form.draw(size: size, now: FormScene.now)
        #expect(frame.size == size && frame.cursor != nil)
        if size.rows >= 10, size.columns >= 40 {
          #expect(frame.text.contains(">") && Self.isOnField(frame), "\(size)")
        }
      }
      form.do(.press(.tab))
    }
    #expect(form.draw(size: Size(rows: 0, columns: 0), now: FormScene.now).cursor == nil)
  }

  @Test func `the frame at 40 by 10 comes back after growing to 132 by 43 and back`() {
    var form = FormScene.visit()
    form.fill(.injuryCount, "3")
    let small = form.draw(size: Size(rows: 10, columns: 40), now: FormScene.now)
    _ = form.draw(size: Size(rows: 43, columns: 132), now: FormScene.now)
    #expect(form.draw(size: Size(rows: 10, columns: 40), now: FormScene.now) == small)
  }

  @Test(arguments: [
    ("Marlow, Kit", "What Kit said,"), ("Oluwaseun Bello", "What Oluwaseun"),
    ("نور الكعبي", "What نور said,"), (" ", "What the child"),
  ])
  func `the child is called by the first name`(name: String, label: String) {
    let child = Child(id: FormScene.id(4), ref: "C0004", name: name)
    let text = FormScene.visit(of: child)
      .draw(size: Size(rows: 24, columns: 80), now: FormScene.now).text
    #expect(text.contains("\n  " + label))
  }

  @Test func `the draft's time stands in the corner`() {
    var form = FormScene.visit()
    form.draftKeptAt = FormScene.now
    let frame = form.draw(size: Size(rows: 24, columns: 80), now: FormScene.now)
    #expect(frame.text.split(separator: "\n")[0].hasSuffix("  draft kept 18:42"))
    #expect(frame.text.split(separator: "\n")[0].count == 80)
  }
}
