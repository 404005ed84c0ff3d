import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// Keys that are pressed while the store has not answered yet.
@Suite struct DraftRaceTests {
  private let account = Sitting.caseload.me.account
  private let size = Size(rows: 40, columns: 100)

  private func drafts(_ sitting: Sitting) throws -> [Draft] {
    try sitting.store.drafts().map(\.draft)
  }

  private func begun() throws -> Sitting {
    var sitting = try Sitting(size)
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.fill(.seen, "y")
    sitting.go(to: .childWords)
    sitting.paste("Sang to the dog.")
    return sitting
  }

  @Test func `a form left while its save is on its way is saved once and leaves no draft`() throws {
    var sitting = try begun()
    let child = try #require(try sitting.store.child(ref: "C0471"))
    let before = try sitting.store.caseFile(of: child.id).record.versions.count
    sitting.hurry(.control("s"))
    sitting.hurry(.escape)
    sitting.hurry(.character("v"))
    #expect(sitting.text.contains("The last save of this form is still on its way."))
    sitting.settle()
    #expect(try drafts(sitting).isEmpty)
    sitting.press(.character("v"))
    #expect(!sitting.text.contains("Sang to the dog."), "\(sitting.text)")
    #expect(try sitting.store.caseFile(of: child.id).record.versions.count == before + 1)
  }

  @Test func `a save refused after its form was left is kept as a draft, and said`() throws {
    var sitting = try Sitting(size)
    sitting.open("C0471")
    sitting.press(.end, .character("e"), .paste("Typed wrong."))
    let child = try #require(try sitting.store.child(ref: "C0471"))
    let contact = try #require(try sitting.store.caseFile(of: child.id).record.contacts().first)
    _ = try sitting.store(as: "nokafor").amend(
      contact, to: contact.facts, because: "first", at: Sitting.now)
    sitting.hurry(.control("s"))
    sitting.hurry(.escape)
    sitting.settle()
    #expect(sitting.text.contains("Not saved; the draft is kept."), "\(sitting.text)")
    #expect(try drafts(sitting).compactMap { $0["because"] } == ["Typed wrong."])
    // The draft was begun on a version that is not the last any more.
    sitting.press(.character("u"), .enter)
    #expect(sitting.text.contains("Somebody has amended this contact since"), "\(sitting.text)")
    #expect(!sitting.text.contains("Typed wrong."))
  }

  @Test func `two who amend one contact both see it, and neither's words are written over`() throws
  {
    var sitting = try Sitting(size)
    sitting.open("C0471")
    sitting.press(.end, .character("e"), .paste("The wrong day."))
    sitting.go(to: .seen)
    let child = try #require(try sitting.store.child(ref: "C0471"))
    let contact = try #require(try sitting.store.caseFile(of: child.id).record.contacts().first)
    var theirs = contact.facts
    theirs.outcome = "Rang the school."
    _ = try sitting.store(as: "nokafor").amend(
      contact, to: theirs, because: "left out", at: Sitting.now)
    sitting.press(.control("s"))
    #expect(sitting.text.contains("N. Okafor amended it on 23 Nov at 10:00."), "\(sitting.text)")
    #expect(sitting.text.contains("! Now reads: Rang the school."), "\(sitting.text)")
    #expect(sitting.text.contains("The wrong day."))
    sitting.type("x")
    sitting.press(.backspace)
    #expect(sitting.text.contains("! Now reads: Rang the school."), "their words stay in sight")
    sitting.press(.control("s"))
    let versions = try sitting.store.caseFile(of: child.id).record.versions
      .filter { $0.id == contact.id }.sorted { $0.version < $1.version }
    #expect(versions.map(\.recordedBy).suffix(2) == ["N. Okafor", Sitting.caseload.me.name])
    #expect(versions.map(\.amendmentReason).suffix(2) == ["left out", "The wrong day."])
  }

  @Test func `a save that comes back closes no other form`() throws {
    var sitting = try begun()
    sitting.hurry(.control("s"))
    sitting.hurry(.escape)
    sitting.hurry(.character("+"))
    sitting.hurry(.right)
    sitting.settle()
    #expect(sitting.text.hasPrefix("Add to the record"), "\(sitting.text)")
  }

  @Test func `help over a form keeps what is typed, and leads nowhere but back`() throws {
    var sitting = try begun()
    sitting.press(.function(1))
    #expect(try drafts(sitting).compactMap { $0["childWords"] } == ["Sang to the dog."])
    for key in "mclwurvp:" { sitting.press(.character(key)) }
    #expect(sitting.text.hasPrefix("Help"), "\(sitting.text)")
    sitting.press(.escape)
    #expect(sitting.text.contains("Sang to the dog."))
  }

  @Test func `an agency of the child's own record comes back with a draft, and Ctrl-R brings it`()
    throws
  {
    var sitting = try Sitting(size)
    let child = try #require(try sitting.store.child(ref: "C0471"))
    var facts = ContactFacts(
      date: Sitting.now.londonDay, agency: Agency(.other, name: "Harbour Mosque"), kind: .phone)
    facts.professional = "Imam Said"
    _ = try sitting.store(as: "night desk").record(facts, child: child.id, at: Sitting.now)
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.fill(.agency, "harb")
    #expect(sitting.text.contains("[Harbour Mosque]"), "\(sitting.text)")
    sitting.press(.escape, .character("v"))
    #expect(sitting.text.contains("[Harbour Mosque]"), "\(sitting.text)")
    sitting.press(.tab, .character("p"), .control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    sitting.press(.escape, .escape)
    sitting.open("C0417")
    sitting.press(.character("v"), .control("r"))
    #expect(sitting.text.contains("[Harbour Mosque]"), "\(sitting.text)")
  }

  @Test func `yes to discarding is yes to the form that was asked about and to no other`() throws {
    var sitting = try begun()
    sitting.press(.escape, .escape, .escape)
    sitting.press(.character("v"), .paste("thu"), .escape, .character("u"))
    #expect(try drafts(sitting).count == 2)
    for between in [Key.character("o"), .character("n"), .character("?")] {
      sitting.press(.home, .character("x"), between)
      if between == .character("?") { sitting.press(.escape) }
      sitting.press(.character("y"))
      #expect(try drafts(sitting).count == 2, "\(between)")
    }
  }

  @Test func `next flag goes through every child of a household that is shut`() throws {
    var sitting = try Sitting(size)
    let homes = Dictionary(
      grouping: try sitting.store.cases(.matching("")).map(\.child), by: \.household)
    let brooks = try #require(homes.first { $0.key != nil && $0.value.count > 1 }).value
    for child in brooks {
      var facts = ContactFacts(
        date: Sitting.now.londonDay, agency: Agency(.health), kind: .gp)
      facts.injuries = "bruise to left ear; bruise to right ear; bruise to back"
      facts.injuryCount = 3
      facts.presentingConcern = "nobody says how"
      _ = try sitting.store(as: "night desk").record(facts, child: child.id, at: Sitting.now)
    }
    sitting.hear(.status(.changed))
    let standing = try sitting.store.cases(.flagged).flatMap(\.flags).count
    #expect(sitting.text.contains("Brook ("), "\(sitting.text)")
    sitting.press(.home, .character("f"))
    var seen: Set<String> = []
    for _ in 0..<standing {
      seen.insert(String(sitting.text.prefix { $0 != "\n" }))
      sitting.press(.tab)
    }
    #expect(seen.count == standing, "\(seen.count) of \(standing)")
  }
}
