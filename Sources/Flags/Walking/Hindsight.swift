import Records

/// Works out which flags a case would have on a day if everything known by then had been typed on the day it
/// happened.
///
/// Only rules that judge other flags are walked from the first day of the record. For the others it searches
/// backwards for the day before which nothing that the rule found can matter any more, and begins there.
struct Hindsight {
  private let happened: AsHappened
  private let evaluator: Evaluator
  /// The first day on which something happened that is known only now.
  private let first: CalendarDate
  private let day: CalendarDate

  /// `readings`, in chronological order, and `facts` are those known by `day`.
  init(
    _ child: Child, _ readings: [ContactReading], _ facts: [FactRecord], from first: CalendarDate,
    on day: CalendarDate, by evaluator: Evaluator
  ) {
    happened = AsHappened(child, readings, facts)
    self.first = first
    self.evaluator = evaluator
    self.day = day
  }

  /// Walks `rules`, each from its day or an earlier one, and returns the flags that they would have.
  func flags(of rules: [(rule: FlagRule, from: CalendarDate)]) -> [Flag] {
    guard let start = rules.map(\.from).min() else { return [] }
    let walker = Evaluator(rules: rules.map(\.rule), parameters: evaluator.parameters)
    return walker.walk(happened, from: start, through: day).flags
  }

  /// Walks every rule from the first day and returns the flag of `rule`, which judges other flags; nil for a
  /// record of more than 1000 entries, where this would take seconds.
  func flag(ofReader rule: FlagRule) -> Flag? {
    guard happened.count <= 1000 else { return nil }
    return evaluator.walk(happened, through: day).flags.first { $0.rule == rule.id }
  }

  /// Whether a flag might have been raised earlier than is known so far.
  func mayMove(_ flag: Flag) -> Bool { flag.heldFrom.map { first < $0 } ?? true }

  /// The day from which `rule` must be walked to find its flag, whether or not one is `open`; nil when there
  /// is nothing to find out.
  func start(of rule: FlagRule, _ open: Flag?) -> CalendarDate? {
    if let open {
      if mayMove(open) { return beginning(of: rule) }
      return open.quietSince == nil ? nil : lastFinding(of: rule, since: open.raisedOn)
    }
    // A rule whose flags clear with the condition has just been judged; one whose flags go quiet may have
    // fired since.
    guard case .goesQuiet = rule.whenItEnds else { return nil }
    let window = day.adding(days: -evaluator.parameters.quietDaysToLapse)
    return lastFinding(of: rule, since: max(first, window)).flatMap { _ in beginning(of: rule) }
  }

  /// A day from which walking `rule` finds the flag that it would have, with its first day; nil when it would
  /// have none.
  private func beginning(of rule: FlagRule) -> CalendarDate? {
    var start: CalendarDate?
    for (found, isFound) in findings(of: rule) {
      if isFound {
        start = found
      } else if case .clears = rule.whenItEnds {
        return start
      } else {
        // A flag that is quiet for so long lapses.
        let lapse = evaluator.parameters.quietDaysToLapse
        if let start {
          if start.days(since: found) > lapse { return start }
        } else if day.days(since: found) >= lapse {
          return nil
        }
      }
    }
    return start
  }

  /// The last day, not before `first`, on which `rule` found something.
  private func lastFinding(of rule: FlagRule, since first: CalendarDate) -> CalendarDate? {
    for (found, isFound) in findings(of: rule, since: first) where isFound { return found }
    return nil
  }

  /// The days on which the answer of `rule` may have changed, the last first, each with whether it found
  /// something.
  ///
  /// Goes back only as far as a million entries can be read, about a third of a second.
  private func findings(
    of rule: FlagRule, since first: CalendarDate? = nil
  ) -> some Sequence<(CalendarDate, Bool)> {
    let days = happened.days
    let reach = max(10, 1_000_000 / max(1, happened.count))
    let periods = days.indices.suffix(reach).reversed().lazy.map { index in
      (days[index], index + 1 < days.count ? days[index + 1].adding(days: -1) : day)
    }
    return periods.prefix { _, end in first.map { end >= $0 } ?? true }
      .flatMap { start, end in found(by: rule, from: start, through: end).reversed() }
  }

  /// Whether `rule` found something, from `start`, on which something happened, to the day before the next
  /// such day.
  private func found(
    by rule: FlagRule, from start: CalendarDate, through end: CalendarDate
  ) -> [(CalendarDate, Bool)] {
    let chronology = happened.chronology(through: start)
    var found: [(CalendarDate, Bool)] = []
    var next: CalendarDate? = start
    while let day = next, day <= end {
      var view = CaseView(chronology, on: day)
      found.append((day, rule.judge(&view, evaluator.parameters) != nil))
      next = view.nextChange
    }
    return found
  }
}
