// Judges a case again that was judged for a day still to come: the clock was ahead then, a command was given
// a later day, or the clock is behind now; the record alone can't tell which.
//
// Four guarantees:
// - While a case is ahead, no flag is cleared, drops a band or goes quiet; what is found today is raised
//   beside them.
// - A record with a time to come counts as made when the record before it was; a rescan stores that time
//   once.
// - A flag keeps its id and its answers; one cleared on a day to come is in force again, before a rescan only
//   if it is found today.
// - Only a rescan, which somebody runs once the clock is right, ends it.

extension Evaluation {
  /// Whether it was judged for a day after the day of `moment`.
  package func isAhead(of moment: Instant) -> Bool { evaluatedOn > moment.londonDay }

  /// Whether it is ahead and `judgeWhileClockIsAhead` has not judged it on the day of `moment`.
  package func isUnseenAhead(of moment: Instant) -> Bool {
    isAhead(of: moment) && changesAt.map { $0 > Instant(endOf: moment.londonDay) } ?? true
  }
}

extension CaseJudge {
  /// Judges a case up to `now` as the property `evaluate` does, but counts every record and answer with a
  /// time after `present` as made when the record before it was.
  ///
  /// When another edition of the reader raised the flags, none of them is cleared, goes quiet or drops a
  /// band, and what else is found is raised beside them.
  package func evaluate(
    _ record: CaseRecord, _ evaluation: Evaluation?, at now: Instant, present: Instant,
    mint: inout IdentifierMint
  ) -> Evaluation {
    var evaluation = evaluation
    var given: [Identifier: Instant] = [:]
    for (index, flag) in (evaluation?.flags ?? []).enumerated() {
      guard let answer = flag.answer, answer.answeredAt > present else { continue }
      given[answer.id] = answer.answeredAt
      evaluation?.flags[index].answer?.answeredAt = record.time(before: answer.id, present)
    }
    var judged = evaluate(record.known(by: present), evaluation, now, &mint)
    judged.keptSince = evaluation.flatMap { keptSince(after: $0, at: now) }
    if judged.keptSince != nil, let evaluation {
      judged.flags = judged.flags.map { flag in
        evaluation.flags.first { $0.id == flag.id }.map(flag.neverWeaker) ?? flag
      }
    }
    for (index, flag) in judged.flags.enumerated() {
      if let answer = flag.answer, let moment = given[answer.id] {
        judged.flags[index].answer?.answeredAt = moment
      }
    }
    return judged
  }

  /// The day since which no flag may be weakened, because another edition read the notes when they were
  /// raised; nil when the flags follow the notes freely.
  private func keptSince(after evaluation: Evaluation, at now: Instant) -> CalendarDate? {
    let isReadOtherwise = evaluation.readerEdition != readerEdition && !evaluation.flags.isEmpty
    return evaluation.keptSince ?? (isReadOtherwise ? now.londonDay : nil)
  }

  /// Judges a case that is ahead, for today alone: every flag stays in force, one cleared on a day to come is
  /// in force again if its rule finds it today, and what else is found today is raised beside them.
  ///
  /// Nothing is cleared, drops a band or goes quiet, since the clock may be behind. The result is valid for
  /// today only.
  package func judgeWhileClockIsAhead(
    _ record: CaseRecord, _ evaluation: Evaluation, every flags: [Flag], at now: Instant,
    mint: inout IdentifierMint
  ) -> Evaluation {
    let today = now.londonDay
    var judged = evaluate(record, nil, at: now, present: now, mint: &mint)
    var live = flags.filter { $0.cleared == nil }
    for flag in judged.flags
    where flag.cleared == nil && !readsFlags(flag.rule)
      && !live.contains(where: { $0.rule == flag.rule })
    {
      let held = flags.index(of: flag, on: today).map { flags[$0] }
      if held?.isCleared(by: today) == true { continue }
      live.append(held.map(flag.carried) ?? flag)
    }
    judged.flags = live
    judged = evaluate(record, judged, at: now, present: now, mint: &mint)
    judged.flags = judged.flags.map { flag in
      live.first { $0.id == flag.id }.map(flag.neverWeaker) ?? flag
    }
    judged.evaluatedOn = evaluation.evaluatedOn
    judged.keptSince = keptSince(after: evaluation, at: now)
    judged.validThrough = nil
    judged.changesAt = min(judged.changesAt ?? Instant(endOf: today), Instant(endOf: today))
    return judged
  }

  /// Judges a case that was ahead once more, from its first day up to `now`, after somebody has said that the
  /// clock is right.
  package func rejudgeFromStart(
    _ record: CaseRecord, every flags: [Flag], to now: Instant, mint: inout IdentifierMint
  ) -> Rejudgement {
    let today = now.londonDay
    var record = record
    let since = record.ahead(of: now)
    record.correctedTimes += since
    var judged = evaluate(record, nil, at: now, present: now, mint: &mint)
    var left = flags
    var kept: [Flag] = []
    for flag in judged.flags {
      if let index = left.index(of: flag, on: today) {
        let held = left.remove(at: index)
        if held.isCleared(by: today) { continue }
        kept.append(flag.cleared == nil ? flag.carried(from: held) : held.standing(on: today))
      } else if flag.cleared == nil, !readsFlags(flag.rule) {
        kept.append(flag)
      }
    }
    var ended: [Flag] = []
    for var held in left where !held.isCleared(by: today) {
      if held.raisedOn <= today, !kept.contains(where: { $0.rule == held.rule }) {
        kept.append(held.standing(on: today))
      } else if held.cleared == nil {
        held.cleared = Flag.Clearing(date: today, reason: .ended)
        ended.append(held)
      }
    }
    judged.flags = kept
    return Rejudgement(
      evaluation: judged, changed: (kept + ended).filter { !flags.contains($0) },
      correctedTimes: since)
  }
}

extension [Flag] {
  /// The index of the flag that `flag`, judged anew, corresponds to: the one that its rule raised on the same
  /// day; or, when `flag` is not cleared, one of its rule that was in force today, whatever happened to it
  /// later.
  fileprivate func index(of flag: Flag, on today: CalendarDate) -> Int? {
    firstIndex { $0.rule == flag.rule && $0.raisedOn == flag.raisedOn }
      ?? firstIndex {
        flag.cleared == nil && $0.rule == flag.rule && $0.raisedOn <= today
          && !$0.isCleared(by: today)
      }
  }
}

extension Flag {
  fileprivate func isCleared(by today: CalendarDate) -> Bool {
    cleared.map { $0.date <= today } ?? false
  }

  /// This flag, judged anew, with the id, the time of raising, the answer and the first day of `held`.
  fileprivate func carried(from held: Flag) -> Flag {
    Flag(
      id: held.id, child: child, rule: rule, raisedAt: held.raisedAt, band: band,
      bandSince: bandSince, line: line, evidence: evidence, quietSince: quietSince,
      answer: held.answer, heldFrom: held.heldFrom ?? heldFrom)
  }

  /// The flag without what happened to it on days to come.
  fileprivate func standing(on today: CalendarDate) -> Flag {
    var flag = self
    flag.cleared = nil
    flag.bandSince = min(bandSince, today)
    if let quiet = quietSince, quiet > today { flag.quietSince = nil }
    return flag
  }

  /// This flag as judged, but never cleared, newly quiet or in a lower band when `before` was not.
  fileprivate func neverWeaker(than before: Flag) -> Flag {
    var flag = self
    if cleared != nil || (quietSince != nil && before.quietSince == nil) {
      flag = before
      flag.answer = answer
    } else if before.band < band {
      (flag.band, flag.bandSince) = (before.band, before.bandSince)
    }
    return flag
  }
}
