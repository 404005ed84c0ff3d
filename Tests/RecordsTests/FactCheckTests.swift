import BundledResources
import Records
import Testing

/// What can't be true of a fact, and what is nearest to it and can.
@Suite struct FactCheckTests {
  private static let born = today.adding(days: -365)

  private func check(
    _ kind: FactKind, _ step: String, on day: CalendarDate, _ texts: [String: String],
    bornOn birth: CalendarDate? = born, today now: CalendarDate = today, beside: [FactRecord] = []
  ) throws {
    let child = Child(
      id: Identifier(high: 1, low: 1), ref: "C1", name: "Ada Example", dateOfBirth: birth)
    try Fact(kind: kind, step: step, on: day, texts: texts).check(
      of: child, today: now, beside: Matter.matters(in: beside),
      calendar: BundledResources.workingCalendar)
  }

  @Test func `a fact may be of today and not of tomorrow`() throws {
    try check(.adult, "sighted", on: today, ["adult": "Danny"])
    #expect(throws: FactFault.inFuture) {
      try check(.adult, "sighted", on: today.adding(days: 1), ["adult": "Danny"])
    }
  }

  @Test func `a fact may lie 40 weeks before the birth, and an injury not a day before it`() throws
  {
    try check(.adult, "sighted", on: Self.born.adding(days: -280), ["adult": "Danny"])
    #expect(throws: FactFault.beforeBirth(nil)) {
      try check(.adult, "sighted", on: Self.born.adding(days: -281), ["adult": "Danny"])
    }
    try check(.injury, "recorded", on: Self.born, ["sites": "ear"])
    #expect(throws: FactFault.beforeBirth(nil)) {
      try check(.injury, "recorded", on: Self.born.adding(days: -1), ["sites": "ear"])
    }
    // Without a date of birth nothing is known to lie before it.
    try check(
      .injury, "recorded", on: Self.born.adding(days: -9999), ["sites": "ear"], bornOn: nil)
  }

  @Test func `a day that a fact names may lie no further back than the fact itself`() throws {
    let words = ["words": "fell"]
    func of(_ days: Int) -> [String: String] {
      words.merging(["of": Self.born.adding(days: days).iso]) { $1 }
    }
    try check(.explanation, "given", on: today, of(-280))
    #expect(throws: FactFault.beforeBirth(.ofInjury)) {
      try check(.explanation, "given", on: today, of(-281))
    }
    let view = ["opinion": "inconclusive", "of": Self.born.iso]
    try check(.injury, "medical view", on: today, view)
    let before = view.merging(["of": Self.born.adding(days: -1).iso]) { $1 }
    #expect(throws: FactFault.beforeBirth(.ofInjury)) {
      try check(.injury, "medical view", on: today, before)
    }
  }

  @Test(
    arguments: [
      (.condition, "imposed", .ends), (.meeting, "asked", .due), (.action, "agreed", .due),
      (.challenge, "opened", .due), (.series, "planned", .ends), (.plan, "made", .reviewDue),
      (.managementDecision, "made", .reviewBy), (.setting, "started", .nextSighting),
    ] as [(FactKind, String, FactField)])
  func `what a fact opens ends on its own day at the earliest`(
    kind: FactKind, step: String, field: FactField
  ) throws {
    let day = today.adding(days: -10)
    var texts = kind.neededTexts(try #require(kind.step(step)))
    texts[field.name] = day.iso
    try check(kind, step, on: day, texts)
    texts[field.name] = day.adding(days: -1).iso
    #expect(throws: FactFault.endsBeforeStart(field)) { try check(kind, step, on: day, texts) }
  }

  @Test func `what carries a matter on ends on the first day of the matter at the earliest`() throws
  {
    var known = DrawnFacts()
    try known.add(
      .condition, "imposed", -30, ["condition": "police bail", "type": "bail", "adult": "Danny"])
    func vary(_ days: Int) throws {
      let ends = today.adding(days: days).iso
      try check(
        .condition, "varied", on: today, ["condition": "Police Bail", "ends": ends],
        beside: known.records)
    }
    try vary(-30)
    #expect(throws: FactFault.endsBeforeStart(.ends)) { try vary(-31) }
  }

  @Test func `a day for which something is planned may lie before the plan was made`() throws {
    let planned = today.adding(days: -20).iso
    try check(.plannedVisit, "planned", on: today, ["for": planned, "worker": "A. Ward"])
  }

  @Test func `only what was begun goes on`() throws {
    var known = DrawnFacts()
    try known.add(
      .condition, "imposed", -30, ["condition": "police bail", "type": "bail", "adult": "Danny"])
    func breach(_ condition: String, beside: [FactRecord]) throws {
      try check(
        .condition, "breached", on: today, ["condition": condition, "words": "came back"],
        beside: beside)
    }
    try breach("Police  BAIL", beside: known.records)
    #expect(throws: FactFault.nothingToContinue(.condition)) {
      try breach("court bail", beside: known.records)
    }
    #expect(throws: FactFault.nothingToContinue(.condition)) {
      try breach("police bail", beside: [])
    }
    // A kind without a name stands alone, and needs no beginning.
    try check(
      .explanation, "tested", on: today,
      ["of": today.iso, "tested_by": "scene seen", "result": "fits"])
    // An end is no obstacle to what was told afterwards; an error is none to a new beginning.
    try known.add(.condition, "ended", -3, ["condition": "police bail"])
    try breach("police bail", beside: known.records)
  }

  @Test func `a decision stands for 20 working days and not one more`() throws {
    func decide(_ review: String, today now: CalendarDate) throws {
      try check(
        .managementDecision, "made", on: now,
        ["decision": "go on", "because": "safe", "by": "I. Rowe", "review_by": review],
        today: now)
    }
    let june = try CalendarDate(iso: "2026-06-29")
    try decide(june.iso, today: today)
    #expect(throws: FactFault.reviewTooLate(.reviewBy, latest: june)) {
      try decide("2026-06-30", today: today)
    }
    // Over the two bank holidays of May.
    let may = try CalendarDate(iso: "2026-05-01")
    let latest = try CalendarDate(iso: "2026-06-02")
    try decide(latest.iso, today: may)
    #expect(throws: FactFault.reviewTooLate(.reviewBy, latest: latest)) {
      try decide("2026-06-03", today: may)
    }
  }
}
