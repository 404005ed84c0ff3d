package import Records

/// A chronology as seen on one day, which works out how long what was read from it stays true.
///
/// Rules ask every question about time here: each records the next day on which its answer would change if
/// nothing new came, so that no rule has to work out how long its finding is valid.
///
/// - What is recent: `within(_:of:)`.
/// - What has passed: `isMore(than:since:)`, `isAfter(_:)`, `isYounger(thanYears:)`.
/// - How long the answers are valid: `nextChange`, `nextMoment`.
///
/// ```swift
/// var view = CaseView(chronology, on: day)
/// let recent = view.within(28, of: chronology.concerns)
/// let changes = view.nextChange
/// ```
package struct CaseView: Sendable {
  package let chronology: Chronology
  package let day: CalendarDate
  /// The next day on which an answer given so far would differ; nil when none ever would.
  package private(set) var nextChange: CalendarDate?
  /// The next moment later on the same day at which an answer given so far would differ.
  package private(set) var nextMoment: Instant?
  /// The other rules' flags in force, for a rule that judges those.
  package let flags: [Flag]
  /// The moment at which they are judged: now, or the end of a day gone by.
  package let moment: Instant

  package init(
    _ chronology: Chronology, on day: CalendarDate, flags: [Flag] = [], at moment: Instant? = nil
  ) {
    self.chronology = chronology
    self.day = day
    self.flags = flags
    self.moment = moment ?? Instant(endOf: day)
  }

  package var child: Child { chronology.child }
  package var status: PlanStatus? { chronology.status }

  /// The items "in N days": dated from day − N + 1 to the day, both included.
  ///
  /// `items` must be in order of day.
  package mutating func within<Item: Dated>(
    _ days: Int, of items: some BidirectionalCollection<Item>
  ) -> [Item] {
    var start = items.endIndex
    while start > items.startIndex {
      let before = items.index(before: start)
      guard day.days(since: items[before].date) < days else { break }
      start = before
    }
    let recent = Array(items[start...])
    if let oldest = recent.first { note(oldest.date.adding(days: days)) }
    return recent
  }

  /// Whether more than `days` days have passed since `date`.
  package mutating func isMore(than days: Int, since date: CalendarDate) -> Bool {
    isAfter(date.adding(days: days))
  }

  /// Whether a deadline has passed; on the day itself it has not.
  package mutating func isAfter(_ deadline: CalendarDate) -> Bool {
    if day > deadline { return true }
    note(deadline.adding(days: 1))
    return false
  }

  /// Whether the child is younger than so many years; nil without a date of birth.
  package mutating func isYounger(thanYears years: Int) -> Bool? {
    guard let birthday = child.dateOfBirth?.anniversary(years: years) else { return nil }
    return !isAfter(birthday.adding(days: -1))
  }

  /// Whether `deadline` has passed; one later today limits the answer to a part of today.
  package mutating func isAfter(_ deadline: Instant) -> Bool {
    if moment > deadline { return true }
    if deadline.londonDay <= day {
      nextMoment = nextMoment.map { min($0, deadline) } ?? deadline
    }
    note(max(deadline.londonDay, day.adding(days: 1)))
    return false
  }

  private mutating func note(_ change: CalendarDate) {
    guard change > day else { return }
    nextChange = nextChange.map { min($0, change) } ?? change
  }
}
