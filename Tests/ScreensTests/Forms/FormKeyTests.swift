import Cells
import Records
import Testing

@testable import Screens

/// What holds for every form, shown on the visit form.
@Suite struct FormKeyTests {
  private static let size = Size(rows: 24, columns: 80)

  private static func text(_ form: VisitForm, _ size: Size = size) -> String {
    form.draw(size: size, now: FormScene.now).text
  }

  @Test func `a refusal is shown and loses nothing, and a second Ctrl-S does not double`() {
    var form = FormScene.visitSeen()
    form.fill(.when, "yest 14:30")
    form.fill(.childWords, "\"Bun is poorly.\"")
    let before = Self.text(form)
    let request = form.do(.press(.control("s")))
    #expect(Self.text(form).contains("Saving …"))
    for key in [Key.control("s"), .character("x"), .tab, .paste("y"), .enter] {
      #expect(form.do(.press(key)) == .staying)
    }
    form.refused("The store is locked by another program. Close it, then press Ctrl-S again.")
    let shown = Self.text(form)
    #expect(shown.contains("The store is locked by another program."))
    #expect(shown.split(separator: "\n").prefix(12) == before.split(separator: "\n").prefix(12))
    #expect(form.do(.press(.control("s"))) == request)
    #expect(!Self.text(form).contains("locked"))
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `leaving is possible at any time, with problems and while saving too`(key: Key) {
    var form = FormScene.visitSeen()
    #expect(form.do(.press(key)) == .leaving)
    #expect(form.do(.type("31/2"), .press(key)) == .leaving)
    #expect(Self.text(form).contains("31/2"))
    #expect(form.do(.press(.control("u")), .type("today"), .press(.control("s"))) != .staying)
    #expect(form.do(.press(key)) == .leaving)
  }

  @Test func `a form is blank until something else stands in it`() {
    var form = FormScene.visit()
    #expect(form.isBlank)
    form.do(.repeated(.tab, 20), .repeated(.backTab, 20), .press(.left))
    #expect(form.isBlank)
    form.do(.press(.character("x")))
    #expect(!form.isBlank)
    form.do(.press(.backspace))
    form.fill(.seen, "y")
    #expect(!form.isBlank)
  }

  @Test func `going back never holds anybody up, going on says what is wrong`() {
    var form = FormScene.visit()
    form.do(.press(.tab), .press(.backTab), .type("31/2"), .press(.backTab))
    #expect(!Self.text(form).contains("!"))
    form.do(.press(.tab))
    #expect(Self.text(form).contains("! When: no such day."))
    #expect(Self.text(form).contains("> Kind"))
    form.do(.press(.backTab), .press(.backspace))
    #expect(!Self.text(form).contains("!"))
  }

  @Test func `the count of problems falls as they are mended`() {
    var form = FormScene.visit()
    form.fill(.when, "31/2")
    form.fill(.seenAlone, "y")
    form.fill(.injuryCount, "x")
    form.do(.press(.control("s")))
    #expect(Self.text(form).contains("Not saved: 3 things to mend (!)."))
    form.do(.press(.control("u")), .type("today"))
    form.fill(.seen, "y")
    #expect(Self.text(form).contains("Not saved: 1 thing to mend (!)."))
    form.go(to: .injuryCount)
    form.do(.press(.backspace))
    #expect(Self.text(form).contains("------"))
    #expect(form.do(.press(.control("s"))) != .staying)
  }

  @Test func `keys that mean something elsewhere are text in a field`() {
    var form = FormScene.visit()
    form.fill(.childWords, "?q/:")
    form.do(.press(.paste("a\nq")))
    #expect(Self.text(form).contains("?q/:a\n"))
    #expect(form.do(.press(.function(1)), .press(.pageDown), .press(.alt("9"))) == .staying)
  }

  @Test func `arrows move by drawn line in notes and by field at their ends`() {
    var form = FormScene.visit()
    let long = String(repeating: "word ", count: 30)
    form.fill(.childWords, long)
    func cursor() -> Int? { form.draw(size: Self.size, now: FormScene.now).cursor?.row }
    #expect(cursor() == 8)
    form.do(.repeated(.up, 2))
    #expect(cursor() == 6)
    form.do(.press(.up))
    #expect(Self.text(form).contains("> Other adults"))
    form.do(.repeated(.down, 3))
    #expect(cursor() == 8)
    form.do(.press(.down))
    #expect(Self.text(form).contains("> Concern"))
  }

  @Test func `a text that would pass 64 KiB is refused in words`() {
    var form = FormScene.visit()
    form.fill(.concern, "kept")
    form.do(.press(.paste(String(repeating: "é", count: 32_767))), .type("y"))
    #expect(Self.text(form).contains("! Concern: not taken in, since a field holds 64 kB."))
    #expect(Self.text(form).contains("kept"))
    form.do(.press(.left))
    #expect(!Self.text(form).contains("!"))
  }

  @Test func `the help lists every key of the table`() {
    let table = KeyTable<FormAction>.form
    #expect(FormScene.visit().help.map(\.label) == table.help.map(\.label))
    #expect(FormScene.answer().help.map(\.label) == table.help.map(\.label))
    for entry in table.entries {
      for key in entry.keys { #expect(table.action(of: key) == entry.action) }
    }
  }
}
