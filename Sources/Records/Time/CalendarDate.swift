/// A day of the calendar, without a time or a zone.
///
/// Days of record are never instants: a visit on 3 March is on 3 March wherever it is read. The
/// calendar is the proleptic Gregorian one; the day number follows "chrono-Compatible Low-Level
/// Date Algorithms" by Howard Hinnant.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, which is day 0.
  package let dayNumber: Int

  package init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day with these parts, or nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// Year, month 1–12 and day of the month.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  package func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + days)
  }

  /// Whole days from the earlier date to this one; negative when this one is earlier.
  package func days(since earlier: CalendarDate) -> Int {
    dayNumber - earlier.dayNumber
  }

  /// Completed calendar months since an earlier day, as ages are counted.
  package func completedMonths(since earlier: CalendarDate) -> Int {
    let start = earlier.parts
    let end = parts
    let months = (end.year - start.year) * 12 + end.month - start.month
    return end.day < start.day ? months - 1 : months
  }

  /// The day on which so many whole years have passed; 29 February falls on 1 March.
  package func anniversary(years: Int) -> CalendarDate {
    let from = parts
    return CalendarDate(year: from.year + years, month: from.month, day: from.day)
      ?? CalendarDate(year: from.year + years, month: 3, day: 1) ?? self
  }

  package var weekday: Weekday {
    // Day 0 was a Thursday.
    Weekday(rawValue: (((dayNumber + 3) % 7) + 7) % 7) ?? .monday
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A day of the week, Monday first.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}

/// A time of day to the minute, without a zone.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0–1439.
  package let minutes: Int

  /// The time with these parts, or nil when no clock shows it.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  package init?(minutes: Int) {
    guard (0..<1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  package var hour: Int { minutes / 60 }
  package var minute: Int { minutes % 60 }

  package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}
