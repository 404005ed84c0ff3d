import BundledResources
import Flags
import OrdinaryCaseload
import Records
import Testing

/// A case that was judged for a day that has not come, and is judged for today again.
@Suite struct RewindingTests {
  private static let evaluator = Evaluator(parameters: parameters)

  /// Of a rule that judges the case and not how another flag stands.
  private static func isOwn(_ flag: Flag) -> Bool { !evaluator.judge.readsFlags(flag.rule) }

  @Test(arguments: [11, 12] as [UInt64], [1, 40, 400])
  func `it stands as it stood before, with the ids that its flags had`(seed: UInt64, days: Int)
    throws
  {
    let today = DrawnCase.today
    let (now, later) = (Instant(endOf: today), Instant(endOf: today.adding(days: days)))
    let caseload = OrdinaryCaseload(
      children: 40, seed: seed, asOf: today, calendar: BundledResources.workingCalendar)
    var (stood, clearedLater, raisedLater) = (0, 0, 0)
    for record in caseload.records() {
      var mint = IdentifierMint()
      let before = Self.evaluator.advance(record, from: nil, to: now, mint: &mint)
      let ahead = Self.evaluator.advance(record, from: before, to: later, mint: &mint)
      var flags = Dictionary(uniqueKeysWithValues: before.flags.map { ($0.id, $0) })
      for flag in ahead.flags { flags[flag.id] = flag }
      let judge = Self.evaluator.judge
      let meanwhile = judge.judgeWhileClockIsAhead(
        record, ahead, every: Array(flags.values), at: now, mint: &mint)
      let rejudgement = judge.rejudgeFromStart(
        record, every: Array(flags.values), to: now, mint: &mint)
      let standing = before.flags.filter { $0.cleared == nil }
      let ids = meanwhile.flags.filter { $0.cleared == nil }.map(\.id)
      let aheads = ahead.flags.filter { $0.cleared == nil }
      #expect(Set(ids).isSuperset(of: (standing + aheads).filter(Self.isOwn).map(\.id)))
      #expect(Set(rejudgement.evaluation.flags) == Set(standing), "\(record.child.ref)")
      #expect(rejudgement.evaluation.evaluatedOn == today)
      #expect(rejudgement.evaluation.validThrough == before.validThrough)
      #expect(rejudgement.evaluation.summary == before.summary)
      let ended = rejudgement.changed.filter { $0.cleared != nil }
      #expect(ended.allSatisfy { $0.raisedOn > today && $0.cleared?.date == today })
      stood += standing.count
      clearedLater += standing.count { flags[$0.id]?.cleared != nil }
      raisedLater += ended.count
    }
    #expect(stood > 0)
    if days == 400 { #expect(clearedLater > 0 && raisedLater > 0, "time alone changed something") }
  }
}
