import Flags
import Records
import Testing

@Suite struct OversightThinningTests {
  let rule = FlagRule.oversightThinning

  private static let decided =
    "decision made · decision: go on · because: safe · by: I. Rowe · review_by: @20"

  @Test(arguments: [
    ("-35 social care supervision · plan: cp", "-"),
    ("-36 social care supervision · plan: cp", "B: -36"),
    ("-36 social care supervision · plan: cin", "-"),
    ("-36 social care supervision", "-"),
    ("-60 social care supervision · plan: cp\n-35 + supervision held · by: I. Rowe", "-"),
    ("-60 social care supervision · plan: cp\n-36 + supervision held · by: I. Rowe", "B: -36"),
    // Never yet: from the day on which the plan began.
    ("-36 social care home visit · plan: cp\n-20 + " + decided, "B: -36"),
    ("-35 social care home visit · plan: cp\n-20 + " + decided, "-"),
    // A manager's decision is no supervision.
    ("-36 social care supervision · plan: cp\n-1 + " + decided, "B: -36"),
    // Where no oversight is on record, nothing is said of it.
    ("-90 social care home visit · plan: cp", "-"),
  ])
  func `on a protection plan more than 35 days without supervision raise it`(
    drawing: String, expected: String
  ) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(
    arguments: [
      ([-70, -60, -40, -10], "B: -10"), ([-70, -60, -50, -10], "-"), ([-70, -50, -30, -10], "-"),
      ([-70, -60, -40, -20], "-"), ([-40, -30, -10], "-"), ([-100, -70, -60, -40, -10], "B: -10"),
      // The next one, no later than the last, clears it.
      ([-70, -60, -40, -10, 0], "-"), ([-90, -80, -60, -30, 0], "-"),
      ([-90, -80, -60, -31, 0], "B: 0"),
    ] as [([Int], String)])
  func `three intervals, each longer than the one before, raise it`(
    days: [Int], expected: String
  ) throws {
    let held = days.map { "\($0) social care supervision · plan: cin" }
    #expect(try found(rule, held.joined(separator: "\n")) == expected)
  }

  @Test func `one supervision that a contact and a fact record is one`() throws {
    let drawing = """
      -30 social care supervision · plan: cin
      -30 + supervision held · by: I. Rowe
      -20 social care supervision
      0 social care supervision
      """
    #expect(try found(rule, drawing) == "-")
  }

  @Test(
    arguments: [
      ([-111, -100, -90, -56], [-55, -50, -40, -30, -20, -10], [-80], "B: -80"),
      // Not half as many again; or fewer than four before; or one of them 112 days ago.
      ([-111, -100, -90, -56], [-55, -50, -40, -30, -20], [-80], "-"),
      ([-100, -90, -56], [-55, -50, -40, -30, -20, -10], [-80], "-"),
      ([-112, -100, -90, -56], [-55, -50, -40, -30, -20, -10], [-80], "-"),
      ([-111, -100, -90, -60, -56], [-50, -40, -35, -30, -25, -20, -10], [-80], "-"),
      ([-111, -100, -90, -60, -56], [-50, -40, -35, -30, -25, -20, -15, -10], [-80], "B: -80"),
      // Supervision as often as before, or oftener.
      ([-111, -100, -90, -56], [-55, -50, -40, -30, -20, -10], [-80, -5], "-"),
      ([-111, -100, -90, -56], [-55, -50, -40, -30, -20, -10], [-56, -55], "-"),
      ([-111, -100, -90, -56], [-55, -50, -40, -30, -20, -10], [-80, -56, -5], "B: -5"),
      ([-111, -100, -90, -56], [-55, -50, -40, -30, -20, -10], [-112], "-"),
    ] as [([Int], [Int], [Int], String)])
  func `contacts half as many again as in the 56 days before, while supervision fell, raise it`(
    before: [Int], now: [Int], held: [Int], expected: String
  ) throws {
    let contacts = (before + now).map { "\($0) health clinic" }
    let supervisions = held.map { "\($0) social care supervision" }
    let drawing = (contacts + supervisions).joined(separator: "\n")
    #expect(try found(rule, drawing) == expected)
  }

  @Test(
    arguments: [
      // Four working hours from nine of today; two working days from Thursday 28 May.
      (.today, 0, "13:00", "-"), (.today, 0, "13:01", "B: -10"),
      (.thisWeek, -4, "17:00", "-"), (.thisWeek, -4, "17:01", "B: -10"),
      (.supervision, -200, "17:01", "-"), (.recordGap, -200, "17:01", "-"),
    ] as [(Band, Int, String, String)])
  func `a late flag of today or the week without a manager's decision raises it`(
    band: Band, raised: Int, time: String, expected: String
  ) throws {
    let flag = try drawnFlag("R08", band, raised: raised)
    let now = try #require(TimeOfDay(typed: time))
    let drawing = "-10 social care supervision · plan: cin"
    #expect(try found(rule, drawing, flags: [flag], at: now) == expected)
  }

  @Test(arguments: [
    ("-6 + " + decided, "-"), ("-3 + " + decided, "-"), ("-7 + " + decided, "B: -10"),
    ("-3 social care other · escalation_level: management decision", "-"),
    ("-3 social care other · escalation_level: joint information", "B: -10"),
    ("-3 social care home visit", "B: -10"),
  ])
  func `a manager's decision since the flag was raised clears that`(
    added: String, expected: String
  ) throws {
    let flag = try drawnFlag("R08", .today, raised: -6)
    let drawing = "-10 social care supervision · plan: cin\n" + added
    #expect(try found(rule, drawing, flags: [flag]) == expected)
  }

  @Test func `a flag that is answered in time is not late`() throws {
    let drawing = "-10 social care supervision · plan: cin"
    let answered = try drawnFlag("R08", .today, raised: -6, answer: decision(until: 0))
    #expect(try found(rule, drawing, flags: [answered]) == "-")
    #expect(try found(rule, drawing, after: 1, flags: [answered]) == "B: -10")
  }

  @Test func `the line says the gap, the one before, the rise, and that nobody decided`() throws {
    #expect(
      try sentence(rule, "-60 social care supervision · plan: cp\n-36 social care supervision")
        == "Supervision gap 36 days (was 24).")
    let before = "-111 health GP\n-100 health GP\n-90 health GP\n-56 health GP\n"
    let now = [-55, -50, -40, -30, -20, -10].map { "\($0) health clinic" }
    #expect(
      try sentence(
        rule, before + now.joined(separator: "\n") + "\n-80 social care supervision",
        flags: [drawnFlag("R08", .today, raised: -6)]) == """
          Supervision gap 80 days. Contacts rose 4→6 in the same time. An overdue flag has no \
          manager's decision.
          """)
  }
}
