import Reading
import Records

extension FlagRule {
  /// What was agreed is not done, and the same worry comes back.
  package static let agreementWithoutChange = FlagRule(
    "R16", "agreement-without-change",
    words: """
      Actions are agreed and not done and the same concern returns; or things improve only before a \
      meeting; or the only evidence that they are better is a parent's word. Dates only: never a \
      label on a parent.
      """,
    logic: { p in
      """
      Any of: \(times(p.cycles)) in \(p.cycleDays) days an action agreed, not done by its day, and a concern of the same \
      category within \(p.concernBackDays) days of it; a rate of missed appointments in the \
      \(p.reviewEveDays) days before each of 2 reviews of at most half that of the \
      \(p.reviewUsualDays) days before, and back to it within \(p.reviewAfterDays) days after, with \
      at least \(p.reviewAppointments) appointments in those; or \(p.wordsOfParent) improvements in \
      \(p.cycleDays) days that rest on a parent's word \
      alone. It runs where plans and actions are recorded. Quiet once no concern came for \(p.sustainedDays) days; \
      cleared by a conference or a higher rung.
      """
    },
    source: """
      Lessons on apparent co-operation (NSPCC); over-reliance on the parents' word (Finley Boden, \
      2020).
      """,
    falsePositives: "Relapse in recovery, depression.",
    goodAnswer: "Change shown by others than the parent; pre-proceedings considered.",
    lowestSigner: .teamManager, clearingRung: .conference,
    restsOn: [.presentingConcern],
    whenItEnds: .goesQuiet { $0.isHeld(rank: Rung.conference.rank, after: $1) }
  ) { view, parameters in
    let chronology = view.chronology
    let cycles = view.within(
      parameters.cycleDays, of: chronology.sinceConference(chronology.brokenAgreements(parameters)))
    let words = view.within(
      parameters.cycleDays, of: chronology.sinceConference(chronology.wordsOfParent))
    let reviews = chronology.sinceConference(chronology.improvedBeforeReviews(parameters))
    let isCycling = cycles.count >= parameters.cycles
    let isWordOnly = words.count >= parameters.wordsOfParent
    guard isCycling || isWordOnly || reviews.count >= 2, view.hasConcernLately(parameters) else {
      return nil
    }
    let actions = chronology.matters(.action)
    let done = actions.count { $0.first("done") != nil }
    let evidence =
      isCycling
      ? cycles.flatMap(\.evidence)
      : isWordOnly ? words.map { Evidence($0.records[0]) } : reviews
    let before = reviews.last.map { " Missed less only before the review of \($0.date)." } ?? ""
    return Finding(
      "R16", .thisWeek, evidence: evidence,
      line: """
        \(counted(actions.count, "action")) agreed, \(done) done, same concern back \
        \(times(cycles.count)).\(before)\
        \(isWordOnly ? " \(words.count) improvements on a parent's word alone." : "")
        """)
  }
}

extension CaseView {
  /// Whether a concern, or a parent's word that things are better, came within `sustainedDays`; if not, the
  /// change is sustained.
  fileprivate mutating func hasConcernLately(_ parameters: Parameters) -> Bool {
    let days = parameters.sustainedDays
    return !within(days, of: chronology.concerns).isEmpty
      || !within(days, of: chronology.raisedConcerns).isEmpty
      || !within(days, of: chronology.wordsOfParent).isEmpty
  }
}

/// An action that was not done, and the concern that came back after it.
private struct BrokenAgreement: Dated {
  let date: CalendarDate
  let evidence: [Evidence]
}

/// One time that a concern was raised.
private struct RaisedConcern: Dated {
  let record: FactRecord
  let category: String?

  var date: CalendarDate { record.date }
}

extension Chronology {
  /// The items dated after the last conference or higher rung.
  fileprivate func sinceConference<Item: Dated>(_ items: [Item]) -> [Item] {
    let through = clearedThrough { $0.rung.rank >= Rung.conference.rank }
    guard let through else { return items }
    return items.filter { $0.date > through }
  }

  /// The improvements that rest on a parent's word alone.
  fileprivate var wordsOfParent: [Matter] {
    matters(.improvement).filter { $0.fact.text(.evidencedBy) == "parent's word" }
  }

  fileprivate var raisedConcerns: [RaisedConcern] {
    matters(.concern).flatMap { matter in
      matter.records.filter { $0.fact.step.opens }.map {
        RaisedConcern(record: $0, category: $0.fact.text(.category) ?? matter.fact.text(.category))
      }
    }.sorted { $0.date < $1.date }
  }

  /// Each action not done by its day, with the first concern of its category within `concernBackDays` after
  /// that; a concern is counted for one action only.
  fileprivate func brokenAgreements(_ parameters: Parameters) -> [BrokenAgreement] {
    var concerns = raisedConcerns
    return matters(.action).flatMap(\.brokenPromises).sorted { $0.due < $1.due }
      .compactMap { promise -> BrokenAgreement? in
        let index = concerns.firstIndex {
          $0.category == promise.category && $0.date > promise.due
            && $0.date.days(since: promise.due) <= parameters.concernBackDays
        }
        guard promise.category != nil, let index else { return nil }
        let back = concerns.remove(at: index).record
        return BrokenAgreement(
          date: back.date, evidence: [Evidence(promise.record), Evidence(back)])
      }.sorted { $0.date < $1.date }
  }

  /// Those of the last two reviews before which the rate of missed appointments fell to half the usual or
  /// less, and after which it was back.
  fileprivate func improvedBeforeReviews(_ parameters: Parameters) -> [Evidence] {
    guard !matters(.plan).isEmpty else { return [] }
    return meetings(.caseConference).suffix(2).filter { isBetterOnlyBefore($0.date, parameters) }
  }

  private func isBetterOnlyBefore(_ review: CalendarDate, _ parameters: Parameters) -> Bool {
    let start = review.adding(days: -parameters.reviewEveDays)
    let usual = missed(from: start.adding(days: -parameters.reviewUsualDays), before: start)
    let eve = missed(from: start, before: review)
    let after = missed(
      from: review.adding(days: 1), before: review.adding(days: parameters.reviewAfterDays + 1))
    guard usual.of >= parameters.reviewAppointments, eve.of > 0, after.of > 0 else { return false }
    return 2 * eve.missed * usual.of <= usual.missed * eve.of
      && usual.missed > 0 && after.missed * usual.of >= usual.missed * after.of
  }

  private func missed(from start: CalendarDate, before end: CalendarDate) -> (missed: Int, of: Int)
  {
    let span = appointments.filter { $0.date >= start && $0.date < end }
    return (span.count(where: \.isMissed), span.count)
  }
}

/// One agreement of an action that was not done by its day.
private struct BrokenPromise {
  let record: FactRecord
  let due: CalendarDate
  let category: String?
}

extension Matter {
  /// Every agreement of the action that was not done by its day; a dropped action was not done.
  fileprivate var brokenPromises: [BrokenPromise] {
    records.compactMap { record in
      guard record.fact.step.opens, let due = record.fact.day(.due) else { return nil }
      let isDone = records.contains {
        $0.fact.step.name == "done" && $0.date >= record.date && $0.date <= due
      }
      return isDone
        ? nil
        : BrokenPromise(
          record: record, due: due,
          category: record.fact.text(.category) ?? fact.text(.category))
    }
  }
}
