/// A day as a person typed it, with the time of day if they gave one.
package struct TypedWhen: Hashable, Sendable {
  package let day: CalendarDate
  package let time: TimeOfDay?

  package init(day: CalendarDate, time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// Reads `yest 14:30`, `thu`, `14/11 1430`, or a time alone, which is today's.
  ///
  /// Four digits after a month in words are a year when they begin with 19 or 20, else a time;
  /// `now` is this minute.
  /// - Throws: `notADate`, `noSuchDay`, or `noSuchTime` for 25:70.
  package init(
    typed text: some StringProtocol, now: Instant, leaning: CalendarDate.Leaning = .past,
    calendar: WorkingCalendar = WorkingCalendar()
  ) throws(DateTypingError) {
    let (today, time) = now.london
    let reader = DayReader(today: today, leaning: leaning, calendar: calendar)
    let words = typedWords(text).filter { $0 != "at" }
    guard words != ["now"] else {
      self.init(day: today, time: time)
      return
    }
    do throws(DateTypingError) {
      self.init(day: try reader.day(words[...]))
    } catch {
      guard error == .notADate, let last = words.last, let clock = try TimeOfDay.typed(last) else {
        throw error
      }
      let rest = words.dropLast()
      self.init(day: rest.isEmpty ? today : try reader.day(rest), time: clock)
    }
  }

  /// `Sunday 22 November 2026, 14:30`.
  package var long: String { time.map { "\(day.long), \($0)" } ?? day.long }
}

extension TimeOfDay {
  /// Reads `14:30`, `14.30`, `1430`, `930`, `9am`, `2:30pm`; nil when it looks like no time.
  /// - Throws: `noSuchTime` for a time that no clock shows.
  static func typed(_ word: String) throws(DateTypingError) -> TimeOfDay? {
    let half = word.hasSuffix("am") ? 0 : word.hasSuffix("pm") ? 12 : nil
    let clock = half == nil ? word[...] : word.dropLast(2)
    guard let (hour, minute) = clockParts(clock, isHourEnough: half != nil) else { return nil }
    guard let half else {
      guard let time = TimeOfDay(hour: hour, minute: minute) else { throw .noSuchTime }
      return time
    }
    guard (1...12).contains(hour), let time = TimeOfDay(hour: hour % 12 + half, minute: minute)
    else { throw .noSuchTime }
    return time
  }

  private static func clockParts(_ text: Substring, isHourEnough: Bool) -> (Int, Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    if parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = number(parts[0].utf8), let minute = number(parts[1].utf8)
    {
      return (hour, minute)
    }
    guard parts.count == 1, let digits = number(text.utf8) else { return nil }
    switch text.utf8.count {
    case 1...2: return isHourEnough ? (digits, 0) : nil
    case 3...4: return (digits / 100, digits % 100)
    default: return nil
    }
  }
}
