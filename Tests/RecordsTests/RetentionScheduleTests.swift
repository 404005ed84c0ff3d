import Records
import Testing

/// Until when a record is kept, both sides of every line.
@Suite struct RetentionScheduleTests {
  private static let schedule = RetentionSchedule(
    nation: .england,
    lines: [
      RetentionSchedule.Line(kind: .lookedAfter, years: 75, start: .birth, source: "the 75th"),
      RetentionSchedule.Line(
        kind: .lookedAfter, years: 15, start: .deathUnder18, source: "15 from death"),
      RetentionSchedule.Line(
        kind: .childProtection, years: 35, start: .lastContact, source: "35 from closure"),
      RetentionSchedule.Line(kind: .childInNeed, years: 30, start: .birth, source: "the 30th"),
    ])

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  /// A child born on 3 March 2000 with a contact under each plan, one a year from 2001 on.
  private static func record(
    _ plans: [PlanStatus?], born: CalendarDate? = day(2000, 3, 3)
  ) -> CaseRecord {
    var mint = IdentifierMint()
    let moment = Instant(seconds: 1_000_000_000)
    let child = Child(id: mint.next(at: moment), ref: "C1", dateOfBirth: born)
    let contacts = plans.enumerated().map { index, plan in
      var facts = ContactFacts(
        date: day(2001 + index, 5, 1), agency: Agency(.socialCare), kind: .homeVisit)
      facts.plan = plan
      return Contact(
        id: mint.next(at: moment), child: child.id, recordedAt: moment, recordedBy: "I. Rowe",
        isTyped: false, facts: facts)
    }
    return CaseRecord(child: child, versions: contacts)
  }

  @Test(arguments: [
    ([PlanStatus.childInNeed], RecordKind.childInNeed, day(2030, 3, 3)),
    ([.assessment, .closed], .childInNeed, day(2030, 3, 3)),
    ([.childInNeed, .childProtection, .closed], .childProtection, day(2038, 5, 1)),
    ([.lookedAfter, .childProtection, .closed], .lookedAfter, day(2075, 3, 3)),
    ([.earlyHelp, .childInNeed], .childInNeed, day(2030, 3, 3)),
  ])
  func `the longest of what the child ever had counts`(
    plans: [PlanStatus], kind: RecordKind, until: CalendarDate
  ) throws {
    let keeping = try Self.schedule.keeping(of: Self.record(plans))
    #expect(keeping.kind == kind)
    #expect(keeping.until == until)
  }

  @Test func `a death under 18 counts in place of the birth, and one at 18 does not`() throws {
    let record = Self.record([.lookedAfter])
    let young = try Self.schedule.keeping(of: record, died: Self.day(2018, 3, 2))
    #expect(
      young.until == Self.day(2033, 3, 2)
        && young.source == "15 from death, counted from a death on 2018-03-02")
    let grown = try Self.schedule.keeping(of: record, died: Self.day(2018, 3, 3))
    #expect(grown.until == Self.day(2075, 3, 3))
  }

  @Test func `a death counts in place of the birth alone, and of no other line`() throws {
    let lines =
      Self.schedule.lines + [
        RetentionSchedule.Line(
          kind: .lookedAfter, years: 40, start: .lastContact, source: "40 from closure")
      ]
    let schedule = RetentionSchedule(nation: .england, lines: lines)
    let keeping = try schedule.keeping(of: Self.record([.lookedAfter]), died: Self.day(2018, 3, 2))
    #expect(keeping.until == Self.day(2041, 5, 1) && keeping.source == "40 from closure")
  }

  @Test func `a death before the birth, or before the child was last seen, is none`() throws {
    var record = Self.record([.lookedAfter])
    for (died, isPossible) in [
      (Self.day(2000, 3, 2), false), (Self.day(2000, 3, 3), true), (Self.day(2001, 4, 30), true),
    ] {
      let keeping = try? Self.schedule.keeping(of: record, died: died)
      #expect((keeping != nil) == isPossible, "\(died.iso)")
    }
    record.versions = record.versions.map { contact in
      var facts = contact.facts
      facts.childSeen = .yes
      return Contact(
        id: contact.id, child: contact.child, recordedAt: contact.recordedAt,
        recordedBy: contact.recordedBy, isTyped: false, facts: facts)
    }
    #expect(throws: RemovalFault.impossibleDeath) {
      try Self.schedule.keeping(of: record, died: Self.day(2001, 4, 30))
    }
    #expect(
      try Self.schedule.keeping(of: record, died: Self.day(2001, 5, 1)).source.contains(
        "a death on 2001-05-01"))
  }

  @Test func `what the schedule says nothing of, or can't count, is never due`() {
    #expect(throws: RemovalFault.notInSchedule(.other)) {
      try Self.schedule.keeping(of: Self.record([.earlyHelp]))
    }
    #expect(throws: RemovalFault.notInSchedule(.other)) {
      try Self.schedule.keeping(of: Self.record([]))
    }
    #expect(throws: RemovalFault.birthUnknown) {
      try Self.schedule.keeping(of: Self.record([.childInNeed], born: nil))
    }
    let scottish = RetentionSchedule(nation: .scotland, lines: [Self.schedule.lines[0]])
    #expect(throws: RemovalFault.notInSchedule(.childProtection)) {
      try scottish.keeping(of: Self.record([.lookedAfter, .childProtection]))
    }
  }

  @Test func `a day before its time is not due, and the day itself is`() throws {
    let record = Self.record([.childInNeed])
    let keeping = try Self.schedule.keeping(of: record)
    #expect(throws: RemovalFault.notDue(keeping.until)) {
      try Removal.check(
        .child, on: .retention(keeping), of: record, under: [],
        today: keeping.until.adding(days: -1))
    }
    try Removal.check(
      .child, on: .retention(keeping), of: record, under: [], today: keeping.until)
  }
}
