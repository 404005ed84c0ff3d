import Records

/// A record as it would have been known had every entry been typed on the day it happened.
///
/// It builds the chronology of a day when it is first asked for, and frees it once a walk has passed that
/// day: all the chronologies of a long record would fill the memory.
final class AsHappened {
  let child: Child
  /// The days on which something happened, in order.
  let days: [CalendarDate]
  private let readings: [ContactReading]
  private let facts: [FactRecord]
  private let assumedStatus: PlanStatus?
  private var chronologies: [CalendarDate: Chronology] = [:]

  /// `readings` must be in chronological order.
  init(
    _ child: Child, _ readings: [ContactReading], _ facts: [FactRecord],
    assumedStatus: PlanStatus? = nil
  ) {
    self.child = child
    self.readings = readings
    self.facts = facts
    self.assumedStatus = assumedStatus
    days = Set(readings.map(\.date) + facts.map(\.date)).sorted()
  }

  /// How many entries there are.
  var count: Int { readings.count + facts.count }

  /// The chronology of everything that had happened by `day`, one of `days`.
  func chronology(through day: CalendarDate) -> Chronology {
    if let known = chronologies[day] { return known }
    let chronology = Chronology(
      child: child, readings: Array(readings.prefix { $0.date <= day }),
      facts: facts.filter { $0.date <= day }, assumedStatus: assumedStatus)
    chronologies[day] = chronology
    return chronology
  }

  /// Frees the chronology of `day`; the next request builds it again.
  func release(_ day: CalendarDate) {
    chronologies[day] = nil
  }

  /// The record that a walk over these days judges.
  var record: CaseRecord {
    CaseRecord(child: child, versions: readings.map(\.contact), facts: facts)
  }
}

extension Evaluator {
  /// Judges the days of `happened` in order and returns the evaluation at `end`, with no flag answered.
  ///
  /// Calls `visit` after each day with its evaluation, including the flags cleared on that day.
  func walk(
    _ happened: AsHappened, from start: CalendarDate? = nil, through end: CalendarDate,
    visit: (Evaluation, CalendarDate) -> Void = { _, _ in }
  ) -> Evaluation {
    let record = happened.record
    var mint = IdentifierMint()
    var evaluation = unjudged(happened.child, from: end)
    var later = happened.days[...]
    var next = start ?? later.first
    var last: CalendarDate?
    while let day = next, day <= end {
      while let first = later.first, first <= day {
        last.map(happened.release)
        last = first
        later.removeFirst()
      }
      let chronology =
        last.map(happened.chronology(through:)) ?? Chronology(child: happened.child, contacts: [])
      step(
        &evaluation, evaluate(chronology, on: day), chronology, record, on: day,
        now: Instant(endOf: day), mint: &mint)
      visit(evaluation, day)
      evaluation.flags.removeAll { $0.cleared != nil }
      let soonest = evaluation.validThrough.map { max($0, day).adding(days: 1) }
      next = [later.first, soonest].compactMap { $0 }.min()
    }
    return evaluation
  }
}
