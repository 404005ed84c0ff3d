import Records
import Testing

@Suite struct CalendarDateTests {
  @Test func `every day from the year 1 to 9999 comes back from its parts and its text`() throws {
    let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    var expected = (year: 1, month: 1, day: 1)
    for number in first.dayNumber...last.dayNumber {
      let date = CalendarDate(dayNumber: number)
      let parts = date.parts
      guard parts == expected,
        CalendarDate(year: parts.year, month: parts.month, day: parts.day) == date
      else {
        Issue.record("day \(number)")
        return
      }
      expected.day += 1
      if expected.day > CalendarDate.length(ofMonth: expected.month, year: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
        if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      }
    }
    for number in stride(from: first.dayNumber, through: last.dayNumber, by: 97) {
      let date = CalendarDate(dayNumber: number)
      #expect(try CalendarDate(iso: date.iso) == date)
    }
  }

  @Test(arguments: [
    ("2026-13-40", DateTypingError.noSuchDay), ("2026-02-29", .noSuchDay),
    ("2024-02-30", .noSuchDay),
    ("0000-01-01", .noSuchDay), ("23/11/2026", .notADate), ("2026-1-1", .notADate),
    ("2026-11-23 ", .notADate), ("", .notADate), ("２０２６-11-23", .notADate),
  ])
  func `a bad date says why`(text: String, error: DateTypingError) {
    #expect(throws: error) { try CalendarDate(iso: text) }
  }

  @Test func `days know their weekday and their words`() throws {
    let date = try CalendarDate(iso: "2026-11-23")
    #expect(date.long == "Monday 23 November 2026")
    #expect(date.shortWithWeekday == "Mon 23 Nov")
    #expect(CalendarDate(dayNumber: 0).weekday == .thursday)
    #expect(CalendarDate(dayNumber: -1).weekday == .wednesday)
  }

  @Test(arguments: [
    ("2006-03-01", "2006-10-13", 7), ("2006-03-01", "2007-02-28", 11),
    ("2006-03-01", "2007-03-01", 12), ("2024-01-31", "2024-02-29", 0),
    ("2024-02-29", "2025-02-28", 11), ("2024-02-29", "2025-03-01", 12),
  ])
  func `ages are completed months`(born: String, day: String, months: Int) throws {
    let age = Age(bornOn: try CalendarDate(iso: born), on: try CalendarDate(iso: day))
    #expect(age?.months == months)
  }

  @Test func `nobody has an age before birth`() throws {
    #expect(
      Age(bornOn: try CalendarDate(iso: "2026-01-02"), on: try CalendarDate(iso: "2026-01-01"))
        == nil)
  }

  @Test(arguments: [
    (0, "0m", "0 months"), (1, "1m", "1 month"), (17, "1y5m", "1 year 5 months"),
    (24, "2y", "2 years"), (40, "3y", "3 years"), (200, "16y", "16 years"),
  ])
  func `ages read as people say them`(months: Int, short: String, written: String) {
    #expect(Age(months: months).short == short)
    #expect(Age(months: months).written == written)
  }
}
