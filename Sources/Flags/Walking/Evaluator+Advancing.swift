package import Records

extension Evaluator {
  /// Judges a case up to `now`, from `evaluation` on: in order, every day on which something became known or
  /// on which time alone changes an answer.
  ///
  /// Judging a case from its first day or in steps gives the same result.
  package func advance(
    _ record: CaseRecord, from evaluation: Evaluation?, to now: Instant, mint: inout IdentifierMint
  ) -> Evaluation {
    // A clock set before the last judgement does not undo what was known by then.
    let today = max(now.londonDay, evaluation?.evaluatedOn ?? now.londonDay)
    let known = record.knownDays.filter { $0 <= today }
    let isJudged = evaluation != nil
    var evaluation = evaluation ?? unjudged(record.child, from: known.first ?? today)
    evaluation.flags.removeAll { $0.cleared != nil }
    // Late entries of the day of the last judgement were looked back at then, unless that day is today.
    let looked = isJudged && evaluation.evaluatedOn < today ? evaluation.evaluatedOn : nil
    var readings = ReadingCache(record)
    var last: (chronology: Chronology, dayEvaluation: DayEvaluation)?
    var day: CalendarDate? = evaluation.evaluatedOn
    while let current = day, current <= today {
      let chronology = readings.chronology(on: current)
      let earlier = last.flatMap { $0.chronology === chronology ? $0.dayEvaluation : nil }
      let dayEvaluation = evaluate(chronology, on: current, after: earlier)
      last = (chronology, dayEvaluation)
      step(
        &evaluation, dayEvaluation, chronology, record, on: current, now: now, mint: &mint,
        hindsight: readings.hindsight(
          on: current, isLookedAt: current == looked, of: evaluation.flags, by: self))
      let later = known.first { $0 > current }
      let next = evaluation.validThrough.map { max($0, current).adding(days: 1) }
      day = [later, next].compactMap { $0 }.min()
    }
    evaluation.summary = CaseSummary(readings.chronology(on: today))
    evaluation.evaluatedOn = today
    evaluation.readerEdition = readerEdition
    // A record with a day to come is judged when that day has come.
    if let coming = record.knownDays.first(where: { $0 > today }) {
      let through = coming.adding(days: -1)
      evaluation.validThrough = evaluation.validThrough.map { min($0, through) } ?? through
    }
    return evaluation
  }

  /// The evaluation of a case of which no day has been judged yet.
  func unjudged(_ child: Child, from day: CalendarDate) -> Evaluation {
    Evaluation(
      flags: [], evaluatedOn: day, validThrough: nil,
      summary: CaseSummary(ofNothingAbout: child), readerEdition: readerEdition)
  }

  /// Judges one day: raises flags from findings, clears them, lets them go quiet or drop a band, and breaks
  /// answers open; then runs the rules that judge those flags.
  ///
  /// `hindsight` is given when something became known that had happened before, and says what follows for the
  /// flags.
  func step(
    _ evaluation: inout Evaluation, _ dayEvaluation: DayEvaluation, _ chronology: Chronology,
    _ record: CaseRecord,
    on day: CalendarDate, now: Instant, mint: inout IdentifierMint, hindsight: Hindsight? = nil
  ) {
    var next = dayEvaluation.nextChange
    var nextMoment: Instant?
    func earlier(_ change: CalendarDate?) {
      if let change { next = next.map { min($0, change) } ?? change }
    }
    let moment = min(now, Instant(endOf: day))
    for (rule, judgement) in zip(rules, dayEvaluation.judgements) where !rule.readsFlags {
      earlier(
        carry(
          judgement.finding, of: rule, chronology, record, into: &evaluation, on: day, moment, &mint
        ))
    }
    if let hindsight {
      let raised = Evaluator.moment(of: day, record, now: moment)
      lookBack(with: hindsight, in: &evaluation, raising: raised, &mint)
      for flag in evaluation.flags { earlier(nextFall(of: flag)) }
    }
    let flags = judged(evaluation.flags)
    for rule in rules where rule.readsFlags {
      var view = CaseView(chronology, on: day, flags: flags, at: moment)
      let finding = rule.judge(&view, parameters)
      earlier(view.nextChange)
      nextMoment = [nextMoment, view.nextMoment].compactMap { $0 }.min()
      earlier(
        carry(finding, of: rule, chronology, record, into: &evaluation, on: day, moment, &mint))
    }
    if let hindsight { lookBackAtReaders(with: hindsight, in: &evaluation) }
    evaluation.evaluatedOn = day
    evaluation.validThrough = next?.adding(days: -1)
    evaluation.changesAt = nextMoment
  }

  /// The flags that rules about flags judge: those in force that no such rule raised.
  func judged(_ flags: [Flag]) -> [Flag] {
    let readers = Set(rules.filter(\.readsFlags).map(\.id))
    return flags.filter { $0.cleared == nil && !readers.contains($0.rule) }
  }

  /// Applies one rule's finding on `day` to the flags, and returns the next day on which time alone changes
  /// its flag.
  private func carry(
    _ finding: Finding?, of rule: FlagRule, _ chronology: Chronology, _ record: CaseRecord,
    into evaluation: inout Evaluation, on day: CalendarDate, _ now: Instant,
    _ mint: inout IdentifierMint
  ) -> CalendarDate? {
    if let index = evaluation.flags.firstIndex(where: { $0.rule == rule.id && $0.cleared == nil }) {
      settle(&evaluation.flags[index], rule, finding, chronology, on: day)
      breakAnswer(of: &evaluation.flags[index], record, on: day)
      return nextFall(of: evaluation.flags[index])
    }
    if let finding {
      let moment = Evaluator.moment(of: day, record, now: now)
      evaluation.flags.append(
        Flag(
          id: mint.next(at: moment), child: record.child.id, rule: rule.id, raisedAt: moment,
          band: finding.band, bandSince: day, line: finding.line, evidence: finding.evidence,
          heldFrom: moment.londonDay))
    }
    return nil
  }

  /// Updates a flag by its rule's finding on `day`, or by there being none.
  private func settle(
    _ flag: inout Flag, _ rule: FlagRule, _ finding: Finding?, _ chronology: Chronology,
    on day: CalendarDate
  ) {
    if let finding {
      flag.quietSince = nil
      flag.line = finding.line
      flag.evidence = finding.evidence
      flag.list(under: finding.band, on: day)
      return
    }
    switch rule.whenItEnds {
    case .clears:
      flag.cleared = Flag.Clearing(date: day, reason: .ended)
    case .goesQuiet(let isDone) where isDone(chronology, flag):
      flag.cleared = Flag.Clearing(date: day, reason: .done)
    case .goesQuiet:
      let since = flag.quietSince ?? day
      flag.quietSince = since
      if day.days(since: since) >= parameters.quietDaysToLapse {
        flag.cleared = Flag.Clearing(date: day, reason: .lapsed)
      } else if day.days(since: max(since, flag.bandSince)) >= parameters.quietDaysToFall {
        flag.list(under: flag.band.fallen, on: day)
      }
    }
  }

  /// The next day on which a quiet flag drops a band or lapses; nil for one that is not quiet.
  private func nextFall(of flag: Flag) -> CalendarDate? {
    guard flag.cleared == nil, let since = flag.quietSince else { return nil }
    let lapse = since.adding(days: parameters.quietDaysToLapse)
    guard flag.band < .supervision else { return lapse }
    return min(lapse, max(since, flag.bandSince).adding(days: parameters.quietDaysToFall))
  }

  /// The moment at which a flag of `day` was raised: when the last entry typed that day was recorded, or at
  /// the opening hour without one; never after `now`.
  private static func moment(of day: CalendarDate, _ record: CaseRecord, now: Instant) -> Instant {
    let moments = record.versions.map(\.recordedAt) + record.facts.map(\.recordedAt)
    let typed = moments.filter { $0.londonDay == day }.max()
    let morning = Instant(london: day, WorkingCalendar.opening)
    return min(now, typed ?? morning)
  }

  /// Breaks a decision open when a new injury, adult, missed visit, concern or breach was recorded after it.
  private func breakAnswer(of flag: inout Flag, _ record: CaseRecord, on day: CalendarDate) {
    guard let answer = flag.answer, answer.broken == nil, case .decide = answer.decision else {
      return
    }
    // Within one second ids tell which came first.
    func isLater(_ moment: Instant, _ id: Identifier) -> Bool {
      moment > answer.answeredAt || (moment == answer.answeredAt && id > answer.id)
    }
    let contact = record.versions.first {
      isLater($0.recordedAt, $0.id) && $0.knownOn <= day && ContactReading($0).isNews
    }
    let fact = record.facts.first {
      isLater($0.recordedAt, $0.id) && $0.knownOn <= day && $0.fact.isNews
    }
    let news = [
      contact.map { Answer.Break(contact: $0.id, at: $0.recordedAt) },
      fact.map { Answer.Break(contact: $0.id, at: $0.recordedAt) },
    ].compactMap { $0 }
    flag.answer?.broken = news.min { $0.at < $1.at }
  }
}

extension Flag {
  fileprivate mutating func list(under band: Band, on day: CalendarDate) {
    guard band != self.band else { return }
    self.band = band
    bandSince = day
  }
}

extension ContactReading {
  /// Whether a decision not to escalate must be looked at again.
  fileprivate var isNews: Bool {
    marks != nil || !adults.isEmpty || kind == .noAccess || Concern(self) != nil
  }
}

extension Fact {
  /// A new injury, adult or concern, or a breach of a condition.
  fileprivate var isNews: Bool {
    switch kind {
    case .injury: step.name == "recorded"
    case .adult: step.name == "sighted" || step.name == "named"
    case .concern: step.name == "raised"
    case .condition: step.name == "breached"
    default: false
    }
  }
}
