import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// What becomes of words that were typed and not saved.
@Suite struct DraftTests {
  private let account = Sitting.caseload.me.account

  private func begun() throws -> Sitting {
    var sitting = try Sitting(Size(rows: 40, columns: 100))
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.go(to: .childWords)
    return sitting
  }

  private func words(_ sitting: Sitting) throws -> [String?] {
    try sitting.store.drafts().map { $0.draft["childWords"] }
  }

  @Test func `a draft is on disk after a pause, and says since when`() throws {
    var sitting = try begun()
    sitting.type("He hid")
    #expect(try words(sitting).isEmpty)
    sitting.rest()
    #expect(try words(sitting) == ["He hid"])
    #expect(sitting.text.contains("draft kept 10:00"))
    #expect(!sitting.hasPatience, "nothing is left to do in a pause")
  }

  @Test func `a draft is on disk after ten keys without a pause`() throws {
    var sitting = try begun()
    sitting.type(String(repeating: "a", count: 10))
    #expect(try words(sitting) == [String(repeating: "a", count: 10)])
    sitting.type("b")
    #expect(try words(sitting) == [String(repeating: "a", count: 10)])
    sitting.type(String(repeating: "b", count: 9))
    #expect(try words(sitting).first??.count == 20)
  }

  @Test func `A6 a draft is offered at the next start with its time, and opens as it was`() throws {
    var sitting = try begun()
    sitting.type("He hid behind the door.")
    sitting.press(.tab, .paste("Thin, and cold."))
    sitting.rest()
    var next = try Sitting(Size(rows: 40, columns: 100), on: sitting.store)
    #expect(
      next.text.contains("Unfinished: Rafferty Quill, visit of Mon 23 Nov 10:00. u lists it."),
      "\(next.text)")
    next.press(.character("u"))
    #expect(next.text.contains("Quill, Rafferty") && next.text.contains("He hid behind"))
    next.press(.enter)
    #expect(next.text.hasPrefix("Log a visit"), "\(next.text)")
    #expect(next.text.contains("He hid behind the door.") && next.text.contains("Thin, and cold."))
    #expect(next.text.contains("draft kept 10:00"))
  }

  @Test func `a day typed as yest stays the day that it meant`() throws {
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.character("v"), .paste("yest 9:15"))
    sitting.rest()
    var later = try Sitting(
      on: sitting.store, now: Sitting.now.adding(seconds: 3 * 86_400))
    later.press(.character("u"), .enter)
    #expect(later.text.contains("Sunday 22 November 2026, 09:15"), "\(later.text)")
  }

  @Test func `A7 discarding asks first; no keeps the draft, yes removes it`() throws {
    var sitting = try begun()
    sitting.type("Not so.")
    sitting.press(.control("x"))
    #expect(sitting.text.contains("Discard everything typed here?"))
    sitting.press(.character("n"))
    #expect(sitting.row.contains("Not so."))
    sitting.rest()
    sitting.press(.control("x"), .character("y"))
    #expect(sitting.text.contains("Discarded.") && sitting.text.contains("Quill, Rafferty"))
    #expect(try words(sitting).isEmpty)
    sitting.press(.character("v"))
    #expect(!sitting.text.contains("Not so."))
  }

  @Test func `A7 on the list too, and a contact on record is never offered to be discarded`() throws
  {
    var sitting = try begun()
    sitting.type("Not so.")
    sitting.press(.escape, .character("u"), .character("x"))
    #expect(sitting.text.contains("Discard the visit about Rafferty Quill? y or no"))
    sitting.press(.down)
    #expect(try words(sitting) == ["Not so."])
    sitting.press(.character("y"))
    #expect(try words(sitting) == ["Not so."], "y says yes only to a question")
    sitting.press(.character("x"), .character("y"))
    #expect(try words(sitting).isEmpty)
    #expect(sitting.text.contains("Nothing is unfinished."))
    for screen in ["l", "p"] {
      sitting.press(.escape, .character(Character(screen)), .character("x"))
      #expect(!sitting.text.contains("Discard"))
    }
  }

  @Test func `A8 an old draft is listed for as long as it is there`() throws {
    var sitting = try begun()
    sitting.type("Kept.")
    sitting.rest()
    let year = Sitting.now.adding(seconds: 400 * 86_400)
    var later = try Sitting(Size(rows: 40, columns: 100), on: sitting.store, now: year)
    later.press(.character("u"))
    #expect(later.text.contains("23 Nov 26") && later.text.contains("Kept."), "\(later.text)")
    #expect(try words(later) == ["Kept."])
  }

  @Test func `A10 another person at the same store is shown nothing of it`() throws {
    var sitting = try begun()
    sitting.type("Mine alone.")
    sitting.rest()
    var other = Sitting.caseload.me
    other.account = "someone else"
    var theirs = try Sitting(Size(rows: 40, columns: 100), me: other, on: sitting.store)
    #expect(!theirs.text.contains("Unfinished"))
    theirs.press(.character("u"))
    #expect(theirs.text.contains("Nothing is unfinished."))
    theirs.press(.escape)
    theirs.open("C0471")
    theirs.press(.character("v"))
    #expect(!theirs.text.contains("Mine alone."))
  }

  @Test func `a save takes its draft with it, and a refused one leaves it`() throws {
    var sitting = try begun()
    sitting.type("Saved words.")
    sitting.rest()
    sitting.press(.control("s"))
    #expect(try words(sitting) == ["Saved words."])
    sitting.press(.character("y"), .control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    #expect(try words(sitting).isEmpty)
  }

  @Test func `an answer, an amendment and an addition are kept and opened again`() throws {
    var sitting = try Sitting(Size(rows: 40, columns: 100))
    sitting.open("C0417")
    sitting.press(.character("a"), .character("2"), .tab, .tab, .paste("Seen by Dr Osei."), .escape)
    #expect(sitting.text.contains("Draft kept. a opens it again"))
    sitting.press(.end, .character("e"), .paste("Typed wrong."), .escape)
    sitting.press(.character("+"), .right, .tab, .tab, .escape)
    #expect(try sitting.store.drafts().count == 3)
    var next = try Sitting(Size(rows: 40, columns: 100), on: sitting.store)
    next.press(.character("u"))
    for (words, title) in [
      ("answer", "Answer "), ("amendment", "Amend a contact"), ("addition", "Add to the record"),
    ] {
      next.press(.home)
      for _ in 0..<3 where !next.row.contains(words) { next.press(.down) }
      next.press(.enter)
      #expect(next.text.hasPrefix(title), "\(next.text)")
      if words == "answer" { #expect(next.text.contains("Seen by Dr Osei.")) }
      if words == "amendment" { #expect(next.text.contains("Typed wrong.")) }
      next.press(.escape)
    }
  }

  @Test func `words for a flag that was cleared meanwhile are still to be read`() throws {
    var sitting = try Sitting(Size(rows: 40, columns: 100))
    sitting.open("C0417")
    let child = try #require(try sitting.store.child(ref: "C0417"))
    let draft = Draft(
      key: Draft.Key(.answer, Identifier(high: 3, low: 3)), child: child.id,
      keptAt: Sitting.now, fields: [Draft.Field("because", "He was seen.")])
    try sitting.store.saveDraft(draft)
    sitting.press(.character("u"), .enter)
    #expect(sitting.text.contains("What it was about has ended"), "\(sitting.text)")
    #expect(sitting.text.contains("He was seen."))
  }

  @Test func `a form emptied by hand leaves no draft`() throws {
    var sitting = try begun()
    sitting.type("x")
    sitting.rest()
    sitting.press(.backspace, .escape)
    #expect(try words(sitting).isEmpty)
  }
}
