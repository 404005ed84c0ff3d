import Flags
import Records
import Testing

@Suite struct ContactsWithoutEscalationTests {
  let rule = FlagRule.contactsWithoutEscalation

  /// So many contacts a day apart that end today, the first few of them with a concern.
  ///
  /// The plan stands in the first, which lies outside every window.
  private func drawing(
    plan: String, concerns: Int, routine: Int, oldest: Int, then more: String = ""
  ) -> String {
    let concerned = (0..<concerns).map {
      "\(-oldest + $0) school school · presenting_concern: hungry, day \($0)"
    }
    let quiet = (0..<routine).map { "\(-routine + $0 + 1) health clinic · outcome: seen \($0)" }
    let start = "-400 social care supervision · plan: \(plan)"
    return ([start] + concerned + quiet + (more.isEmpty ? [] : [more])).joined(separator: "\n")
  }

  /// Seven points in 56 days on a protection plan, in 84 in need; four in 84 when closed.
  ///
  /// A concern weighs one, a routine contact a half.
  @Test(arguments: [
    ("cp", 7, 0, 55, true), ("cp", 6, 1, 55, false), ("cp", 6, 2, 55, true),
    ("cp", 7, 0, 56, false),
    ("cin", 7, 0, 83, true), ("cin", 6, 1, 83, false), ("cin", 7, 0, 84, false),
    ("assessment", 6, 2, 83, true), ("assessment", 6, 1, 83, false),
    ("cla", 7, 0, 83, true), ("cla", 6, 1, 83, false),
    ("early help", 4, 0, 83, true), ("early help", 3, 1, 83, false),
    ("early help", 3, 2, 83, true), ("early help", 4, 0, 84, false),
    // Fewer than three with a concern never fire, however many come.
    ("early help", 2, 40, 83, false), ("early help", 3, 37, 83, true),
  ])
  func `the weight in the window decides`(
    plan: String, concerns: Int, routine: Int, oldest: Int, fires: Bool
  ) throws {
    let drawing = drawing(plan: plan, concerns: concerns, routine: routine, oldest: oldest)
    #expect(try (finding(rule, drawing) != nil) == fires)
  }

  @Test(arguments: [
    ("strategy discussion", "strategy discussion", false), ("case conference", "conference", false),
    ("referral", "referral", true), ("other", "management decision", true),
  ])
  func `only a strategy discussion or more starts the count anew`(
    kind: String, rung: String, fires: Bool
  ) throws {
    let held = "-1 social care \(kind) · escalation_level: \(rung)"
    let drawing = drawing(plan: "cin", concerns: 9, routine: 0, oldest: 60, then: held)
    #expect(try (finding(rule, drawing) != nil) == fires)
  }

  @Test(arguments: [
    ("meeting held · meeting: strategy discussion · agencies: police; health", false),
    ("meeting held · meeting: strategy discussion · agencies: police", true),
    ("meeting held · meeting: strategy discussion", true),
    ("meeting asked · meeting: strategy discussion · asked_by: school", true),
    ("meeting held · meeting: initial conference · agencies: police; health; school", false),
    ("meeting held · meeting: legal planning · agencies: legal; police", false),
    ("meeting held · meeting: review conference · agencies: police; health", true),
    ("meeting held · meeting: professionals' meeting · agencies: police; health", true),
  ])
  func `a meeting held resets it where two agencies are named`(fact: String, fires: Bool) throws {
    let drawing = drawing(
      plan: "cin", concerns: 9, routine: 0, oldest: 60, then: "-1 + \(fact)")
    #expect(try (finding(rule, drawing) != nil) == fires)
  }

  @Test(arguments: [(0, false), (-1, true), (9, false)])
  func `a management decision pauses it until its review and no longer`(
    review: Int, fires: Bool
  ) throws {
    let decision =
      "-5 + decision made · decision: wait · because: seen today · by: Mo Manager · review_by: @\(review)"
    let drawing = drawing(plan: "cin", concerns: 9, routine: 0, oldest: 60, then: decision)
    #expect(try (finding(rule, drawing) != nil) == fires)
    #expect(try finding(rule, drawing, after: 10) != nil)
  }

  /// Three concerns and two routine clinics weigh four; clinics of a planned series weigh nothing.
  @Test(arguments: [
    ("agency: health · ends: @30", false), ("agency: health · ends: @-1", false),
    ("agency: health · ends: @-2", true), ("agency: school · ends: @30", true),
    ("agency: health · contact_type: clinic · ends: @30", false),
    ("agency: health · contact_type: home visit · ends: @30", true),
    ("agency: health · ends: @30\n-2 + series ended · series: feeding clinic", true),
    ("agency: health · ends: @30\n-1 + series ended · series: feeding clinic", false),
  ])
  func `the routine contacts of a planned series weigh nothing`(
    series: String, fires: Bool
  ) throws {
    let drawing = drawing(
      plan: "early help", concerns: 3, routine: 2, oldest: 60,
      then: "-90 + series planned · series: feeding clinic · \(series)")
    #expect(try (finding(rule, drawing) != nil) == fires)
  }

  @Test func `a concern within a planned series weighs what it is`() throws {
    let series = "-90 + series planned · series: breakfast club · agency: school · ends: @30"
    let drawing = drawing(plan: "early help", concerns: 4, routine: 0, oldest: 60, then: series)
    #expect(try finding(rule, drawing) != nil)
  }

  /// In the 84 days after a step down the numbers are those of a closed case.
  @Test(arguments: [(-84, true), (-85, false)])
  func `a step down lowers what is borne for twelve weeks`(stepDown: Int, fires: Bool) throws {
    let drawing = drawing(plan: "cp", concerns: 4, routine: 0, oldest: 60)
    #expect(
      try (finding(rule, drawing + "\n\(stepDown) social care other · plan: cin") != nil) == fires)
  }

  @Test(arguments: [
    "supervision", "closure", "court", "case conference", "core group", "cancelled", "no access",
  ])
  func `meetings, court and misses without a concern do not count`(kind: String) throws {
    let drawing = drawing(
      plan: "early help", concerns: 3, routine: 1, oldest: 60, then: "-2 social care \(kind)")
    #expect(try finding(rule, drawing) == nil)
  }

  @Test func `several records of one event are one contact`() throws {
    let twice = "-60 school school · presenting_concern: said again"
    let drawing = drawing(plan: "early help", concerns: 3, routine: 1, oldest: 60, then: twice)
    #expect(try finding(rule, drawing) == nil)
  }

  /// Four in the last 28 days and twice those before make it one for today, once the record is 56
  /// days old.
  @Test(arguments: [
    (["-60", "-20", "-15", "-10", "-5"], Band.today), (["-60", "-20", "-15", "-10"], .thisWeek),
    (["-60", "-40", "-35", "-30", "-20", "-15", "-10", "-5"], .thisWeek),
    (["-60", "-40", "-35", "-20", "-15", "-10", "-5"], .today),
    (["-56", "-27", "-15", "-10", "-5"], .today), (["-55", "-27", "-15", "-10", "-5"], .thisWeek),
    (["-60", "-50", "-28", "-15", "-10", "-5"], .thisWeek),
  ])
  func `a rising tempo is for today`(days: [String], band: Band) throws {
    let drawing = days.map { "\($0) school school · presenting_concern: hungry \($0)" }
      .joined(separator: "\n")
    #expect(try finding(rule, drawing)?.band == band)
  }

  @Test func `an injury that weighs is for today`() throws {
    let four = [-60, -50, -40].map { "\($0) school school · presenting_concern: thin \($0)" }
      .joined(separator: "\n")
    let burn = four + "\n-30 health GP · injuries: burn to arm"
    let graze = four + "\n-30 health GP · injuries: graze to knee · explanation_given: fell"
    #expect(try finding(rule, burn, ageInMonths: 60)?.band == .today)
    #expect(try finding(rule, graze, ageInMonths: 60)?.band == .thisWeek)
  }

  @Test func `the line counts every contact since the last escalation`() throws {
    let drawing = """
      -100 social care case conference · escalation_level: conference · plan: early help
      -90 health clinic
      -40 school school · presenting_concern: hungry
      -30 school school · presenting_concern: cold
      -20 police police attendance · presenting_concern: shouting
      -10 health clinic · presenting_concern: thin
      """
    #expect(
      try sentence(rule, drawing) == """
        5 contacts by 3 agencies in 91 days. Last escalation: case conference 2026-02-21 \
        (100 days ago).
        """)
    let none = drawing.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(try sentence(rule, none)?.hasSuffix("Last escalation: none recorded.") == true)
  }
}
