import BundledResources
import Records
import Testing

/// Where a title stands in the line, and whom a flag climbs to.
@Suite struct SeniorityTests {
  @Test(
    arguments: [
      ("social worker", .worker), ("family support worker", .worker), ("", .worker),
      ("headspace worker", .worker),
      ("senior social worker", .seniorPractitioner), ("advanced practitioner", .seniorPractitioner),
      ("Practice Lead", .seniorPractitioner),
      ("team manager", .teamManager), ("Deputy Team Manager", .teamManager),
      ("Team Leader", .teamManager), ("TEAM MANAGER (duty)", .teamManager),
      ("service manager", .headOfService), ("Head of Service", .headOfService),
      ("Director of Children's Services", .headOfService), ("Assistant Director", .headOfService),
      ("Principal Social Worker", .principalSocialWorker),
      // Heads, principals and directors of something else.
      ("head teacher", .worker), ("principal", .worker), ("director", .worker),
    ] as [(String, Seniority)])
  func `an authority's own title stands in the line`(title: String, expected: Seniority) {
    #expect(Role(title).seniority == expected)
  }

  @Test func `the line goes up a step at a time and ends at its top`() {
    #expect(Seniority.allCases == Seniority.allCases.sorted())
    for (lower, higher) in zip(Seniority.allCases, Seniority.allCases.dropFirst()) {
      #expect(lower.next == higher)
    }
    #expect(Seniority.principalSocialWorker.next == .principalSocialWorker)
  }

  // MARK: Climbing

  private let calendar = BundledResources.workingCalendar

  /// A moment of `2026-05-15 16:00`, in London.
  private func moment(_ text: String) throws -> Instant {
    let parts = text.split(separator: " ")
    return Instant(
      london: try CalendarDate(iso: parts[0]), try #require(TimeOfDay(typed: parts[1])))
  }

  private func flag(_ band: Band, raised: String) throws -> Flag {
    let at = try moment(raised)
    return Flag(
      id: Identifier(high: 2, low: 2), child: Identifier(high: 1, low: 1), rule: RuleID("R06"),
      raisedAt: at, band: band, bandSince: at.londonDay, line: "Drawn.", evidence: [])
  }

  private static let steps: [(Band, String, String, String)] = [
    // Four working hours and four more: on one day; over a weekend; over a bank holiday.
    (.today, "2026-05-12 09:00", "2026-05-12 13:00", "2026-05-12 17:00"),
    (.today, "2026-05-12 11:00", "2026-05-12 15:00", "2026-05-13 11:00"),
    (.today, "2026-05-15 16:00", "2026-05-18 12:00", "2026-05-18 16:00"),
    (.today, "2026-05-22 15:30", "2026-05-26 11:30", "2026-05-26 15:30"),
    (.today, "2026-05-23 03:00", "2026-05-26 13:00", "2026-05-26 17:00"),
    // Two working days and two more, at closing time.
    (.thisWeek, "2026-05-12 09:00", "2026-05-14 17:00", "2026-05-18 17:00"),
    (.thisWeek, "2026-05-21 23:59", "2026-05-26 17:00", "2026-05-28 17:00"),
    (.thisWeek, "2026-05-24 12:00", "2026-05-27 17:00", "2026-05-29 17:00"),
    // Twenty and twenty more; two bank holidays in May.
    (.supervision, "2026-05-01 09:00", "2026-06-02 17:00", "2026-06-30 17:00"),
  ]

  @Test(arguments: steps)
  func `a flag goes one up a second after its time, and again after as long`(
    band: Band, raised: String, first: String, second: String
  ) throws {
    let flag = try flag(band, raised: raised)
    let climbs = [try moment(first), try moment(second)]
    #expect(flag.climbs(calendar) == climbs)
    let expected: [(Instant, Seniority)] = [
      (flag.raisedAt, .teamManager), (climbs[0], .teamManager),
      (climbs[0].adding(seconds: 1), .headOfService), (climbs[1], .headOfService),
      (climbs[1].adding(seconds: 1), .principalSocialWorker),
      (climbs[1].adding(seconds: 365 * 86_400), .principalSocialWorker),
    ]
    for (now, owner) in expected {
      #expect(flag.owner(at: now, calendar: calendar) == owner, "\(now.iso)")
    }
  }

  @Test func `a record gap is not chased, and a cleared flag is nobody's to climb to`() throws {
    let later = try moment("2027-05-12 09:00")
    let gap = try flag(.recordGap, raised: "2026-05-12 09:00")
    #expect(gap.climbs(calendar).isEmpty)
    #expect(gap.owner(at: later, calendar: calendar) == .teamManager)
    var cleared = try flag(.today, raised: "2026-05-12 09:00")
    cleared.cleared = Flag.Clearing(date: later.londonDay, reason: .done)
    #expect(cleared.owner(at: later, calendar: calendar) == .teamManager)
  }

  @Test func `an authority's own times move the steps`() throws {
    var own = calendar
    own.answerTimes.hoursToday = 1
    let climbs = try flag(.today, raised: "2026-05-15 16:30").climbs(own)
    #expect(climbs == [try moment("2026-05-18 09:30"), try moment("2026-05-18 10:30")])
  }

  private func decided(_ flag: Flag, until review: String) throws -> Answer {
    Answer(
      id: Identifier(high: 3, low: 3), flag: flag.id,
      decision: .decide(
        Answer.Decide(
          reason: .riskReduced, because: "seen", wouldChange: "more",
          reviewBy: try CalendarDate(iso: review))),
      answeredBy: "I. Rowe", answeredAt: flag.raisedAt)
  }

  @Test func `an answer that stands holds the flag until its day, and then it climbs`() throws {
    var flag = try flag(.thisWeek, raised: "2026-05-12 09:00")
    flag.answer = try decided(flag, until: "2026-05-20")
    let end = Instant(endOf: try CalendarDate(iso: "2026-05-20"))
    #expect(flag.climbs(calendar) == [end, try moment("2026-05-22 17:00")])
    #expect(flag.owner(at: end, calendar: calendar) == .teamManager)
    #expect(flag.owner(at: end.adding(seconds: 1), calendar: calendar) == .headOfService)
  }

  @Test func `an answer broken open starts the time anew, and one unsigned does not`() throws {
    var flag = try flag(.today, raised: "2026-05-12 09:00")
    var answer = try decided(flag, until: "2026-05-14")
    answer.broken = Answer.Break(
      contact: Identifier(high: 4, low: 4), at: try moment("2026-05-13 10:00"))
    flag.answer = answer
    #expect(
      flag.climbs(calendar) == [try moment("2026-05-13 14:00"), try moment("2026-05-14 10:00")])
    flag.answer = Answer(
      id: answer.id, flag: flag.id, decision: answer.decision, answeredBy: "I. Rowe",
      answeredAt: flag.raisedAt, signer: .teamManager)
    #expect(flag.climbs(calendar).first == (try moment("2026-05-12 13:00")))
  }
}
