import BundledResources
import Flags
import Records
import Rulebook
import SeededRandom
import Testing

/// Written and read again, and never in the way of the program.
struct RulebookTests {
  private let base = Parameters(calendar: BundledResources.workingCalendar)

  @Test func `the rulebook as it is written changes nothing`() throws {
    let text = base.toml(leavingOut: base.calendar.bankHolidays)
    #expect(try Parameters(toml: text, over: base) == base)
    let whole = base.toml()
    #expect(try Parameters(toml: whole, over: Parameters(calendar: WorkingCalendar())) == base)
  }

  @Test func `any thresholds are read as they were written`() throws {
    var random = SplitMix64(seed: 20_261_124)
    let editions = ["x", "Southwark 2027", "a \"b\" \\ c", "Łódź’s #1 [R01]", "''' = \"\"\""]
    for round in 0..<200 {
      var parameters = base
      parameters.edition = editions[round % editions.count]
      for setting in Setting.all {
        parameters[keyPath: setting.value] = Int.random(in: setting.range, using: &random)
      }
      let days = (0..<round % 4).map { _ in
        CalendarDate(dayNumber: Int.random(in: 25_000...40_000, using: &random))
      }
      parameters.calendar = WorkingCalendar(
        bankHolidays: base.calendar.bankHolidays.union(days),
        answerTimes: parameters.calendar.answerTimes)
      let text = parameters.toml(leavingOut: base.calendar.bankHolidays)
      #expect(try Parameters(toml: text, over: base) == parameters, "round \(round)")
    }
  }

  @Test func `what a rulebook leaves out stays as it is`() throws {
    let text = """
      bank-holidays = [2036-01-01, 2036-04-14]
      edition = "Example Borough, autumn"
      R06 = { by-anyone-days = 35 }
      [R01]
      protection-plan-weight = 12
      [standing]
      quiet-days-to-fall = +2_1
      """
    var expected = base
    expected.edition = "Example Borough, autumn"
    expected.contactsOnProtectionPlan.halves = 12
    expected.unseenDays = 35
    expected.quietDaysToFall = 21
    let days = [(2036, 1, 1), (2036, 4, 14)].compactMap {
      CalendarDate(year: $0, month: $1, day: $2)
    }
    expected.calendar = WorkingCalendar(bankHolidays: base.calendar.bankHolidays.union(days))
    #expect(try Parameters(toml: text, over: base) == expected)
    let windows = "\u{feff}" + text.split(separator: "\n").joined(separator: "\r\n")
    #expect(try Parameters(toml: windows, over: base) == expected)
  }

  @Test func `every threshold stands in the text with its words, unit and range`() {
    let text = base.toml()
    for setting in Setting.all {
      #expect(text.contains("# \(setting.words)\n"), "\(setting.path)")
      let limits = "In \(setting.unit.rawValue), from \(setting.range.lowerBound)"
      #expect(text.contains(limits), "\(setting.path)")
    }
    #expect(text.contains("Source: Southwark"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `a text edited at random is read or refused, never a crash`() {
    var random = SplitMix64(seed: 7)
    let whole = Array(base.toml(leavingOut: base.calendar.bankHolidays).unicodeScalars)
    let pieces = "[]{}\"'=.,#\\\n\r\t \0-+_019aeRTZ:é\u{feff}\u{202e}".unicodeScalars.map { $0 }
    let lines = whole.count
    for round in 0..<1_500 {
      let from = Int.random(in: 0..<lines, using: &random)
      var text = round % 2 == 0 ? whole : Array(whole[from...].prefix(200))
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let start = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, start + Int.random(in: 0...3, using: &random))
        let count = Int.random(in: 0...4, using: &random)
        let added = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }
        text.replaceSubrange(start..<end, with: added)
      }
      check(String(String.UnicodeScalarView(text)), "round \(round), seed 7")
    }
  }

  @Test func `lists in lists without end are refused`() {
    check("edition = " + String(repeating: "[", count: 100_000), "brackets")
    check("edition = " + String(repeating: "{a=", count: 100_000), "braces")
    check(String(repeating: "a.", count: 100_000) + "a = 1", "dots")
    check("[" + String(repeating: "a.", count: 100_000) + "a]", "header")
  }

  /// Read within the ranges, or refused with a place inside the text.
  private func check(_ text: String, _ comment: Comment) {
    do {
      let read = try Parameters(toml: text, over: base)
      #expect(Setting.all.allSatisfy { $0.range.contains(read[keyPath: $0.value]) }, comment)
    } catch {
      let lines = text.unicodeScalars.count { $0 == "\n" } + 1
      #expect(error.faults.allSatisfy { (1...lines).contains($0.line) }, comment)
    }
  }
}
