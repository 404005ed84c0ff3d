import BundledResources
import Records
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    // Clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October.
    ("2026-03-28", 23, 59, "2026-03-28T23:59:00Z"), ("2026-03-29", 0, 59, "2026-03-29T00:59:00Z"),
    ("2026-03-29", 2, 0, "2026-03-29T01:00:00Z"), ("2026-07-01", 14, 30, "2026-07-01T13:30:00Z"),
    ("2026-10-25", 0, 59, "2026-10-24T23:59:00Z"), ("2026-10-25", 3, 0, "2026-10-25T03:00:00Z"),
    ("2026-12-31", 23, 59, "2026-12-31T23:59:00Z"),
  ])
  func `London time becomes UTC`(day: String, hour: Int, minute: Int, utc: String) throws {
    let time = try #require(TimeOfDay(hour: hour, minute: minute))
    #expect(Instant(london: try CalendarDate(iso: day), time).iso == utc)
  }

  @Test func `every hour of two years reads back as the London time that made it`() throws {
    let start = try CalendarDate(iso: "2026-01-01")
    for offset in 0..<732 {
      let day = start.adding(days: offset)
      for hour in 0..<24 {
        let time = try #require(TimeOfDay(hour: hour, minute: 30))
        let moment = Instant(london: day, time)
        let isSkipped =
          day.iso.hasSuffix("-03-29") && hour == 1 || day.iso == "2027-03-28" && hour == 1
        if !isSkipped { #expect(moment.london == (day, time)) }
      }
    }
  }

  @Test func `a day ends in its last second`() throws {
    #expect(Instant(endOf: try CalendarDate(iso: "2026-11-01")).iso == "2026-11-01T23:59:59Z")
    #expect(Instant(endOf: try CalendarDate(iso: "2026-07-01")).iso == "2026-07-01T22:59:59Z")
  }

  @Test(arguments: [
    // Tuesday morning; Friday afternoon over the weekend; over the May bank holiday.
    ("2026-05-12", 10, 0, "2026-05-12T13:00:00Z"), ("2026-05-15", 16, 0, "2026-05-18T11:00:00Z"),
    ("2026-05-22", 15, 30, "2026-05-26T10:30:00Z"), ("2026-05-12", 7, 0, "2026-05-12T12:00:00Z"),
    ("2026-05-12", 13, 0, "2026-05-12T16:00:00Z"), ("2026-05-12", 23, 0, "2026-05-13T12:00:00Z"),
  ])
  func `four working hours run from nine to five`(
    day: String, hour: Int, minute: Int, due: String
  ) throws {
    let time = try #require(TimeOfDay(hour: hour, minute: minute))
    let start = Instant(london: try CalendarDate(iso: day), time)
    #expect(BundledResources.workingCalendar.instant(4, workingHoursAfter: start).iso == due)
  }

  @Test(arguments: [
    ("2006-12-15", 5, "2006-12-22"), ("2026-05-22", 1, "2026-05-26"),
    ("2026-12-24", 2, "2026-12-30"),
    ("2026-11-21", 1, "2026-11-23"),
  ])
  func `working days leave out weekends and bank holidays`(
    day: String, count: Int, expected: String
  ) throws {
    let calendar = BundledResources.workingCalendar
    #expect(calendar.day(count, workingDaysAfter: try CalendarDate(iso: day)).iso == expected)
  }

  @Test func `every line of the bank holiday data is a day`() {
    #expect(BundledResources.workingCalendar.bankHolidays.count == 294)
  }
}
