import BundledResources
import Records
import Testing

private let nine = Instant(london: today, TimeOfDay(clamping: 540))

/// How a rule has fared.
@Suite struct RuleLedgerTests {
  /// Flags and answers of one child, in the order of their making.
  private struct Drawn {
    var mint = IdentifierMint()
    var entries: [FlagEntry] = []
    var answers: [Answer] = []
    let child = Child(id: Identifier(high: 1, low: 1), ref: "C1")

    /// A flag of today, raised at nine.
    mutating func raise(
      _ rule: String = "R06", band: Band = .today, cleared: Flag.Clearing.Reason? = nil,
      answered answer: Answer? = nil
    ) -> Identifier {
      var flag = Flag(
        id: mint.next(at: nine), child: child.id, rule: RuleID(rule), raisedAt: nine, band: band,
        bandSince: today, line: "Drawn.", evidence: [])
      flag.cleared = cleared.map { Flag.Clearing(date: today, reason: $0) }
      flag.answer = answer
      entries.append(FlagEntry(flag: flag, child: child))
      return flag.id
    }

    /// An answer so many seconds after nine.
    @discardableResult
    mutating func answer(
      _ flag: Identifier, after seconds: Int, _ decision: Answer.Decision,
      signer: Seniority? = nil, isSigned: Bool = false, isBroken: Bool = false
    ) -> Answer {
      let at = nine.adding(seconds: seconds)
      let signature = Answer.Signature(
        person: Identifier(high: 5, low: 5), name: "S. Haddad", role: Role("director"), at: at)
      let answer = Answer(
        id: mint.next(at: at), flag: flag, decision: decision, answeredBy: "I. Rowe",
        answeredAt: at, signer: signer, signature: isSigned ? signature : nil,
        broken: isBroken ? Answer.Break(contact: child.id, at: at) : nil)
      answers.append(answer)
      return answer
    }

    var ledgers: [RuleID: RuleLedger] { ledgers(at: nine) }

    func ledgers(at now: Instant) -> [RuleID: RuleLedger] {
      RuleLedger.ledgers(entries, answers, at: now, calendar: BundledResources.workingCalendar)
    }
  }

  private func decide(_ reason: DecisionReason = .riskReduced) -> Answer.Decision {
    .decide(
      Answer.Decide(reason: reason, because: "seen", wouldChange: "more", reviewBy: today))
  }

  private let promise = Answer.Decision.escalate(
    Answer.Escalate(rung: .s47, owner: "I. Rowe", due: today, because: nil))

  @Test(
    arguments: [
      ([], nil), ([0], "0 min"), ([59], "0 min"), ([60], "1 min"), ([5399], "89 min"),
      ([5400], "2 h"),
      ([258_000], "72 h"), ([259_200], "3 d"),
      // In the middle, in whatever order; of an even number the later of the two.
      ([7200, 3600, 36_000], "2 h"), ([36_000, 3600], "10 h"),
      ([3600, 3600, 3600, 36_000], "60 min"),
    ] as [([Int], String?)])
  func `2.10 the median wait is said as people say it, a minute as a minute`(
    waits: [Int], words: String?
  ) {
    var drawn = Drawn()
    for wait in waits { drawn.answer(drawn.raise(), after: wait, promise) }
    _ = drawn.raise()
    #expect(drawn.ledgers[RuleID("R06")]?.medianWait == words)
  }

  @Test func `a flag waits for its first answer alone`() {
    var drawn = Drawn()
    let flag = drawn.raise()
    drawn.answer(flag, after: 7200, promise)
    drawn.answer(flag, after: 3600, decide())
    drawn.answer(flag, after: 90_000, promise)
    let ledger = drawn.ledgers[RuleID("R06")]
    #expect(ledger?.medianHours == 1)
    #expect(ledger?.answers == 3)
  }

  @Test func `every flag is counted by how it stands, rule by rule`() {
    var drawn = Drawn()
    _ = drawn.raise()
    _ = drawn.raise(cleared: .done)
    _ = drawn.raise(cleared: .lapsed)
    _ = drawn.raise(cleared: .ended)
    let answered = drawn.raise()
    let answer = drawn.answer(answered, after: 0, promise)
    _ = drawn.raise(answered: answer)
    _ = drawn.raise("R03")
    let late = drawn.ledgers(at: nine.adding(seconds: 5 * 3600))
    let early = drawn.ledgers[RuleID("R06")]
    #expect(early?.raised == 6)
    #expect(early?.states == [.open: 2, .cleared: 3, .answered: 1])
    #expect(late[RuleID("R06")]?.states == [.overdue: 2, .cleared: 3, .answered: 1])
    #expect(early?.done == 1)
    #expect(early?.lapsed == 1)
    #expect(late[RuleID("R03")]?.raised == 1)
    #expect(late.count == 2)
  }

  @Test func `every answer is counted by what it decided`() throws {
    var drawn = Drawn()
    let flag = drawn.raise()
    for reason in DecisionReason.allCases { drawn.answer(flag, after: 0, decide(reason)) }
    drawn.answer(flag, after: 0, decide(.ruleWrong))
    drawn.answer(flag, after: 0, promise)
    let ledger = try #require(drawn.ledgers[RuleID("R06")])
    #expect(ledger.escalated == 1)
    #expect(ledger.ruleWrong == 2)
    for reason in DecisionReason.allCases {
      #expect(ledger.decided[reason] == (reason == .ruleWrong ? 2 : 1))
    }
    #expect(ledger.answers == DecisionReason.allCases.count + 2)
  }

  @Test func `answers broken open and answers unsigned are counted apart`() throws {
    var drawn = Drawn()
    let flag = drawn.raise()
    drawn.answer(flag, after: 0, decide(), signer: .teamManager)
    drawn.answer(flag, after: 0, decide(), signer: .teamManager, isSigned: true)
    drawn.answer(flag, after: 0, decide(), signer: .teamManager, isSigned: true, isBroken: true)
    drawn.answer(flag, after: 0, decide(), signer: .teamManager, isBroken: true)
    drawn.answer(flag, after: 0, promise)
    let ledger = try #require(drawn.ledgers[RuleID("R06")])
    #expect(ledger.unsigned == 2)
    #expect(ledger.broken == 2)
  }

  @Test func `nothing raised is an empty ledger`() {
    #expect(Drawn().ledgers.isEmpty)
    #expect(RuleLedger().medianHours == nil)
    #expect(RuleLedger().answers == 0)
    #expect(RuleLedger().ruleWrong == 0)
  }
}
