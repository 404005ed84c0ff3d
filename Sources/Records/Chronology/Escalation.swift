/// A rung of the protection ladder that was held.
package struct Escalation: Hashable, Sendable {
  package let contact: Contact
  package let rung: Rung
  package let isNoFurtherAction: Bool
  /// Whether the count starts anew after it.
  package let resets: Bool

  package var date: CalendarDate { contact.date }

  /// The last day of the entries that stand before it: the day on which it was held.
  ///
  /// A rung known only to its week or month clears what is dated before that week or month.
  package var clearsThrough: CalendarDate {
    switch contact.facts.precision ?? .day {
    case .day: date
    case .week, .month: date.adding(days: -1)
    }
  }

  /// The rungs that contacts held, by day, each with what it resets.
  ///
  /// A rung held with no further action resets once: a second within 365 days, with nothing above a
  /// strategy discussion held between them, does not.
  static func held(in readings: [ContactReading]) -> [Escalation] {
    var held: [Escalation] = []
    var lastIdle: CalendarDate?
    for reading in readings where reading.rung != .none {
      let rank = reading.rung.rank
      var resets = rank >= Rung.resettingRank
      if resets, reading.isNoFurtherAction {
        if let lastIdle, reading.date.days(since: lastIdle) <= 365 { resets = false }
        lastIdle = reading.date
      } else if rank > Rung.resettingRank {
        lastIdle = nil
      }
      held.append(
        Escalation(
          contact: reading.contact, rung: reading.rung,
          isNoFurtherAction: reading.isNoFurtherAction, resets: resets))
    }
    return held
  }
}
