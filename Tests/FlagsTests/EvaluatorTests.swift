import BundledResources
import Flags
import OrdinaryCaseload
import Records
import Testing

/// Judging a case over time: what is kept, what falls, and that the order of asking changes nothing.
struct EvaluatorTests {
  private let evaluator = Evaluator(parameters: parameters)

  private func advance(
    _ record: CaseRecord, _ standing: Evaluation?, to day: CalendarDate
  ) -> Evaluation {
    var mint = IdentifierMint()
    return evaluator.advance(record, from: standing, to: Instant(endOf: day), mint: &mint)
  }

  private func record(_ drawing: String, ageInMonths: Int? = nil) throws -> CaseRecord {
    let drawn = try DrawnCase(drawing, ageInMonths: ageInMonths)
    return CaseRecord(child: drawn.child, versions: drawn.contacts)
  }

  /// What two ways of judging must agree on: all but the ids.
  private struct Outline: Hashable {
    let rule: RuleID
    let raisedOn: CalendarDate
    let band: Band
    let bandSince: CalendarDate
    let quietSince: CalendarDate?
    let cleared: Flag.Clearing?
    let line: ReasonLine

    init(_ flag: Flag) {
      rule = flag.rule
      raisedOn = flag.raisedOn
      band = flag.band
      bandSince = flag.bandSince
      quietSince = flag.quietSince
      cleared = flag.cleared
      line = flag.line
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `judged in steps a case comes to stand as when judged from its first day`(
    seed: UInt64
  ) throws {
    let end = DrawnCase.today
    let caseload = OrdinaryCaseload(
      children: 40, seed: seed, asOf: end, calendar: BundledResources.workingCalendar)
    var raised = 0
    for record in caseload.records() {
      let whole = advance(record, nil, to: end)
      var standing: Evaluation?
      var all: [Identifier: Flag] = [:]
      for stop in stride(from: -399, through: 0, by: 7) {
        let day = end.adding(days: stop)
        let known = CaseRecord(
          child: record.child, versions: record.versions.filter { $0.knownOn <= day })
        guard !known.versions.isEmpty else { continue }
        standing = advance(known, standing, to: day)
        for flag in standing?.flags ?? [] { all[flag.id] = flag }
      }
      raised += whole.flags.count
      let (inSteps, atOnce) = (
        Set(all.values.map(Outline.init)), Set(whole.flags.map(Outline.init))
      )
      #expect(inSteps.symmetricDifference(atOnce) == [], "\(record.child.ref)")
    }
    #expect(raised > 0)
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `judging on the days that an evaluation names misses nothing`(seed: UInt64) throws {
    let end = DrawnCase.today
    let caseload = OrdinaryCaseload(
      children: 25, seed: seed, asOf: end, calendar: BundledResources.workingCalendar)
    for record in caseload.records() {
      let whole = advance(record, nil, to: end)
      guard let first = record.versions.map(\.knownOn).min() else { continue }
      var standing: Evaluation?
      var all: [Identifier: Flag] = [:]
      // Every single day asked anew, as if no evaluation held for longer than its day.
      for day in sequence(first: first, next: { $0.adding(days: 1) }).prefix(while: { $0 <= end }) {
        standing?.validThrough = day.adding(days: -1)
        standing?.evaluatedOn = day
        standing = advance(record, standing, to: day)
        for flag in standing?.flags ?? [] { all[flag.id] = flag }
      }
      let (daily, named) = (Set(all.values.map(Outline.init)), Set(whole.flags.map(Outline.init)))
      #expect(daily.symmetricDifference(named) == [], "\(record.child.ref)")
    }
  }

  @Test func `a condition that ends and comes back is another flag`() throws {
    let case1 = try record(
      """
      -60 social care home visit · child_seen: yes · plan: cin
      -50 social care no access
      -45 social care no access
      -40 social care home visit · child_seen: yes
      -30 social care no access
      -25 social care no access
      """)
    let flags = advance(case1, nil, to: DrawnCase.today.adding(days: -20)).flags
      .filter { $0.rule == RuleID("R06") }
    #expect(flags.count == 2)
    #expect(Set(flags.map(\.id)).count == 2)
    #expect(flags[0].cleared?.date == DrawnCase.today.adding(days: -40))
    #expect(flags[1].cleared == nil)
  }

  /// Two burns leave their 90 days when the first is 90 days old: quiet from then on.
  @Test(
    arguments: [
      (79, nil, Band.today, false), (80, 80, .today, false), (107, 80, .today, false),
      (108, 80, .thisWeek, false), (135, 80, .thisWeek, false), (136, 80, .supervision, false),
      (163, 80, .supervision, false), (164, 80, .supervision, true),
    ] as [(Int, Int?, Band, Bool)])
  func `a quiet flag falls a band every 28 days and lapses after 84`(
    days: Int, quiet: Int?, band: Band, lapsed: Bool
  ) throws {
    let burns = try record(
      "-10 health GP · injuries: burn to arm\n0 health GP · injuries: burn to leg",
      ageInMonths: 60)
    let flag = try #require(
      advance(burns, nil, to: DrawnCase.today.adding(days: days)).flags
        .first { $0.rule == RuleID("R03") })
    #expect(flag.raisedOn == DrawnCase.today)
    #expect(flag.quietSince == quiet.map { DrawnCase.today.adding(days: $0) })
    #expect(flag.band == band)
    #expect(flag.cleared?.reason == (lapsed ? .lapsed : nil))
  }

  @Test(arguments: [
    ("0 health GP · injuries: burn", true), ("0 school school · other_adults_noted: Danny", true),
    ("0 social care no access", true), ("0 school school · presenting_concern: thin", true),
    ("0 health clinic", false), ("0 school school · presenting_concern: none", false),
    ("0 social care home visit · child_seen: no", false),
  ])
  func `a decision is broken open by a new injury, adult, missed visit or concern alone`(
    news: String, breaks: Bool
  ) throws {
    let burns = "-30 health GP · injuries: burn to arm\n-20 health GP · injuries: burn to leg\n"
    let drawn = try record(burns + news, ageInMonths: 60)
    let before = CaseRecord(child: drawn.child, versions: Array(drawn.versions.prefix(2)))
    let answered = DrawnCase.today.adding(days: -10)
    var standing = advance(before, nil, to: answered)
    let index = try #require(standing.flags.firstIndex { $0.rule == RuleID("R03") })
    var mint = IdentifierMint()
    let decide = Answer.Decide(
      reason: .medicalCause, because: "seen", wouldChange: "more", reviewBy: DrawnCase.today)
    standing.flags[index].answer = Answer(
      id: mint.next(at: Instant(endOf: answered)), flag: standing.flags[index].id,
      decision: .decide(decide), answeredBy: "I. Rowe", answeredAt: Instant(endOf: answered))
    let later = advance(drawn, standing, to: DrawnCase.today)
    let flag = try #require(later.flags.first { $0.id == standing.flags[index].id })
    #expect((flag.answer?.broken != nil) == breaks)
    #expect(flag.answer?.broken.map { $0.contact == drawn.versions[2].id } ?? true)
  }
}
