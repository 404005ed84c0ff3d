import Flags
package import Records

extension FlagEntry {
  /// Returns the flag in the shape that the contract specifies.
  ///
  /// `answers` are all that were given to the flag, the newest first.
  package func json(in context: ReportContext, answers: [Answer]? = nil) -> JSON {
    let (now, calendar) = (context.now, context.calendar)
    let day = now.londonDay
    return .object([
      ("id", .string(flag.id.description)),
      ("child", .object([("ref", .string(child.ref)), ("name", .text(child.name))])),
      ("rule", .string(flag.rule.description)),
      ("rule_name", .string(FlagRule.named(flag.rule))),
      ("band", .word(flag.band)), ("band_since", .day(flag.bandSince)),
      ("raised_on", .day(flag.raisedOn)),
      ("would_have_been_raised_on", .day(flag.wouldHaveBeenRaisedOn)),
      ("reason", .string(flag.reason(on: day))),
      ("evidence", .array(flag.evidence.map(\.json))),
      ("state", .word(flag.state(at: now, calendar: calendar))),
      ("quiet_since", .day(flag.quietSince)),
      ("cleared_on", .day(flag.cleared?.date)),
      ("owner", .string(flag.owner(at: now, calendar: calendar).title)),
      ("due", .text(flag.due(calendar)?.iso)),
      ("answer", flag.answer?.json ?? .null),
      ("answers", .array((answers ?? flag.answer.map { [$0] } ?? []).map(\.json))),
    ])
  }
}

extension Answer {
  /// What was decided, by whom, and what became of it.
  package var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id.description)), ("by", .string(answeredBy)),
      ("at", .string(answeredAt.iso)),
    ]
    switch decision {
    case .escalate(let escalate):
      members += [
        ("escalate", .word(escalate.rung)), ("owner", .string(escalate.owner)),
        ("due", .day(escalate.due)), ("because", .text(escalate.because)),
      ]
    case .decide(let decide):
      members += [
        ("decide", .word(decide.reason)), ("because", .string(decide.because)),
        ("would_change", .string(decide.wouldChange)), ("review_by", .day(decide.reviewBy)),
      ]
    }
    members += [
      ("broken_open_at", .text(broken?.at.iso)), ("signer", .text(signer?.title)),
      ("signed_by", .text(signature?.name)), ("signed_at", .text(signature?.at.iso)),
      ("state", .string(state)),
    ]
    return .object(members)
  }
}

extension Answer {
  /// The state of the answer itself; only one that is `standing` answers its flag.
  private var state: String {
    if broken != nil { return "broken open" }
    return awaitsSignature ? "awaiting signature" : "standing"
  }
}

extension Evidence {
  /// The contact that a flag points to.
  package var json: JSON {
    .object([
      ("date", .day(date)), ("agency", .string(agency.written)), ("contact_type", .word(kind)),
    ])
  }
}
