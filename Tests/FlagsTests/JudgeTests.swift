import Flags
import Records
import Testing

/// Who must sign a decision, and what a closure leaves open.
@Suite struct JudgeTests {
  private let evaluator = Evaluator(parameters: parameters)
  private let now = Instant(endOf: DrawnCase.today)

  private func record(_ drawing: String, ageInMonths: Int? = 60) throws -> CaseRecord {
    let drawn = try DrawnCase(drawing, ageInMonths: ageInMonths)
    return CaseRecord(child: drawn.child, versions: drawn.contacts, facts: drawn.facts)
  }

  // MARK: Who signs

  private func signer(
    _ rule: String, _ band: Band, on evidence: Contact? = nil, in record: CaseRecord
  ) throws -> Seniority {
    var flag = try drawnFlag(rule, band, raised: -5)
    if let evidence { flag.evidence = [Evidence(evidence)] }
    return evaluator.judge.signer(flag, record)
  }

  @Test(
    arguments: [
      // The rule's own, where the band asks for less.
      ("R25", .recordGap, .worker), ("R10", .supervision, .seniorPractitioner),
      ("R06", .supervision, .teamManager), ("R03", .supervision, .headOfService),
      // A team manager for a flag of today or the week.
      ("R25", .supervision, .worker), ("R25", .thisWeek, .teamManager),
      ("R10", .thisWeek, .teamManager), ("R10", .today, .teamManager),
      ("R04", .today, .headOfService),
      // A rule that this version does not know.
      ("R99", .recordGap, .teamManager),
    ] as [(String, Band, Seniority)])
  func
    `a decision is signed at the rule's own height, and no lower than a team manager for the week`(
      rule: String, band: Band, expected: Seniority
    ) throws
  {
    #expect(try signer(rule, band, in: record("-9 health clinic")) == expected)
  }

  @Test(
    arguments: [
      ("plan: cp", "burn to arm", true, .headOfService),
      ("plan: cin", "burn to arm", true, .teamManager),
      ("plan: cla", "burn to arm", true, .teamManager),
      // An everyday mark weighs nothing.
      ("plan: cp", "bruise to shin", true, .teamManager),
      // The flag does not rest on the injury.
      ("plan: cp", "burn to arm", false, .teamManager),
    ] as [(String, String, Bool, Seniority)])
  func `a hurt child on a protection plan needs a head of service`(
    plan: String, injury: String, restsOnIt: Bool, expected: Seniority
  ) throws {
    let record = try record(
      """
      -20 social care home visit · child_seen: yes · \(plan)
      -10 health GP · injuries: \(injury) · explanation_given: fell
      """)
    let evidence = record.versions[restsOnIt ? 1 : 0]
    #expect(try signer("R06", .thisWeek, on: evidence, in: record) == expected)
  }

  @Test func `once the plan has ended a hurt child needs no head of service`() throws {
    let record = try record(
      """
      -20 social care home visit · plan: cp
      -10 health GP · injuries: burn to arm
      -5 social care home visit · plan: cin
      """)
    #expect(
      try signer("R06", .thisWeek, on: record.versions[1], in: record) == .teamManager)
  }

  // MARK: What is left open

  private func questions(_ drawing: String, flags: [Flag] = []) throws -> [String] {
    let drawn = try DrawnCase(drawing, ageInMonths: 60)
    let chronology = Chronology(
      child: drawn.child, contacts: drawn.contacts, facts: drawn.facts)
    return evaluator.openQuestions(in: chronology, flags: flags, at: now).map(\.name)
  }

  private static let open = """
    -28 health GP · injuries: burn to arm · other_adults_noted: Danny
    -5 school school · presenting_concern: thin

    """
  private static let names = [
    "injury of 2026-05-04 untested", "adult \"Danny\" unchecked", "concern of 2026-05-27",
  ]

  @Test func `questions are open whether or not a step down is drafted`() throws {
    #expect(try questions(Self.open) == Self.names)
    let draft = "-1 + step-down drafted · to: closed · because: settled"
    #expect(try questions(Self.open + draft) == Self.names)
    #expect(try questions("-5 health clinic").isEmpty)
  }

  @Test(arguments: [
    ("injury of 2026-05-04 untested", [1, 2]), ("Adult Danny unchecked", [0, 2]),
    ("concern of 2026-05-27", [0, 1]), ("adult", [0, 1, 2]), ("flag R06", [0, 1, 2]),
  ])
  func `a question carried with an owner is not open any more, and the others are`(
    carried: String, left: [Int]
  ) throws {
    let drafted = """
      -1 + step-down drafted · to: closed · because: settled
      -1 + step-down carried · to: closed · question: \(carried) · owner: I. Rowe
      """
    #expect(try questions(Self.open + drafted) == left.map { Self.names[$0] })
  }

  @Test(arguments: ["withdrawn", "done"])
  func `what was carried into a step down that is over is open again`(step: String) throws {
    let over = """
      -3 + step-down drafted · to: closed · because: settled
      -2 + step-down carried · to: closed · question: injury of 2026-05-04 untested · owner: I. Rowe
      -1 + step-down \(step) · to: closed
      """
    #expect(try questions(Self.open + over) == Self.names)
  }

  @Test func `a flag of the week is a question unless it is cleared or speaks of flags`() throws {
    let flag = try drawnFlag("R06", .thisWeek, raised: -10)
    var cleared = flag
    cleared.cleared = Flag.Clearing(date: DrawnCase.today, reason: .ended)
    #expect(try questions("-5 health clinic", flags: [flag]) == ["flag R06"])
    #expect(try questions("-5 health clinic", flags: [cleared]).isEmpty)
    for rule in ["R15", "R18", "R20"] {
      let other = try drawnFlag(rule, .today, raised: -10)
      #expect(try questions("-5 health clinic", flags: [other]).isEmpty, "\(rule)")
    }
    let decided = try drawnFlag("R06", .thisWeek, raised: -10, answer: decision(until: 3))
    #expect(try questions("-5 health clinic", flags: [decided]).isEmpty)
  }

  // MARK: Which contacts are asked

  /// How many questions a contact leaves that is added to a drawing.
  private func left(by contact: String, in drawing: String) throws -> Int {
    let added = try #require(try DrawnCase(contact).contacts.first)
    return evaluator.judge.questions(added, try record(drawing), nil, now).count
  }

  @Test(arguments: [
    ("cp", "plan: cin", true), ("cp", "plan: early help", true), ("cp", "plan: closed", true),
    ("cp", "plan: cp", false), ("cp", "plan: cla", false), ("cp", "outcome: none", false),
    ("cla", "plan: cp", true), ("cin", "plan: early help", true),
    ("cin", "plan: assessment", false),
    ("cin", "plan: cp", false), ("cin", "outcome: case closed", true),
    ("early help", "plan: cin", false), ("closed", "plan: early help", false),
    ("closed", "plan: closed", false), ("cp", "outcome: removed from the register", true),
    ("cin", "outcome: removed from the register", false),
    ("assessment", "outcome: assessment completed", true),
    ("cin", "outcome: assessment completed", false),
  ])
  func `only a contact that closes or steps down is asked what it leaves open`(
    status: String, column: String, isAsked: Bool
  ) throws {
    let drawing = "-200 health GP · injuries: burn to arm · plan: \(status)"
    let left = try left(by: "0 social care office visit · \(column)", in: drawing)
    #expect((left > 0) == isAsked)
  }

  @Test func `where no status is known a closure is asked, and any plan is not`() throws {
    let drawing = "-200 health GP · injuries: burn to arm"
    #expect(try left(by: "0 social care closure", in: drawing) > 0)
    #expect(try left(by: "0 social care office visit · plan: early help", in: drawing) == 0)
  }

  @Test func `a late entry that a later plan has overtaken steps nothing down`() throws {
    let drawing = """
      -200 health GP · injuries: burn to arm · plan: cin
      -10 social care case conference · plan: cp
      """
    #expect(try left(by: "-20 social care home visit · plan: cin", in: drawing) == 0)
    #expect(try left(by: "-5 social care home visit · plan: cin", in: drawing) > 0)
  }

  @Test func `an amendment is asked by what it makes of the status`() throws {
    let record = try record(
      """
      -200 health GP · injuries: burn to arm · plan: cp
      -10 social care home visit · plan: cp
      """)
    let last = record.versions[1]
    for (plan, isAsked) in [(PlanStatus.childInNeed, true), (.childProtection, false)] {
      var facts = last.facts
      facts.plan = plan
      let amended = Contact(
        id: last.id, child: last.child, version: 2, recordedAt: now, recordedBy: "I. Rowe",
        amendmentReason: "mistyped", facts: facts)
      #expect(evaluator.judge.questions(amended, record, nil, now).isEmpty != isAsked)
    }
  }

  @Test func `time alone opens a question, even where nobody has looked since`() throws {
    let record = try record("-60 social care home visit · child_seen: yes · plan: cin")
    var mint = IdentifierMint()
    let long = Instant(endOf: DrawnCase.today.adding(days: -60))
    let standing = evaluator.advance(record, from: nil, to: long, mint: &mint)
    #expect(standing.flags.isEmpty)
    let closing = try #require(try DrawnCase("0 social care closure").contacts.first)
    let names = evaluator.judge.questions(closing, record, standing, now).map(\.name)
    #expect(names.contains("flag R06"))
  }
}
