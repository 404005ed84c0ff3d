import Cells
import Fiction
import Records
import Testing

extension AcceptanceTests {
  @Test(arguments: [
    ("", "! When: type the day of the visit"), ("tomorrow", "! When: that day is still to come."),
    ("23:59", "! When: it is only 10:00 now."), ("1/2/1950", "! When: that is before Rafferty"),
  ])
  func `A1 a visit without a day, still to come or before birth is refused at its field`(
    day: String, sentence: String
  ) throws {
    var sitting = try begun()
    let before = try versions(sitting, "C0471")
    sitting.press(.control("u"), .paste(day), .tab, .tab, .tab, .tab, .tab, .character("y"))
    sitting.press(.control("s"))
    #expect(sitting.text.contains(sentence), "\(sitting.text)")
    #expect(sitting.row.contains("> When"))
    #expect(try versions(sitting, "C0471") == before)
  }

  @Test(arguments: [("", "home visit"), ("o", "office visit")])
  func `A2 a visit is refused until somebody says whether the child was seen`(
    letter: String, kind: String
  ) throws {
    for (answer, seen) in [("y", Observed.yes), ("n", .no), ("u", .unknown)] {
      var sitting = try begun()
      let before = try versions(sitting, "C0471").count
      sitting.press(.tab)
      sitting.type(letter)
      sitting.press(.control("s"))
      #expect(sitting.text.contains("! Seen: say yes, no or unknown."), "\(sitting.text)")
      #expect(sitting.row.contains("> Seen"))
      #expect(try versions(sitting, "C0471").count == before)
      sitting.type(answer)
      #expect(!sitting.text.contains("! Seen"))
      sitting.press(.control("s"))
      let saved = try #require(try versions(sitting, "C0471").last)
      #expect(saved.facts.childSeen == seen)
      #expect(saved.facts.kind.rawValue == kind)
    }
  }

  @Test(arguments: [("no", "no access"), ("ph", "phone"), ("cou", "court"), ("sch", "school")])
  func `A2 where nobody went to see the child nothing is asked`(
    letters: String, kind: String
  ) throws {
    var sitting = try begun()
    sitting.press(.tab)
    sitting.type(letters)
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let saved = try #require(try versions(sitting, "C0471").last)
    #expect(saved.facts.kind.rawValue == kind)
    #expect(saved.facts.childSeen == nil)
  }

  @Test func `A3 saving in a hurry never makes a visit one at which the child was seen`() throws {
    var sitting = try begun()
    let before = try versions(sitting, "C0471")
    let seen = try lastSeen(sitting, "C0471")
    sitting.press(.control("s"), .control("s"))
    #expect(try versions(sitting, "C0471") == before)
    sitting.press(.backTab, .backTab, .backTab, .backTab)
    sitting.type("no")
    sitting.press(.control("s"))
    let saved = try #require(try versions(sitting, "C0471").last)
    #expect(saved.facts.kind == .noAccess)
    #expect(saved.facts.childSeen == nil && saved.facts.seenAlone == nil)
    #expect(saved.facts.announced == nil && saved.facts.explanationChallenged == nil)
    #expect(try lastSeen(sitting, "C0471") == seen)
  }

  @Test func `A4 opening the form and leaving it untouched records nothing`() throws {
    var sitting = try begun()
    let before = try versions(sitting, "C0471")
    sitting.press(.tab, .tab, .backTab, .escape)
    #expect(sitting.text.contains("Quill, Rafferty"))
    #expect(!sitting.text.contains("Draft kept"))
    #expect(try versions(sitting, "C0471") == before)
  }

  @Test func `A5 a visit typed in full is on the record with every value`() throws {
    var sitting = try begun()
    let before = try versions(sitting, "C0471").count
    type(intoForm: &sitting)
    let after = try versions(sitting, "C0471")
    #expect(after.count == before + 1)
    let saved = try #require(after.max { $0.id < $1.id })
    #expect(saved.facts == typedFacts)
    #expect(saved.version == 1 && saved.isTyped && saved.recordedAt == Sitting.now)
    #expect(saved.recordedBy == Sitting.caseload.me.name)
    #expect(try lastSeen(sitting, "C0471") == saved.date)
  }

  @Test func `A9 after a visit is saved the next form for the child holds nothing of it`() throws {
    var sitting = try begun()
    let fresh = sitting.text
    sitting.press(.escape, .character("v"))
    type(intoForm: &sitting)
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    sitting.press(.character("v"))
    #expect(sitting.text == fresh)
    sitting.press(.escape)
    #expect(!sitting.text.contains("Draft kept"))
  }

  private func type(intoForm sitting: inout Sitting) {
    sitting.press(
      .paste("yest 14:30"), .tab, .tab, .character("n"), .tab, .tab, .tab, .character("y"), .tab,
      .character("y"), .tab, .paste("Lee, a lodger"), .tab,
      .paste("\"Lee shouts at the dog,\" and no more."), .tab, .paste("Flinched at the door."),
      .tab,
      .paste("graze to left knee"), .tab, .character("1"), .tab, .paste("Fell off a scooter."),
      .tab,
      .character("n"), .tab, .paste("Rang the school."), .tab, .character("m"), .control("s"))
  }

  private var typedFacts: ContactFacts {
    var facts = ContactFacts(
      date: Sitting.now.londonDay.adding(days: -1), agency: Sitting.caseload.me.agency,
      kind: .homeVisit)
    facts.time = TimeOfDay(hour: 14, minute: 30)
    facts.professional = Sitting.caseload.me.name
    facts.role = Sitting.caseload.me.role.title
    facts.announced = .no
    facts.childSeen = .yes
    facts.seenAlone = .yes
    facts.otherAdultsNoted = "Lee, a lodger"
    facts.childWords = "\"Lee shouts at the dog,\" and no more."
    facts.presentingConcern = "Flinched at the door."
    facts.injuries = "graze to left knee"
    facts.injuryCount = 1
    facts.explanationGiven = "Fell off a scooter."
    facts.explanationChallenged = .no
    facts.outcome = "Rang the school."
    facts.escalation = .managementDecision
    return facts
  }
}
