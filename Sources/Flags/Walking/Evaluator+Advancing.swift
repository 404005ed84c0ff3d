package import Records

extension Evaluator {
  /// A case judged up to a moment: every day on which something became known or on which time alone
  /// changed an answer, in order, from how it last stood.
  ///
  /// Judged from its first day or in steps, a case comes to stand the same.
  package func advance(
    _ record: CaseRecord, from evaluation: Evaluation?, to now: Instant, mint: inout IdentifierMint
  ) -> Evaluation {
    // A clock that stands before the last judgement does not take back what was known by then.
    let today = max(now.londonDay, evaluation?.evaluatedOn ?? now.londonDay)
    let known = record.knownDays.filter { $0 <= today }
    let isJudged = evaluation != nil
    var evaluation = evaluation ?? unjudged(record.child, from: known.first ?? today)
    evaluation.flags.removeAll { $0.cleared != nil }
    // What was known on the day of the last judgement was looked back at then, unless it is today.
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
    // What bears a day to come is looked at when that day has come.
    if let coming = record.knownDays.first(where: { $0 > today }) {
      let through = coming.adding(days: -1)
      evaluation.validThrough = evaluation.validThrough.map { min($0, through) } ?? through
    }
    return evaluation
  }

  /// Gives the standing of a case of which no day has been judged yet.
  func unjudged(_ child: Child, from day: CalendarDate) -> Evaluation {
    Evaluation(
      flags: [], evaluatedOn: day, validThrough: nil,
      summary: CaseSummary(Chronology(child: child, contacts: [])), readerEdition: readerEdition)
  }

  /// One day: findings become flags, flags are cleared, go quiet or fall, answers break open; then
  /// the rules that judge how those flags stand.
  ///
  /// Where something that had happened before came to be known, `hindsight` tells what of it.
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

  /// The flags that rules about flags judge: those that stand, and are not such a rule's own.
  func judged(_ flags: [Flag]) -> [Flag] {
    let readers = Set(rules.filter(\.readsFlags).map(\.id))
    return flags.filter { $0.cleared == nil && !readers.contains($0.rule) }
  }

  /// Brings one rule's finding of a day into the flags; gives the next day on which time alone
  /// changes what became of it.
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

  /// Carries a flag over to a day's finding.
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

  /// The next day on which a quiet flag falls a band or is dropped.
  private func nextFall(of flag: Flag) -> CalendarDate? {
    guard flag.cleared == nil, let since = flag.quietSince else { return nil }
    let lapse = since.adding(days: parameters.quietDaysToLapse)
    guard flag.band < .supervision else { return lapse }
    return min(lapse, max(since, flag.bandSince).adding(days: parameters.quietDaysToFall))
  }

  /// When a flag was raised: by the contact that became known that day, or as the day began.
  private static func moment(of day: CalendarDate, _ record: CaseRecord, now: Instant) -> Instant {
    let moments = record.versions.map(\.recordedAt) + record.facts.map(\.recordedAt)
    let typed = moments.filter { $0.londonDay == day }.max()
    let morning = Instant(london: day, WorkingCalendar.opening)
    return min(now, typed ?? morning)
  }

  /// A reasoned decision covers what it saw: a new injury, adult, missed visit or concern opens it.
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
  /// A new injury, adult or concern.
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
