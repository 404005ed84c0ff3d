/// A moment in time, to the second.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970 00:00 UTC, without leap seconds.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  package func adding(seconds more: Int) -> Instant {
    Instant(seconds: seconds + more)
  }

  /// UTC in ISO 8601, `2026-11-23T13:00:00Z`.
  package var iso: String {
    let (day, second) = dayAndSecond
    return "\(day.iso)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }

  /// The UTC day and the seconds since its midnight.
  var dayAndSecond: (day: CalendarDate, second: Int) {
    let day = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    return (CalendarDate(dayNumber: day), seconds - day * 86_400)
  }
}

// MARK: Local time, which is Europe/London whatever the machine says

extension Instant {
  /// The moment of a local London time.
  ///
  /// In the hour that the autumn change repeats, the first of the two; in the hour that spring
  /// skips, the moment that long after the change.
  package init(london day: CalendarDate, _ time: TimeOfDay, second: Int = 0) {
    let asUTC = day.dayNumber * 86_400 + time.minutes * 60 + second
    let earlier = Instant(seconds: asUTC - 3600)
    self = earlier.isBritishSummerTime ? earlier : Instant(seconds: asUTC)
  }

  /// The last second of a day in London.
  package init(endOf day: CalendarDate) {
    let midnight = TimeOfDay.midnight
    self.init(seconds: Instant(london: day.adding(days: 1), midnight).seconds - 1)
  }

  /// Day and time of day as a clock in London shows them.
  package var london: (day: CalendarDate, time: TimeOfDay) {
    let local = adding(seconds: isBritishSummerTime ? 3600 : 0).dayAndSecond
    return (local.day, TimeOfDay(clamping: local.second / 60))
  }

  package var londonDay: CalendarDate { london.day }

  /// From 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Order
  /// 2002; the same dates since 1996, applied to earlier years too).
  var isBritishSummerTime: Bool {
    let year = dayAndSecond.day.parts.year
    guard let start = Instant.clockChange(month: 3, year: year),
      let end = Instant.clockChange(month: 10, year: year)
    else { return false }
    return self >= start && self < end
  }

  private static func clockChange(month: Int, year: Int) -> Instant? {
    guard let last = CalendarDate(year: year, month: month, day: 31) else { return nil }
    let sunday = last.adding(days: -((last.weekday.rawValue + 1) % 7))
    return Instant(seconds: sunday.dayNumber * 86_400 + 3600)
  }
}

extension TimeOfDay {
  package static let midnight = TimeOfDay(clamping: 0)

  /// The nearest time of day to a number of minutes.
  package init(clamping minutes: Int) {
    self.minutes = min(max(minutes, 0), 1439)
  }
}
