import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// Facts, signatures, challenges and mended records, typed as somebody would.
@Suite struct RecordTests {
  private func facts(_ sitting: Sitting, _ ref: String) throws -> [FactRecord] {
    let child = try #require(try sitting.store.child(ref: ref))
    return try sitting.store.caseFile(of: child.id).record.facts
  }

  @Test func `a fact added on a child is saved, judged, and read beside the contacts`() throws {
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.character("+"))
    #expect(sitting.text.hasPrefix("Add to the record   Rafferty Quill"))
    sitting.type("ad")
    sitting.press(.tab, .tab, .character("s"), .tab, .paste("Lee"), .tab, .paste("a lodger"))
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let record = try #require(try facts(sitting, "C0471").last)
    #expect(record.fact.kind == .adult)
    #expect(record.fact.step.name == "sighted")
    #expect(record.fact.text(.adult) == "Lee")
    sitting.press(.character("f"))
    #expect(sitting.text.contains("Lee"))
    #expect(sitting.text.contains("a lodger"))
  }

  @Test func `what can't be is said at its field, and everything typed stays`() throws {
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.character("+"))
    sitting.type("cond")
    sitting.press(.tab, .tab, .character("i"), .tab, .paste("police bail"), .tab, .character("b"))
    sitting.press(.tab, .paste("Lee"), .control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    sitting.press(.character("+"))
    sitting.type("cond")
    sitting.press(.tab, .tab, .character("v"), .tab, .paste("another bail"), .control("s"))
    #expect(sitting.text.contains("No condition of that name is on record"), "\(sitting.text)")
    #expect(sitting.text.contains("another bail"))
    #expect(try facts(sitting, "C0471").count == 1)
    sitting.press(.escape)
    #expect(sitting.text.contains("Draft kept."))
    sitting.press(.character("+"))
    #expect(sitting.text.contains("another bail"))
  }

  @Test func `a line added to a visit is saved with it, and an empty one is none`() throws {
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.fill(.seen, "y")
    sitting.fill(.line, "who")
    sitting.press(.tab, .tab, .character("y"))
    for _ in 0..<2 { sitting.press(.tab) }
    sitting.type("ad")
    sitting.press(.tab)
    #expect(sitting.text.contains("Cares for the"), "\(sitting.text)")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let facts = try facts(sitting, "C0471")
    #expect(facts.map(\.fact.kind.id) == ["voice"])
    #expect(facts.first?.fact.says(.answeredFor) == true)
    #expect(facts.first?.contact != nil)
  }

  @Test func `a decision is open until another signs it with their own secret`() throws {
    var sitting = try Sitting()
    var mint = IdentifierMint()
    try sitting.store.add(
      Person(
        id: mint.next(at: Sitting.now), name: "S. Haddad", role: Role("head of service"),
        agency: Agency(.socialCare), account: "shaddad"))
    try sitting.store.setSecret(
      of: "shaddad", from: nil, to: "a quiet word", at: Sitting.now)
    sitting.press(.character("a"), .character("2"), .tab, .character("m"), .tab)
    sitting.paste("Seen by Dr Osei today.")
    sitting.press(.tab)
    sitting.paste("Another mark.")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("awaits the signature of a head of service"), "\(sitting.text)")
    #expect(sitting.row.contains("TODAY"))

    sitting.press(.character("s"))
    #expect(sitting.text.hasPrefix("Sign   Kit Marlow"))
    sitting.paste("shaddad")
    sitting.press(.tab)
    sitting.type("a loud word")
    #expect(sitting.text.contains("•••••••••••"))
    #expect(!sitting.text.contains("loud"))
    sitting.press(.control("s"))
    #expect(sitting.text.contains("not the secret"), "\(sitting.text)")
    sitting.type("a quiet word")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("is answered until"), "\(sitting.text)")
  }

  @Test func `nobody signs their own decision`() throws {
    var sitting = try Sitting()
    try sitting.store.setSecret(
      of: Sitting.caseload.me.account, from: nil, to: "a quiet word", at: Sitting.now)
    sitting.press(.character("a"), .character("2"), .tab, .character("m"), .tab)
    sitting.paste("Seen by Dr Osei today.")
    sitting.press(.tab)
    sitting.paste("Another mark.")
    sitting.press(.control("s"), .character("s"))
    sitting.paste(Sitting.caseload.me.account)
    sitting.press(.tab)
    sitting.type("a quiet word")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("signed by another than its author"), "\(sitting.text)")
  }

  @Test func `disagreeing opens a challenge, and the flag stays open`() throws {
    var sitting = try Sitting()
    sitting.press(.character("a"), .character("4"), .tab)
    sitting.paste("Not to hold a strategy discussion.")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("What instead: say it."))
    sitting.press(.paste("A strategy discussion this week."), .control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let challenge = try #require(try facts(sitting, "C0417").last)
    #expect(challenge.fact.kind == .challenge)
    #expect(challenge.fact.number(.stage) == 1)
    #expect(sitting.row.contains("TODAY  Marlow, Kit"))
  }

  @Test func `a record at fault is noted with what is wrong, and the flag stays open`() throws {
    var sitting = try Sitting()
    sitting.press(.character("a"), .character("3"), .tab)
    sitting.paste("The clinic of 1 November is another child's.")
    sitting.press(.control("s"))
    #expect(try facts(sitting, "C0417").last?.fact.kind == .recordFault)
    #expect(sitting.row.contains("TODAY  Marlow, Kit"))
  }

  @Test func `a contact is amended in its own form, with why, and its old words stay`() throws {
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.down, .character("e"))
    #expect(sitting.text.hasPrefix("Amend a contact   Rafferty Quill"), "\(sitting.text)")
    let child = try #require(try sitting.store.child(ref: "C0471"))
    let before = try sitting.store.caseFile(of: child.id).record.versions
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Amended because: say why"))
    sitting.press(.paste("The wrong coat."))
    sitting.go(to: .childWords)
    sitting.press(.end, .paste(" And a blue hat."), .control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let after = try sitting.store.caseFile(of: child.id).record.versions
    #expect(after.count == before.count + 1)
    let amended = try #require(after.last)
    #expect(amended.amendmentReason == "The wrong coat.")
    let original = try #require(before.first { $0.id == amended.id })
    #expect(after.contains(original))
    var expected = original.facts
    expected.childWords = (original.facts.childWords ?? "") + " And a blue hat."
    #expect(amended.facts == expected)
  }
}
