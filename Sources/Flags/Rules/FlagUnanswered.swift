import Records

extension FlagRule {
  /// A flag is open, and nobody answers it.
  package static let flagUnanswered = FlagRule(
    "R15", "flag-unanswered",
    words: """
      A flag has had no answer in its time, or an answer's review has passed, or the rung that it \
      promised was not held. It walks up the line, and both ends see it.
      """,
    logic: { p in
      """
      No answer after \(p.calendar.answerTimes.hoursToday) working hours for a flag of today, \
      \(p.calendar.answerTimes.daysThisWeek) working days for one of the week, \
      \(p.calendar.answerTimes.daysSupervision) for one of supervision, or the next supervision where that is sooner; or an answer's day has passed. A record gap is not chased. The band is the \
      flag's raised by one. It climbs from the team manager to the head of service and the principal \
      social worker, a step for each further period. Cleared by an answer; it can't be signed away.
      """
    },
    source: """
      Escalation policies that stall at their second stage (Cheshire East); staff "did not exercise \
      a strong enough sense of challenge" (second review, Peter Connelly).
      """,
    falsePositives: "Leave: name a delegate.",
    goodAnswer: "The answer.",
    lowestSigner: .headOfService, clearingRung: .none, whenItEnds: .clears, readsFlags: true
  ) { view, parameters in
    let overdue = view.overdueFlags(parameters).sorted(by: Flag.byUrgency)
    guard let worst = overdue.first else { return nil }
    let owner = worst.owner(at: view.moment, calendar: parameters.calendar)
    let state =
      worst.answer?.stands == true ? "its answer has run out" : "no answer"
    let more = overdue.count > 1 ? " And \(overdue.count - 1) more." : ""
    return Finding(
      "R15", worst.band.raised, evidence: worst.evidence,
      line: """
        \(worst.rule) open \(daysSince: worst.raisedOn), \(state). Owner \(owner.title)\
        \(owner.next == owner ? ", the last in the line" : "; next up: \(owner.next.title)").\(more)
        """)
  }
}

extension CaseView {
  /// The flags whose answer is late.
  mutating func overdueFlags(_ parameters: Parameters) -> [Flag] {
    var overdue: [Flag] = []
    for flag in flags where flag.band != .recordGap {
      // Ask about every step up the line, so that the reason is written anew when the flag climbs.
      let passed = flag.climbs(parameters.calendar).filter { isAfter($0) }
      if !passed.isEmpty || isPassedOver(flag) { overdue.append(flag) }
    }
    return overdue
  }

  /// Whether a supervision held since a flag of supervision was raised left it without an answer.
  private func isPassedOver(_ flag: Flag) -> Bool {
    flag.band == .supervision && flag.answer?.stands != true
      && chronology.supervisions.contains { $0.date > flag.raisedOn }
  }
}
