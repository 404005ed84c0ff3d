/// England's working days: Monday to Friday less the bank holidays that it was given.
///
/// Beyond the years of its data only weekends are left out.
package struct WorkingCalendar: Hashable, Sendable {
  package let bankHolidays: Set<CalendarDate>
  /// How soon a flag must be answered, in working time, and how long an answer may stay in force.
  package var answerTimes: AnswerTimes

  package init(bankHolidays: Set<CalendarDate> = [], answerTimes: AnswerTimes = AnswerTimes()) {
    self.bankHolidays = bankHolidays
    self.answerTimes = answerTimes
  }

  package func isWorkingDay(_ day: CalendarDate) -> Bool {
    !day.weekday.isWeekend && !bankHolidays.contains(day)
  }

  /// The n-th working day after a day, which itself is not counted.
  package func day(_ count: Int, workingDaysAfter start: CalendarDate) -> CalendarDate {
    var day = start
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The n-th working day before a day, which itself is not counted.
  package func day(_ count: Int, workingDaysBefore end: CalendarDate) -> CalendarDate {
    var day = end
    var left = count
    while left > 0 {
      day = day.adding(days: -1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The moment at which so many working hours have passed; a working hour lies between 09:00 and
  /// 17:00 London time on a working day.
  package func instant(_ hours: Int, workingHoursAfter start: Instant) -> Instant {
    var (day, time) = start.london
    var left = hours * 60
    while true {
      if isWorkingDay(day), time < WorkingCalendar.closing {
        let from = max(time, WorkingCalendar.opening)
        let available = WorkingCalendar.closing.minutes - from.minutes
        if left <= available {
          return Instant(london: day, TimeOfDay(clamping: from.minutes + left))
        }
        left -= available
      }
      day = day.adding(days: 1)
      time = .midnight
    }
  }

  package static let opening = TimeOfDay(clamping: 9 * 60)
  package static let closing = TimeOfDay(clamping: 17 * 60)
}

/// How soon flags must be answered, in working time; Heed's own defaults.
package struct AnswerTimes: Hashable, Sendable {
  /// Working hours, for a flag of today.
  package var hoursToday = 4
  /// Working days, for a flag of this week, and for one of supervision.
  package var daysThisWeek = 2
  package var daysSupervision = 20
  /// Working days that a decision may stay in force, on a flag of today and on any other.
  package var reviewDaysToday = 2
  package var reviewDays = 20

  package init() {}
}
