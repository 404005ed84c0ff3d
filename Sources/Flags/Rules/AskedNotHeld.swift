import Records

extension FlagRule {
  /// Somebody asked for a meeting, and it was neither held nor declined.
  package static let askedNotHeld = FlagRule(
    "R22", "asked-not-held",
    words: """
      A strategy discussion, medical, check or legal planning meeting was asked for and was neither \
      held nor declined with a reason; or a challenge was not answered in its time.
      """,
    logic: { p in
      """
      No held and no declined-with-reason after \(p.strategyReplyWorkingDays) working day for a strategy \
      discussion, \(p.medicalReplyWorkingDays) for a medical, \(p.checksReplyWorkingDays) for checks, \
      \(p.legalReplyWorkingDays) for legal planning, or the day that was set where it is sooner; a challenge after \
      \(p.challengeFirstWorkingDays), \(p.challengeSecondWorkingDays), \
      \(p.challengeThirdWorkingDays) or \(p.challengeFourthWorkingDays) working days by its stage. \
      An imported strategy discussion without a rung was asked for and not held; so was one, or a \
      legal planning meeting, that names fewer than two agencies. \
      For today when it is a strategy discussion. Cleared when it is held, or declined with the \
      reason, or another way is agreed.
      """
    },
    source: """
      Seven weeks until the legal planning meeting (Peter Connelly, 2007); checks that were not \
      effective (Sara Sharif, 2023).
      """,
    falsePositives: "Another way was agreed: record it.",
    goodAnswer: "The meeting held; or a challenge, stage 1.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    var late: [Request] = []
    for request in view.chronology.requests(parameters) where view.isAfter(request.due) {
      late.append(request)
    }
    let worst = late.first { $0.what == Request.strategy } ?? late.first
    guard let worst else { return nil }
    return Finding(
      "R22", worst.what == Request.strategy ? .today : .thisWeek, evidence: late.map(\.evidence),
      line: """
        \(worst.by) asked for \(worst.what) on \(worst.evidence.date). Not held; no reply recorded.
        """)
  }
}

/// Something that was asked for and has no reply yet.
private struct Request {
  let what: String
  let by: String
  let due: CalendarDate
  let evidence: Evidence

  static let strategy = "strategy discussion"
}

extension Chronology {
  fileprivate func requests(_ parameters: Parameters) -> [Request] {
    let meetings = matters(.meeting).filter { !isReplied($0) }.compactMap { meeting in
      request(for: meeting, parameters)
    }
    let challenges = matters(.challenge).filter { !$0.isClosed }.map { challenge in
      let stage = challenge.stage
      let late = parameters.calendar.day(
        parameters.challengeWorkingDays(stage), workingDaysAfter: challenge.last.date)
      return Request(
        what: "an answer to a challenge, stage \(stage),", by: challenge.records[0].recordedBy,
        due: challenge.last.fact.day(.due).map { min($0, late) } ?? late,
        evidence: Evidence(challenge.last))
    }
    return (importedRequests(parameters) + meetings + challenges)
      .sorted { $0.evidence.date < $1.evidence.date }
  }

  /// Whether the meeting was held or declined; one that would restart the counts is held only if it is an
  /// escalation.
  private func isReplied(_ meeting: Matter) -> Bool {
    meeting.records.contains { record in
      record.fact.step.closes
        && ((record.fact.heldRung?.rank ?? 0) < Rung.resettingRank
          || escalations.contains { $0.id == record.id })
    }
  }

  private func request(for meeting: Matter, _ parameters: Parameters) -> Request? {
    guard let what = meeting.fact.text(.meeting), let asked = meeting.first("asked"),
      let due = [
        asked.fact.day(.due),
        parameters.replyWorkingDays(what).map {
          parameters.calendar.day($0, workingDaysAfter: asked.date)
        },
      ].compactMap({ $0 }).min()
    else { return nil }
    if what == Request.strategy, isStrategyHeld(since: meeting.date) { return nil }
    return Request(
      what: what, by: sentenceList([asked.fact.text(.askedBy) ?? "somebody"]), due: due,
      evidence: Evidence(asked))
  }

  /// Rows that name a strategy discussion and no rung: asked for, not held.
  private func importedRequests(_ parameters: Parameters) -> [Request] {
    readings.filter {
      $0.kind == .strategyDiscussion && $0.rung == .none && !$0.isDeclined
        && !isStrategyHeld(since: $0.date)
    }.map {
      Request(
        what: Request.strategy, by: sentenceList([$0.facts.agency.written]),
        due: parameters.calendar.day(
          parameters.strategyReplyWorkingDays, workingDaysAfter: $0.date),
        evidence: Evidence($0.contact))
    }
  }

  private func isStrategyHeld(since day: CalendarDate) -> Bool {
    escalations.contains { $0.rung.rank >= Rung.resettingRank && $0.date >= day }
      || readings.contains {
        $0.kind == .strategyDiscussion && $0.isDeclined && $0.date >= day
      }
  }
}

extension Matter {
  /// The stage that a challenge has reached: the one recorded, or else one further each time it is taken up.
  fileprivate var stage: Int {
    records.reduce(1) { stage, record in
      let isTakenUp = record.fact.step.name == "taken up a stage"
      return record.fact.number(.stage) ?? min(4, isTakenUp ? stage + 1 : stage)
    }
  }
}

extension Parameters {
  /// How long a request may wait for its reply; nil for what is chased by other clocks.
  fileprivate func replyWorkingDays(_ what: String) -> Int? {
    switch what {
    case Request.strategy: strategyReplyWorkingDays
    case "medical": medicalReplyWorkingDays
    case "checks": checksReplyWorkingDays
    case "legal planning": legalReplyWorkingDays
    default: nil
    }
  }

  fileprivate func challengeWorkingDays(_ stage: Int) -> Int {
    switch stage {
    case 1: challengeFirstWorkingDays
    case 2: challengeSecondWorkingDays
    case 3: challengeThirdWorkingDays
    default: challengeFourthWorkingDays
    }
  }
}
