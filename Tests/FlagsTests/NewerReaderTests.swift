import Flags
import Records
import Testing

/// A newer edition of the reader of notes, which reads what is there otherwise: it may raise at once, and
/// takes nothing off the list, nor down it, until somebody asks for that.
@Suite struct NewerReaderTests {
  /// A rule that finds a band in any chronology, through a day; nothing where that is nil.
  private static func rule(
    finds band: Band?, through end: CalendarDate? = nil, whenItEnds: FlagRule.Passing = .clears
  ) -> FlagRule {
    FlagRule(
      "R03", "As read", words: "", logic: { _ in "" }, source: "", falsePositives: "",
      goodAnswer: "", lowestSigner: .teamManager, clearingRung: .strategyDiscussion,
      whenItEnds: whenItEnds
    ) { view, _ in
      guard let band, let last = view.chronology.readings.last else { return nil }
      if let end, view.isAfter(end) { return nil }
      return Finding(
        rule: RuleID("R03"), band: band, line: "As read.", evidence: [Evidence(last.contact)])
    }
  }

  private static let goesQuiet = FlagRule.Passing.goesQuiet { _, _ in false }
  private static let today = DrawnCase.today

  /// How the flag stands that one edition raised yesterday and the next read today, on later days.
  private struct Course {
    var mint = IdentifierMint()
    var standing: Evaluation
    let record: CaseRecord

    init(_ earlier: FlagRule) throws {
      let drawn = try DrawnCase("-3 social care home visit")
      record = CaseRecord(child: drawn.child, versions: drawn.contacts)
      standing = Evaluator(rules: [earlier], parameters: parameters, readerEdition: 1).advance(
        record, from: nil, to: Instant(endOf: today.adding(days: -1)), mint: &mint)
    }

    /// The one flag, as an edition leaves it at the end of a day: its band, or why it was cleared.
    mutating func flag(_ rule: FlagRule, reader: Int = 2, on day: Int = 0) -> String {
      let now = Instant(endOf: today.adding(days: day))
      standing = Evaluator(rules: [rule], parameters: parameters, readerEdition: reader).judge
        .evaluate(
          record, standing, at: now, present: now, mint: &mint)
      return standing.flags.map { flag in
        flag.cleared.map { "\($0.reason)" } ?? flag.quietSince.map { _ in "quiet" }
          ?? flag.band.rawValue
      }.joined(separator: "; ")
    }
  }

  @Test(arguments: [
    // Found as before, more urgent, less urgent, not at all.
    (Band.thisWeek, "B"), (.today, "A"), (.supervision, "B"), (nil, "B"),
  ])
  func `a flag is kept where another edition finds less`(found: Band?, expected: String) throws {
    for whenItEnds in [FlagRule.Passing.clears, Self.goesQuiet] {
      for reader in [0, 2] {
        var course = try Course(Self.rule(finds: .thisWeek, whenItEnds: whenItEnds))
        let other = Self.rule(finds: found, whenItEnds: whenItEnds)
        #expect(course.flag(other, reader: reader) == expected)
        #expect(course.standing.keptSince == Self.today)
        #expect(course.flag(other, reader: reader, on: 1) == expected)
        #expect(course.flag(other, reader: reader, on: 400) == expected, "nor does time take it")
        #expect(course.standing.keptSince == Self.today)
      }
    }
  }

  @Test(arguments: [(FlagRule.Passing.clears, "ended"), (goesQuiet, "quiet")])
  func `the same edition keeps nothing`(whenItEnds: FlagRule.Passing, expected: String) throws {
    var course = try Course(Self.rule(finds: .thisWeek, whenItEnds: whenItEnds))
    #expect(course.flag(Self.rule(finds: nil, whenItEnds: whenItEnds), reader: 1) == expected)
    #expect(course.standing.keptSince == nil)
  }

  @Test func `what ends later by the new readings alone is kept as well`() throws {
    var course = try Course(Self.rule(finds: .thisWeek))
    let newer = Self.rule(finds: .thisWeek, through: Self.today.adding(days: 5))
    #expect(course.flag(newer) == "B")
    #expect(course.flag(newer, on: 6) == "B")
  }

  @Test func `a case that was judged ahead keeps its flags when the day has come`() throws {
    var course = try Course(Self.rule(finds: .thisWeek))
    #expect(course.flag(Self.rule(finds: .thisWeek), reader: 1, on: 7) == "B")
    let newer = Evaluator(rules: [Self.rule(finds: nil)], parameters: parameters, readerEdition: 2)
      .judge
    course.standing = newer.judgeWhileClockIsAhead(
      course.record, course.standing, every: course.standing.flags,
      at: Instant(endOf: Self.today), mint: &course.mint)
    #expect(course.standing.keptSince == Self.today)
    #expect(course.flag(Self.rule(finds: nil), on: 8) == "B")
  }

  @Test func `what it finds besides is raised at once`() throws {
    var course = try Course(Self.rule(finds: nil))
    #expect(course.standing.flags.isEmpty)
    #expect(course.flag(Self.rule(finds: .today)) == "A")
    #expect(course.standing.keptSince == nil, "nothing was there to keep")
  }

  @Test func `it is ended once the readings of before are to be forgotten`() throws {
    var course = try Course(Self.rule(finds: .thisWeek))
    #expect(course.flag(Self.rule(finds: nil)) == "B")
    course.standing.forgetEarlierReadings(than: 2)
    #expect(course.flag(Self.rule(finds: nil), on: 1) == "ended")
    #expect(course.standing.keptSince == nil)
  }
}
