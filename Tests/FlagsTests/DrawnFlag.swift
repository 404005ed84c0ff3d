import Flags
import Records
import Testing

/// A flag that stands, for the rules that judge flags: raised so many days before or after today at
/// nine in the morning, on a contact of the day before.
func drawnFlag(
  _ rule: String, _ band: Band, raised days: Int, answer: Answer.Decision? = nil,
  isBroken: Bool = false
) throws -> Flag {
  var mint = IdentifierMint()
  let child = Identifier(high: 1, low: 1)
  let day = DrawnCase.today.adding(days: days)
  let raisedAt = Instant(london: day, try #require(TimeOfDay(hour: 9, minute: 0)))
  let evidence = Evidence(
    contact: mint.next(at: raisedAt), date: day.adding(days: -1), agency: Agency(.health),
    kind: .gp)
  var flag = Flag(
    id: mint.next(at: raisedAt), child: child, rule: RuleID(rule), raisedAt: raisedAt, band: band,
    bandSince: day, line: "Drawn.", evidence: [evidence])
  flag.answer = answer.map { decision in
    Answer(
      id: mint.next(at: raisedAt), flag: flag.id, decision: decision, answeredBy: "I. Rowe",
      answeredAt: raisedAt,
      broken: isBroken ? Answer.Break(contact: evidence.contact, at: raisedAt) : nil)
  }
  return flag
}

/// A reasoned decision that stands until a day.
func decision(until days: Int) -> Answer.Decision {
  .decide(
    Answer.Decide(
      reason: .medicalCause, because: "seen", wouldChange: "more",
      reviewBy: DrawnCase.today.adding(days: days)))
}

/// A rung that is promised for a day.
func promise(of rung: Rung, by days: Int) -> Answer.Decision {
  .escalate(
    Answer.Escalate(
      rung: rung, owner: "I. Rowe", due: DrawnCase.today.adding(days: days), because: nil))
}
