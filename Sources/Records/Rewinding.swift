/// A case that was judged for a day that has not come, by a clock that was ahead or a command that was
/// given a later one: how it stands without that.
///
/// It is judged anew from its first day. A flag that was raised then keeps its id and its answer, one that
/// was cleared on a day to come stands again, and one that was raised on such a day is ended.
package struct Rewinding: Hashable, Sendable {
  /// As of the moment to which it was rewound.
  package let standing: Standing
  /// Flags that are other than they were, and those that nobody had raised.
  package let changed: [Flag]

  package init(
    of record: CaseRecord, flags: [Flag], to now: Instant, by judge: CaseJudge,
    mint: inout IdentifierMint
  ) {
    let today = now.londonDay
    var judged = judge.evaluate(record.known(by: now), nil, now, &mint)
    var left = flags
    var kept: [Flag] = []
    var ended: [Flag] = []
    for flag in judged.flags {
      if let held = left.takeFirst(likeness: flag, today) {
        if held.isCleared(by: today) { continue }
        kept.append(flag.cleared == nil ? flag.carried(from: held) : held.standing(on: today))
      } else if flag.cleared == nil {
        kept.append(flag)
      }
    }
    for held in left where held.raisedOn > today || !held.isCleared(by: today) {
      if held.raisedOn > today || kept.contains(where: { $0.rule == held.rule }) {
        var flag = held
        flag.cleared = Flag.Clearing(date: today, reason: .ended)
        ended.append(flag)
      } else {
        kept.append(held.standing(on: today))
      }
    }
    judged.flags = kept
    standing = judged
    changed = (kept + ended).filter { !flags.contains($0) }
  }
}

extension Standing {
  /// Whether it was judged for a day that has not come at a moment.
  package func isAhead(of moment: Instant) -> Bool { evaluatedOn > moment.londonDay }
}

extension CaseRecord {
  /// Whether something of it was recorded under a clock that stood later than a moment.
  package func isAhead(of moment: Instant) -> Bool {
    versions.contains { $0.recordedAt > moment } || facts.contains { $0.recordedAt > moment }
  }

  /// The record with everything known by a moment: what is there now was not recorded later.
  package func known(by moment: Instant) -> CaseRecord {
    guard isAhead(of: moment) else { return self }
    var known = self
    known.versions = versions.map { $0.recorded(noLaterThan: moment) }
    known.facts = facts.map { $0.recorded(noLaterThan: moment) }
    return known
  }
}

extension Flag {
  fileprivate func isCleared(by today: CalendarDate) -> Bool {
    cleared.map { $0.date <= today } ?? false
  }

  /// The flag as it was judged anew, under the id and with the answer that it has.
  fileprivate func carried(from held: Flag) -> Flag {
    Flag(
      id: held.id, child: child, rule: rule, raisedAt: held.raisedAt, band: band,
      bandSince: bandSince, line: line, evidence: evidence, quietSince: quietSince,
      answer: held.answer)
  }

  /// The flag without what became of it on days to come.
  fileprivate func standing(on today: CalendarDate) -> Flag {
    var flag = self
    flag.cleared = nil
    flag.bandSince = min(bandSince, today)
    if let quiet = quietSince, quiet > today { flag.quietSince = nil }
    return flag
  }
}

extension [Flag] {
  /// Takes out the flag that another is: raised by its rule on its day, or standing under its rule.
  fileprivate mutating func takeFirst(likeness flag: Flag, _ today: CalendarDate) -> Flag? {
    let index =
      firstIndex { $0.rule == flag.rule && $0.raisedOn == flag.raisedOn }
      ?? firstIndex {
        flag.cleared == nil && $0.rule == flag.rule && $0.raisedOn <= today
          && !$0.isCleared(by: today)
      }
    return index.map { remove(at: $0) }
  }
}
