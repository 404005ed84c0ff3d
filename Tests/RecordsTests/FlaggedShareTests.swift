import BundledResources
import Records
import Testing

/// How many children of a group are flagged.
@Suite struct FlaggedShareTests {
  private var mint = IdentifierMint()
  private var facts: [FactRecord] = []

  private func child(_ number: Int) -> Identifier { Identifier(high: 1, low: UInt64(number)) }

  /// What a family gave, so many days before today.
  @discardableResult
  private mutating func note(
    _ number: Int, _ daysAgo: Int, corrects: Identifier? = nil, _ texts: [String: String]
  ) throws -> Identifier {
    let fact = try Fact(
      kind: .characteristics, step: nil, on: today.adding(days: -daysAgo), texts: texts)
    let id = mint.next(at: Instant(endOf: today))
    facts.append(
      FactRecord(
        id: id, child: child(number), corrects: corrects, recordedAt: Instant(endOf: today),
        recordedBy: "drawn", fact: fact))
    return id
  }

  private func shares(_ field: FactField, flagged: Int...) -> [String] {
    FlaggedShare.shares(by: field, facts, flagged: Set(flagged.map(child))).map {
      "\($0.group) \($0.flagged)/\($0.children)"
    }
  }

  @Test mutating func `each child counts in one group, the one given last`() throws {
    try note(1, 5, ["ethnicity": "WBRI"])
    // Typed later, but given before.
    try note(1, 9, ["ethnicity": "BCRB"])
    try note(2, 9, ["ethnicity": "WBRI"])
    try note(2, 5, ["ethnicity": "BCRB"])
    try note(3, 5, ["ethnicity": "WBRI"])
    // On one day the later record counts.
    try note(3, 5, ["ethnicity": "OOTH"])
    #expect(shares(.ethnicity, flagged: 1, 3, 9) == ["BCRB 0/1", "OOTH 1/1", "WBRI 1/1"])
  }

  @Test mutating func `what says nothing of a field leaves what was said before`() throws {
    try note(1, 9, ["ethnicity": "WBRI", "disability": "LD"])
    try note(1, 5, ["disability": "AUT"])
    #expect(shares(.ethnicity) == ["WBRI 0/1"])
    #expect(shares(.disability, flagged: 1) == ["AUT 1/1"])
  }

  @Test
  mutating func `a correction takes the place of what it mends, and an error counts for nothing`()
    throws
  {
    let wrong = try note(1, 9, ["ethnicity": "WBRI"])
    try note(1, 9, corrects: wrong, ["ethnicity": "OOTH"])
    let other = try note(2, 9, ["ethnicity": "WBRI"])
    try note(2, 9, corrects: other, ["in_error": "another child"])
    #expect(shares(.ethnicity) == ["OOTH 0/1"])
  }

  @Test func `none recorded is no group at all`() {
    #expect(shares(.ethnicity, flagged: 1).isEmpty)
  }

  @Test(arguments: [
    (0, 3, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100), (1, 2, 50), (1, 8, 13), (1, 200, 1),
    (1, 201, 0), (199, 200, 100),
  ])
  mutating func `a share is in whole hundredths, the half rounded up`(
    flagged: Int, children: Int, percent: Int
  ) throws {
    for number in 1...children { try note(number, 1, ["sex": "F"]) }
    let share = FlaggedShare.shares(
      by: .sex, facts, flagged: Set((0..<flagged).map { child($0 + 1) }))
    #expect(share.map(\.percent) == [percent])
  }

  @Test mutating func `the ledger counts flags of today and the week that stand`() throws {
    var entries: [FlagEntry] = []
    for (number, band) in Band.allCases.enumerated() {
      try note(number, 1, ["ethnicity": "OOTH"])
      let flag = Flag(
        id: mint.next(at: Instant(endOf: today)), child: child(number), rule: RuleID("R06"),
        raisedAt: Instant(endOf: today), band: band, bandSince: today, line: "Drawn.", evidence: [])
      entries.append(FlagEntry(flag: flag, child: Child(id: child(number), ref: "C\(number)")))
    }
    try note(9, 1, ["ethnicity": "OOTH"])
    var cleared = entries[0].flag
    cleared.cleared = Flag.Clearing(date: today, reason: .done)
    entries.append(FlagEntry(flag: cleared, child: Child(id: child(9), ref: "C9")))
    let ledger = Ledger(
      entries: entries, answers: [], characteristics: facts, at: Instant(endOf: today),
      calendar: BundledResources.workingCalendar)
    #expect(ledger.byEthnicity.map(\.flagged) == [2])
    #expect(ledger.byEthnicity.map(\.children) == [5])
    #expect(ledger.byDisability.isEmpty)
    #expect(ledger.rules[RuleID("R06")]?.raised == 5)
  }
}
