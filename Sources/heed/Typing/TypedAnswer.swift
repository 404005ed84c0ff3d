import Flags
import Records

/// An answer to a flag as its options or its questions gave it.
struct TypedAnswer {
  var escalate: Rung?
  var owner: String?
  var due: CalendarDate?
  var decide: DecisionReason?
  var because: String?
  var wouldChange: String?
  var reviewBy: CalendarDate?

  /// The answer that they make; faults are named by their options.
  /// - Throws: 65 for a rung too low, a day that has passed, or a review too late.
  func decision(
    on flag: Records.Flag, in session: Session
  ) throws(CommandError) -> Answer.Decision {
    if let escalate {
      let lowest = FlagRule.of(flag.rule)?.clearingRung ?? .none
      guard escalate.rank >= lowest.rank, escalate != .none else {
        throw CommandError(
          .dataWrong, "--escalate: \(flag.rule) asks for \(lowest.rawValue) or a higher rung.")
      }
      let day = due ?? session.calendar.day(1, workingDaysAfter: session.today)
      try check(day, "--due", session)
      return .escalate(
        Answer.Escalate(
          rung: escalate, owner: owner ?? session.author, due: day, because: because))
    }
    guard let decide, let because, let wouldChange, let day = reviewBy else {
      throw CommandError(.usage, "Give either --escalate RUNG or --decide REASON.")
    }
    try check(day, "--review-by", session)
    let latest = Answer.Decide.latestReview(
      of: flag.band, on: session.today, calendar: session.calendar)
    guard day <= latest else {
      throw CommandError(
        .dataWrong,
        """
        --review-by is too late for band \(flag.band.rawValue), \(flag.band.written): the latest \
        day is \(latest).
        """)
    }
    return .decide(
      Answer.Decide(reason: decide, because: because, wouldChange: wouldChange, reviewBy: day))
  }

  private func check(_ day: CalendarDate, _ option: String, _ session: Session) throws(CommandError)
  {
    guard day >= session.today else {
      throw CommandError(.dataWrong, "\(option) has passed: give today or a later day.")
    }
  }
}
