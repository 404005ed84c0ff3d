import Flags
import Records
import Testing

@Suite struct FlagUnansweredTests {
  let rule = FlagRule.flagUnanswered

  private func day(_ offset: Int) -> CalendarDate { DrawnCase.today.adding(days: offset) }

  private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(typed: text)) }

  /// A flag raised on a day at a time of day.
  private func flag(
    _ band: Band, _ offset: Int, _ at: String = "09:00", rule: String = "R01",
    answer: Answer.Decision? = nil, broken: Int? = nil
  ) throws -> Flag {
    let raised = try Instant(london: day(offset), time(at))
    let contact = Identifier(high: 2, low: UInt64(bitPattern: Int64(offset)))
    var flag = Flag(
      id: Identifier(high: 3, low: 3), child: Identifier(high: 1, low: 1), rule: RuleID(rule),
      raisedAt: raised, band: band, bandSince: day(offset), line: "A line.",
      evidence: [
        Evidence(contact: contact, date: day(offset), agency: Agency(.school), kind: .school)
      ])
    flag.answer = answer.map {
      Answer(
        id: Identifier(high: 4, low: 4), flag: flag.id, decision: $0, answeredBy: "Mo Manager",
        answeredAt: raised,
        broken: broken.map {
          Answer.Break(contact: contact, at: Instant(london: day($0), WorkingCalendar.opening))
        })
    }
    return flag
  }

  private func found(_ flags: [Flag], at clock: String? = nil) throws -> String {
    try FlagsTests.found(rule, "-90 school school", flags: flags, at: clock.map(time))
  }

  @Test(arguments: [
    // Four working hours, of which none lie in a night, a weekend or a bank holiday.
    (Band.today, 0, "09:00", "13:00", "-"), (.today, 0, "09:00", "13:01", "A: 0"),
    (.today, -3, "16:00", "12:00", "-"), (.today, -3, "16:00", "12:01", "A: -3"),
    (.today, -1, "11:00", "13:00", "-"), (.today, -1, "11:00", "13:01", "A: -1"),
    // Two working days, to the close of the second.
    (.thisWeek, -4, "09:00", "17:00", "-"), (.thisWeek, -4, "09:00", "17:01", "A: -4"),
    (.thisWeek, -3, "09:00", "23:00", "-"), (.thisWeek, -5, "23:00", "08:00", "A: -5"),
    // Twenty for one of supervision.
    (.supervision, -32, "09:00", "17:00", "-"), (.supervision, -32, "09:00", "17:01", "B: -32"),
    (.supervision, -31, "09:00", "23:00", "-"),
    // A record gap is not chased.
    (.recordGap, -80, "09:00", "17:01", "-"),
  ])
  func `no answer in the time of its band raises it by one`(
    band: Band, offset: Int, raised: String, now: String, expected: String
  ) throws {
    #expect(try found([flag(band, offset, raised)], at: now) == expected)
  }

  @Test func `the bank holiday is no working day`() throws {
    let friday = try flag(.thisWeek, -10)
    for (after, clock, expected) in [(-5, "17:00", "-"), (-5, "17:01", "A: -10")] {
      let found = try FlagsTests.found(
        rule, "-90 school school", after: after, flags: [friday], at: time(clock))
      #expect(found.hasPrefix(expected))
    }
  }

  private func promise(_ offset: Int) -> Answer.Decision {
    .escalate(
      Answer.Escalate(rung: .s47, owner: "Mo Manager", due: day(offset), because: nil))
  }

  private func decision(_ offset: Int) -> Answer.Decision {
    .decide(
      Answer.Decide(
        reason: .other, because: "Seen together.", wouldChange: "Another injury.",
        reviewBy: day(offset)))
  }

  @Test func `an answer holds to the end of its day, and then it has run out`() throws {
    for (offset, expected) in [(0, "-"), (-1, "A: -9")] {
      #expect(try found([flag(.thisWeek, -9, answer: promise(offset))]) == expected)
      #expect(try found([flag(.thisWeek, -9, answer: decision(offset))]) == expected)
      #expect(try found([flag(.today, -9, answer: decision(offset))]) == expected)
    }
    #expect(try found([flag(.supervision, -9, answer: promise(-1))]) == "B: -9")
  }

  @Test func `a flag of supervision is due at the next supervision where that is sooner`() throws {
    for (held, expected) in [(-6, "-"), (-5, "-"), (-4, "B: -5")] {
      let drawing = "-90 school school\n\(held) social care supervision"
      let open = try flag(.supervision, -5)
      #expect(try FlagsTests.found(rule, drawing, flags: [open]).hasPrefix(expected), "\(held)")
      let answered = try flag(.supervision, -5, answer: decision(1))
      #expect(try FlagsTests.found(rule, drawing, flags: [answered]) == "-")
      let urgent = try flag(.thisWeek, 0)
      #expect(try FlagsTests.found(rule, drawing, flags: [urgent]) == "-")
    }
  }

  @Test func `an answer broken open gives its time anew`() throws {
    let broken = decision(20)
    #expect(try found([flag(.thisWeek, -20, answer: broken, broken: -3)]) == "-")
    #expect(try found([flag(.thisWeek, -20, answer: broken, broken: -5)]) == "A: -20")
  }

  @Test func `the most urgent is named and the others counted`() throws {
    let flags = try [
      flag(.supervision, -60, rule: "R07"), flag(.today, -9, rule: "R03"),
      flag(.thisWeek, -20, rule: "R01"), flag(.today, 0, "16:59", rule: "R05"),
    ]
    #expect(try found(flags, at: "17:00") == "A: -9")
    #expect(
      try sentence(rule, "-90 school school", flags: flags, at: time("17:00")) == """
        R03 open 9 days, no answer. Owner principal social worker, the last in the line. And 2 more.
        """)
  }

  @Test(arguments: [
    ("13:01", "Owner head of service; next up: principal social worker."),
    ("17:00", "Owner head of service; next up: principal social worker."),
    ("17:01", "Owner principal social worker, the last in the line."),
  ])
  func `it climbs one step for each further period`(now: String, ending: String) throws {
    let flags = try [flag(.today, 0, "09:00", rule: "R03")]
    #expect(
      try sentence(rule, "-90 school school", flags: flags, at: time(now))
        == "R03 open 0 days, no answer. " + ending)
  }

  @Test func `the line says when an answer has run out`() throws {
    let flags = try [flag(.thisWeek, -9, answer: promise(-1))]
    #expect(
      try sentence(rule, "-90 school school", flags: flags) == """
        R01 open 9 days, its answer has run out. Owner head of service; next up: principal social \
        worker.
        """)
  }

  @Test func `without a flag nothing is chased`() throws {
    #expect(try found([]) == "-")
  }
}
