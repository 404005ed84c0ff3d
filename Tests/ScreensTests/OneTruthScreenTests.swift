import BundledResources
import Cells
import Fiction
import Flags
import Records
import Screens
import SeededRandom
import Storage
import Testing

/// The same child is said to be the same on every screen (faults 2.1 to 2.9).
@Suite struct OneTruthScreenTests {
  private static let size = Size(rows: 24, columns: 80)

  /// The word of the band beside a name.
  private func band(of name: String, in text: String) -> String? {
    let row = text.split(separator: "\n").first { $0.contains(name) }
    return row.flatMap { row in
      Band.allCases.map(\.word).first { row.contains(" \($0) ") || row.contains(" \($0)  ") }
    }
  }

  @Test(arguments: ["Probert", "Marsh", "Tanner", "Slade", "Marlow", "O'Hara"])
  func `2.1 a child has one band, on the flagged list, the finder and a worker's own list`(
    name: String
  ) throws {
    var sitting = try Sitting(Size(rows: 60, columns: 80))
    let listed = try #require(band(of: name + ",", in: sitting.text), "\(sitting.text)")
    sitting.press(.character("c"))
    sitting.type(name)
    #expect(band(of: name + ",", in: sitting.text) == listed, "\(sitting.text)")
    let line = try #require(
      try sitting.store.cases(.flagged).first { $0.child.name?.hasSuffix(name) == true })
    var me = Sitting.caseload.me
    (me.name, me.role) = (line.child.worker ?? me.name, Role("social worker"))
    let own = try Sitting(Size(rows: 60, columns: 80), me: me, on: sitting.store)
    if line.child.worker != nil {
      #expect(band(of: name + ",", in: own.text) == listed, "\(own.text)")
    }
  }

  @Test func `2.2 the title counts each child once, in the band of their row`() throws {
    var sitting = try Sitting(Size(rows: 24, columns: 80))
    let places = try sitting.store.cases(.flagged).map { $0.place(at: Sitting.now) }
    let words = FlaggedOrder.counts(places).map { "\($0.children) \($0.band.inTitle)" }
    #expect(sitting.text.contains(words.joined(separator: " · ")), "\(sitting.text)")
    #expect(FlaggedOrder.counts(places).map(\.children).reduce(0, +) == places.count)
    sitting.press(.character("m"))
  }

  @Test func `2.4 a rung and an injury recorded as facts are drawn as they are counted`() throws {
    var sitting = try Sitting()
    let child = try #require(try sitting.store.child(ref: "C0417"))
    let day = Sitting.now.londonDay
    for (kind, step, texts) in [
      (
        FactKind.meeting, "held",
        ["meeting": "strategy discussion", "agencies": "social care; police"]
      ),
      (.injury, "recorded", ["sites": "left ear"]),
    ] {
      _ = try sitting.store.recordFact(
        try Fact(kind: kind, step: step, on: day, texts: texts), of: child.id, correcting: nil,
        at: Sitting.now)
    }
    let file = try sitting.store.caseFile(of: child.id)
    let chronology = file.record.chronology
    let pictures = Pictures(file, on: day).lines(columns: 80).joined(separator: "\n")
    #expect(file.summary.lastEscalation?.date == day)
    #expect(pictures.contains("strategy discussion"), "\(pictures)")
    #expect(
      pictures.contains("\(chronology.injuries.count) injuries on record"), "\(pictures)")
    sitting.open("kit marlow")
    #expect(sitting.text.contains("^"), "\(sitting.text)")
    #expect(sitting.text.contains(" = \(chronology.injuries.count)"), "\(sitting.text)")
    #expect(!sitting.text.contains("none recorded"), "\(sitting.text)")
    #expect(sitting.text.contains("+ Injury: recorded"), "\(sitting.text)")
  }

  @Test func `2.5 the pages of a rule say the thresholds in force`() throws {
    var parameters = Parameters(calendar: BundledResources.workingCalendar)
    parameters.contactsWithConcern = 4321
    var me = FormScene.me
    me.role = .teamManager
    var workbench = Workbench(me: me, store: "a store", parameters: parameters, now: FormScene.now)
    _ = workbench.handle(.read(.unfinished([])), now: FormScene.now)
    for key in [Key.character("r"), .enter] {
      _ = workbench.handle(key, now: FormScene.now, size: Self.size)
    }
    let text = workbench.draw(size: Self.size, now: FormScene.now).text
    #expect(text.contains("4321"), "\(text)")
  }

  @Test func `2.6 nothing is said of a child before it is known`() throws {
    var sitting = try Sitting()
    sitting.press(.character("w"))
    sitting.type("bruise")
    sitting.hurry(.control("o"))
    sitting.settle()
    var workbench = Workbench(
      me: FormScene.me, store: "a store",
      parameters: Parameters(calendar: BundledResources.workingCalendar), now: FormScene.now)
    _ = workbench.handle(.read(.unfinished([])), now: FormScene.now)
    for letter in ["m", "l", "p", "r", "u"] {
      var other = workbench
      _ = other.handle(.character(Character(letter)), now: FormScene.now, size: Self.size)
      let text = other.draw(size: Self.size, now: FormScene.now).text
      #expect(
        text.contains("Reading…") || text.contains("is on the way") || letter == "u",
        "\(letter): \(text)")
      #expect(!text.contains("No rule has fired"), "\(text)")
    }
  }

  @Test func `2.7 the form says who signs as the store will ask for it`() throws {
    let sitting = try Sitting()
    for line in try sitting.store.cases(.flagged).prefix(12) {
      guard let flag = line.flags.first, !flag.rule.isAboutAnswers, flag.answer == nil,
        let rule = FlagRule.of(flag.rule)
      else { continue }
      let file = try sitting.store.caseFile(of: line.id)
      let parameters = Parameters(calendar: BundledResources.workingCalendar)
      var form = AnswerForm(
        flag: flag, child: line.child, rule: rule, me: FormScene.me, parameters: parameters,
        now: Sitting.now)
      form.learn(from: file)
      form.do(.type("2"), .press(.tab), .press(.tab), .press(.tab))
      let decision = Answer.Decision.decide(
        Answer.Decide(
          reason: .other, because: "seen", wouldChange: "more",
          reviewBy: Sitting.now.londonDay.adding(days: 1)))
      let signer = try #require(
        try sitting.store.answer(flag.id, decision, at: Sitting.now).answer?.signer)
      let text = form.draw(size: Self.size, now: Sitting.now).text
      #expect(text.contains("signed by: \(signer.title)"), "\(flag.rule): \(text)")
    }
  }

  @Test func `2.9 a row speaks of its most urgent flag without an answer, and counts the others`()
    throws
  {
    var me = FormScene.me
    me.role = .teamManager
    let promise = Answer(
      id: FormScene.id(3), flag: FormScene.id(77),
      decision: .escalate(
        Answer.Escalate(
          rung: .s47, owner: "N. Okafor", due: FormScene.today.adding(days: 2), because: nil)),
      answeredBy: "N. Okafor", answeredAt: FormScene.now)
    let answered = FormScene.flag(.today, answer: promise)
    func open(_ number: UInt64, _ rule: String, _ band: Band, _ words: ReasonLine) -> Flag {
      Flag(
        id: FormScene.id(number), child: FormScene.child.id, rule: RuleID(rule),
        raisedAt: FormScene.now, band: band, bandSince: FormScene.today, line: words,
        evidence: answered.evidence)
    }
    let flags = [
      open(78, "R08", .supervision, "missed."), answered, open(79, "R10", .thisWeek, "overdue."),
    ]
    let line = CaseLine(
      child: FormScene.child,
      summary: CaseSummary(Chronology(child: FormScene.child, contacts: [])), flags: flags)
    var workbench = Workbench(
      me: me, store: "a store",
      parameters: Parameters(calendar: BundledResources.workingCalendar), now: FormScene.now)
    _ = workbench.handle(.read(.flagged([line])), now: FormScene.now)
    let text = workbench.draw(size: Self.size, now: FormScene.now).text
    let row = try #require(text.split(separator: "\n").first { $0.contains("Marlow") })
    #expect(row.contains("WEEK") && row.contains("+1 answered · overdue."), "\(row)")
    #expect(text.contains("1 this week") && !text.contains("1 today"), "\(text)")
  }
}
