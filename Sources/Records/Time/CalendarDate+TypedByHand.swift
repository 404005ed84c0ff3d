// Reads what people type for a day: `today`, `thu`, `-3d`, `14/11`, `14 nov 2026`, `2026-11-14`. The day
// always comes before the month.

extension CalendarDate {
  /// Which of the possible days is meant where the text leaves it open.
  package enum Leaning: Hashable, Sendable {
    /// The latest that is not after today, as for a visit.
    case past
    /// The first that is not before today, as for a review.
    case future
  }

  /// Reads a day as a person types it.
  ///
  /// A weekday and a day without a year lean to the past or to the future; today counts as both.
  /// - Throws: `notADate` when the words say no day, `noSuchDay` for the 31st of February, `whichYear`
  ///   where the year is a guess and the day more than 60 days ago.
  package init(
    typed text: some StringProtocol, today: CalendarDate, leaning: Leaning = .past,
    calendar: WorkingCalendar = WorkingCalendar()
  ) throws(DateTypingError) {
    let reader = DayReader(today: today, leaning: leaning, calendar: calendar)
    self = try reader.day(typedWords(text)[...])
  }
}

/// Lower-case words between blanks and commas.
func typedWords(_ text: some StringProtocol) -> [String] {
  text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
}

/// Reads the words of one day.
struct DayReader {
  let today: CalendarDate
  let leaning: CalendarDate.Leaning
  let calendar: WorkingCalendar

  func day(_ words: ArraySlice<String>) throws(DateTypingError) -> CalendarDate {
    // A weekday, a day, a month, a year: nothing longer is a day.
    guard let first = words.first, words.count <= 4 else { throw .notADate }
    if let day = offset(words.joined()) { return day }
    if words.count == 1 {
      if let day = named(first) ?? weekday(first).map(nearest) { return day }
      return try numeric(first)
    }
    if first == "last", words.count == 2, let weekday = words.last.flatMap(weekday) {
      return latest(weekday, notAfter: today.adding(days: -1))
    }
    if let weekday = weekday(first) {
      let day = try self.day(words.dropFirst())
      guard day.weekday == weekday else { throw .noSuchDay }
      return day
    }
    return try worded(Array(words))
  }

  private func named(_ word: String) -> CalendarDate? {
    switch word {
    case "today", "now": today
    case "yest", "yesterday": today.adding(days: -1)
    case "tom", "tomorrow": today.adding(days: 1)
    default: nil
    }
  }

  // MARK: Weekdays

  /// A weekday's name or at least its first three letters.
  private func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3 else { return nil }
    return Weekday.allCases.first { $0.name.lowercased().hasPrefix(word) }
  }

  private func nearest(_ weekday: Weekday) -> CalendarDate {
    leaning == .past
      ? latest(weekday, notAfter: today) : latest(weekday, notAfter: today.adding(days: 6))
  }

  private func latest(_ weekday: Weekday, notAfter day: CalendarDate) -> CalendarDate {
    day.adding(days: -((day.weekday.rawValue - weekday.rawValue + 7) % 7))
  }

  // MARK: Offsets

  /// `-3d`, `+2wd`, `+1w`: days, working days, weeks from today.
  private func offset(_ text: String) -> CalendarDate? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    // 9,999 days are 27 years: nobody means more.
    guard digits.count <= 4, let count = number(digits.utf8) else { return nil }
    let signed = sign == "-" ? -count : count
    switch text.dropFirst(1 + digits.count) {
    case "d": return today.adding(days: signed)
    case "w": return today.adding(days: 7 * signed)
    case "wd": return workingDay(signed)
    default: return nil
    }
  }

  private func workingDay(_ count: Int) -> CalendarDate {
    if count >= 0 { return calendar.day(count, workingDaysAfter: today) }
    var day = today
    var left = -count
    while left > 0 {
      day = day.adding(days: -1)
      if calendar.isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  // MARK: Days of a month

  /// `14/11`, `14/11/26`, `14.11.2026`, `14-11-2026`, `2026-11-14`; and `14nov`.
  private func numeric(_ word: String) throws(DateTypingError) -> CalendarDate {
    for separator: Character in ["/", "-", "."] {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 || parts.count == 2 && separator != "." else { continue }
      if parts.count == 3, parts[0].utf8.count == 4 { return try CalendarDate(iso: word) }
      guard let day = short(parts[0]), let month = short(parts[1]) else { throw .notADate }
      return try made(day, month, year: parts.count == 3 ? parts[2] : nil)
    }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { throw .notADate }
    return try worded([String(digits), String(word.dropFirst(digits.count))])
  }

  /// `14 nov`, `14th November 2026`; four digits that begin otherwise than 19 or 20 are no year.
  private func worded(_ words: [String]) throws(DateTypingError) -> CalendarDate {
    guard words.count == 2 || words.count == 3, let day = ordinal(words[0]),
      let month = month(words[1])
    else { throw .notADate }
    if let year = words.dropFirst(2).first, year.utf8.count == 4,
      !year.hasPrefix("19") && !year.hasPrefix("20")
    {
      throw .notADate
    }
    return try made(day, month, year: words.count == 3 ? words[2][...] : nil)
  }

  private func ordinal(_ word: String) -> Int? {
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return short(word.dropLast(2))
    }
    return short(word[...])
  }

  private func short(_ digits: Substring) -> Int? {
    digits.utf8.count <= 2 ? number(digits.utf8) : nil
  }

  private func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return CalendarDate.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }

  private func made(
    _ day: Int, _ month: Int, year typed: Substring?
  ) throws(DateTypingError) -> CalendarDate {
    guard let typed else { return try nearest(day, month) }
    guard let number = number(typed.utf8), typed.utf8.count == 2 || typed.utf8.count == 4 else {
      throw .notADate
    }
    let year = typed.utf8.count == 4 ? number : century(number)
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }

  /// Two digits mean the latest year with that ending, at most ten years from now.
  private func century(_ year: Int) -> Int {
    let latest = today.parts.year + 10
    return latest - (latest - year) % 100
  }

  private func nearest(_ day: Int, _ month: Int) throws(DateTypingError) -> CalendarDate {
    let year = today.parts.year
    // A 29 February can be eight years away.
    for distance in 0...8 {
      let candidate = leaning == .past ? year - distance : year + distance
      guard let date = CalendarDate(year: candidate, month: month, day: day) else { continue }
      guard leaning == .past ? date <= today : date >= today else { continue }
      guard today.days(since: date) <= DayReader.longestGuess else { throw .whichYear(date) }
      return date
    }
    throw .noSuchDay
  }

  /// The most days ago that a day without a year may be; any longer is more likely a slip of the finger than
  /// a contact of last year.
  private static let longestGuess = 60
}
