import BundledResources
import Records
import SeededRandom
import Testing

/// Today is Sunday 22 November 2026.
@Suite struct TypedDateTests {
  private static let today = CalendarDate(dayNumber: 20_779)
  private static let now = Instant(london: today, TimeOfDay(clamping: 18 * 60 + 42), second: 7)

  @Test(arguments: [
    ("today", "2026-11-22", "2026-11-22"), ("  Today ", "2026-11-22", "2026-11-22"),
    ("yest", "2026-11-21", "2026-11-21"), ("yesterday", "2026-11-21", "2026-11-21"),
    ("tom", "2026-11-23", "2026-11-23"), ("tomorrow", "2026-11-23", "2026-11-23"),
    // Weekdays: today itself is both the last and the next Sunday.
    ("sun", "2026-11-22", "2026-11-22"), ("Sat", "2026-11-21", "2026-11-28"),
    ("mon", "2026-11-16", "2026-11-23"), ("thu", "2026-11-19", "2026-11-26"),
    ("thurs", "2026-11-19", "2026-11-26"), ("Thursday", "2026-11-19", "2026-11-26"),
    ("last sun", "2026-11-15", "2026-11-15"), ("last thu", "2026-11-19", "2026-11-19"),
    // Offsets.
    ("-3d", "2026-11-19", "2026-11-19"), ("+3d", "2026-11-25", "2026-11-25"),
    ("- 3 d", "2026-11-19", "2026-11-19"), ("-0d", "2026-11-22", "2026-11-22"),
    ("+2wd", "2026-11-24", "2026-11-24"), ("+2 wd", "2026-11-24", "2026-11-24"),
    ("-1wd", "2026-11-20", "2026-11-20"), ("-1w", "2026-11-15", "2026-11-15"),
    // Over Christmas Day and Boxing Day, which is kept on the Monday.
    ("+25wd", "2026-12-29", "2026-12-29"),
    // Days of a month, the day before the month.
    ("22/11", "2026-11-22", "2026-11-22"), ("21/11", "2026-11-21", "2027-11-21"),
    ("23/9", "2026-09-23", "2027-09-23"), ("14-11", "2026-11-14", "2027-11-14"),
    ("14/11/26", "2026-11-14", "2026-11-14"), ("14/11/2026", "2026-11-14", "2026-11-14"),
    ("14.11.26", "2026-11-14", "2026-11-14"), ("14-11-2026", "2026-11-14", "2026-11-14"),
    ("1/2/36", "2036-02-01", "2036-02-01"), ("1/2/37", "1937-02-01", "1937-02-01"),
    ("14 nov", "2026-11-14", "2027-11-14"), ("14th November", "2026-11-14", "2027-11-14"),
    ("14nov", "2026-11-14", "2027-11-14"), ("1st sept 26", "2026-09-01", "2026-09-01"),
    ("14 nov 2025", "2025-11-14", "2025-11-14"), ("2026-11-14", "2026-11-14", "2026-11-14"),
    ("Saturday 14 November 2026", "2026-11-14", "2026-11-14"),
    ("sat, 14 nov", "2026-11-14", "2027-11-14"),
  ])
  func `a day is read as people type it`(text: String, past: String, future: String) throws {
    func read(_ leaning: CalendarDate.Leaning) throws -> String {
      try CalendarDate(
        typed: text, today: Self.today, leaning: leaning,
        calendar: BundledResources.workingCalendar
      ).iso
    }
    #expect(try read(.past) == past)
    // The weekday belongs to this year's day and not to the next one's.
    if text != "sat, 14 nov" { #expect(try read(.future) == future) }
  }

  @Test(arguments: [
    ("22/9", "2025-09-22", "2027-09-22"), ("23/11", "2025-11-23", "2026-11-23"),
    ("3/4", "2026-04-03", "2027-04-03"), ("29/2", "2024-02-29", "2028-02-29"),
    ("3 april", "2026-04-03", "2027-04-03"),
  ])
  func `5.8 a day without a year that would be more than 60 days ago is asked, one to come is not`(
    text: String, past: String, future: String
  ) throws {
    #expect(throws: DateTypingError.self) {
      try CalendarDate(typed: text, today: Self.today, leaning: .past)
    }
    let day = try CalendarDate(typed: text, today: Self.today, leaning: .future)
    #expect(day.iso == future)
    let withYear = "\(text) \(past.prefix(4))"
    if text.contains(" ") {
      #expect(try CalendarDate(typed: withYear, today: Self.today, leaning: .past).iso == past)
    }
  }

  @Test(arguments: [
    ("", DateTypingError.notADate), ("   ", .notADate), ("soon", .notADate), ("to", .notADate),
    ("th", .notADate), ("14", .notADate), ("14/", .notADate), ("/11", .notADate),
    ("14/11/", .notADate), ("14/11/2", .notADate), ("14/11/026", .notADate),
    ("014/11", .notADate), ("14 no", .notADate), ("nov 14", .notADate), ("-3", .notADate),
    ("-d", .notADate), ("+3m", .notADate), ("+99999d", .notADate), ("１４/11", .notADate),
    ("last", .notADate), ("last week", .notADate), ("sat sat sat sat sat", .notADate),
    ("31/2", .noSuchDay), ("0/1", .noSuchDay), ("1/13", .noSuchDay), ("11/22/2026", .noSuchDay),
    ("29/2/2026", .noSuchDay), ("31 nov", .noSuchDay), ("2026-13-40", .noSuchDay),
    ("sun 14 nov 2026", .noSuchDay),
  ])
  func `other text says why it is no day`(text: String, error: DateTypingError) {
    #expect(throws: error) { try CalendarDate(typed: text, today: Self.today) }
  }

  @Test(arguments: [
    ("yest 14:30", "Saturday 21 November 2026, 14:30"),
    ("yest 1430", "Saturday 21 November 2026, 14:30"),
    ("yest at 2.30pm", "Saturday 21 November 2026, 14:30"),
    ("14:30", "Sunday 22 November 2026, 14:30"), ("1430", "Sunday 22 November 2026, 14:30"),
    ("14.30", "Sunday 22 November 2026, 14:30"), ("930", "Sunday 22 November 2026, 09:30"),
    ("9:30", "Sunday 22 November 2026, 09:30"), ("9am", "Sunday 22 November 2026, 09:00"),
    ("12am", "Sunday 22 November 2026, 00:00"), ("12pm", "Sunday 22 November 2026, 12:00"),
    ("thu", "Thursday 19 November 2026"), ("thu 9:05", "Thursday 19 November 2026, 09:05"),
    ("14/11 1430", "Saturday 14 November 2026, 14:30"),
    ("14 nov 1430", "Saturday 14 November 2026, 14:30"),
    ("14 nov 2025", "Friday 14 November 2025"),
    ("14 nov 2025 2025", "Friday 14 November 2025, 20:25"),
    ("-3d 00:00", "Thursday 19 November 2026, 00:00"),
    ("now", "Sunday 22 November 2026, 18:42"),
    ("Sunday 22 November 2026, 14:30", "Sunday 22 November 2026, 14:30"),
  ])
  func `a time may follow the day or stand alone`(text: String, expected: String) throws {
    #expect(try TypedWhen(typed: text, now: Self.now).long == expected)
  }

  @Test(arguments: [
    ("25:70", DateTypingError.noSuchTime), ("yest 24:00", .noSuchTime), ("2460", .noSuchTime),
    ("13pm", .noSuchTime), ("0am", .noSuchTime), ("yest 14:3", .notADate), ("14", .notADate),
    ("31/2 14:30", .noSuchDay), ("29 feb 2026", .noSuchDay), ("14:30 yest", .notADate),
  ])
  func `a day with a time says what is wrong`(text: String, error: DateTypingError) {
    #expect(throws: error) { try TypedWhen(typed: text, now: Self.now) }
  }

  @Test func `every day of five years reads back from each way it is written`() throws {
    for offset in -1000...900 {
      let day = Self.today.adding(days: offset)
      let (year, month, number) = day.parts
      for text in [day.iso, day.long, day.shortWithYear, "\(number)/\(month)/\(year)"] {
        #expect(try CalendarDate(typed: text, today: Self.today) == day)
        #expect(try TypedWhen(typed: text + " 08:15", now: Self.now).day == day)
      }
    }
  }

  @Test func `no text of forty thousand traps or gives an impossible day`() {
    var random = SeededText(seed: 0x5EED)
    for _ in 0..<40_000 {
      let text = random.text()
      for leaning in [CalendarDate.Leaning.past, .future] {
        let when = try? TypedWhen(typed: text, now: Self.now, leaning: leaning)
        if let when { #expect((1...9999).contains(when.day.parts.year), "\(text)") }
      }
    }
  }
}

/// Texts made of what dates are made of, the same for the same seed.
private struct SeededText: RandomNumberGenerator {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { generator.next() }

  mutating func text() -> String {
    (0..<Int.random(in: 0...6, using: &self))
      .map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
  }

  private static let pieces = [
    " ", " ", "/", "-", "+", ".", ":", "d", "wd", "w", "am", "pm", "today", "yest", "thu", "last",
    "now", "nov", "feb", "0", "3", "14", "29", "31", "99", "1430", "2026", "9999", "0000", "at",
    "999999999999", "é", "作", "\u{301}", "👩‍👧", "\0", "\n",
  ]
}
