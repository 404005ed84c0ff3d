import ErrorSentences
import Flags
import Records
import Rulebook
import Testing

/// Every way in which a rulebook can be wrong, with the place that is named.
struct RulebookFaultTests {
  typealias Kind = RulebookFault.Kind

  @Test(arguments: [
    ("tempo-contacts = 0", Kind.outOfRange(0, allowed: 1...50, .contacts)),
    ("tempo-contacts = 51", .outOfRange(51, allowed: 1...50, .contacts)),
    ("tempo-contacts = -4", .outOfRange(-4, allowed: 1...50, .contacts)),
    ("tempo-contacts = 4.0", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = \"4\"", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = true", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 2026-11-23", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 2026-11-23 09:00:00", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 09:00:00", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 4 or 5", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 2026-11-23 9", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 2026-11-23T", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 0x04", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = 99999999999999999999", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts =", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = [4]", .notAWholeNumber(allowed: 1...50, .contacts)),
    ("tempo-contacts = { days = 4 }", .notAWholeNumber(allowed: 1...50, .contacts)),
  ])
  func `a wrong value names its line, its column, its key and what is allowed`(
    line: String, kind: Kind
  ) {
    let text = "edition = \"x\"\n\n[R01]  # a comment\n  \(line)\n"
    #expect(
      faults(text)
        == [RulebookFault(line: 4, column: 3, key: "R01.tempo-contacts", kind: kind)])
  }

  @Test(arguments: [1, 2, 49, 50])
  func `both ends of a range are within it`(number: Int) throws {
    let read = try Parameters(toml: "edition = 'x'\n[R01]\ntempo-contacts = \(number)", over: base)
    #expect(read.tempoContacts == number)
  }

  @Test(arguments: [
    (
      "[R01]\ntempo-contact = 4", 3, "R01.tempo-contact",
      Kind.unknownKey(nearest: "R01.tempo-contacts")
    ),
    ("[R02]\ntempo-days = 4", 3, "R02.tempo-days", .unknownKey(nearest: "R01.tempo-days")),
    ("[R01]\nmood = 4", 3, "R01.mood", .unknownKey(nearest: nil)),
    ("R01.mood = 4", 2, "R01.mood", .unknownKey(nearest: nil)),
    ("R01 = { mood = 4 }", 2, "R01.mood", .unknownKey(nearest: nil)),
    ("tempo-days = 4", 2, "tempo-days", .unknownKey(nearest: "R01.tempo-days")),
    ("bank-holiday = []", 2, "bank-holiday", .unknownKey(nearest: "bank-holidays")),
    ("[R99]", 2, "R99", .unknownTable(nearest: nil)),
    ("\n[r01]\ntempo-days = 4", 3, "r01", .unknownTable(nearest: "R01")),
    ("[Standing]", 2, "Standing", .unknownTable(nearest: "standing")),
    ("R01 = 5", 2, "R01", .notATable),
    ("[[R01]]\ntempo-days = 4", 2, "R01", .notATable),
    ("[R01.tempo-days]", 2, "R01.tempo-days", .notAWholeNumber(allowed: 1...182, .days)),
    ("bank-holidays = 2036-01-01", 2, "bank-holidays", .notAListOfDays),
    ("bank-holidays = [\n  2036-01-01,\n  \"2036-01-02\",\n]", 4, "bank-holidays", .notADay),
    ("bank-holidays = [2036-01-01, 2036-01-02T09:00:00]", 2, "bank-holidays", .notADay),
    ("bank-holidays = [2036-02-30]", 2, "bank-holidays", .notADay),
    ("bank-holidays = [2036-01-01 2036-04-14]", 2, "bank-holidays", .notADay),
    ("bank-holidays = [0000-01-01]", 2, "bank-holidays", .notADay),
  ])
  func `what has no place in a rulebook is named, and what was meant`(
    text: String, line: Int, key: String, kind: Kind
  ) throws {
    let faults = faults("edition = \"x\"\n" + text)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect((fault.line, fault.key) == (line, key))
    #expect(fault.kind == kind)
  }

  @Test(arguments: [
    ("", RulebookFault(line: 1, column: nil, key: nil, kind: .noEdition)),
    ("[R01]\nedition = 'x'", RulebookFault(line: 1, column: nil, key: nil, kind: .noEdition)),
    ("\nedition = 5", RulebookFault(line: 2, column: 1, key: "edition", kind: .notAnEdition)),
    (
      "edition = Southwark 2027",
      RulebookFault(line: 1, column: 1, key: "edition", kind: .notAnEdition)
    ),
    ("edition = \" \"", RulebookFault(line: 1, column: 1, key: "edition", kind: .notAnEdition)),
    ("edition = \"a\\nb\"", RulebookFault(line: 1, column: 1, key: "edition", kind: .notAnEdition)),
    (
      "edition = '\(String(repeating: "x", count: 81))'",
      RulebookFault(line: 1, column: 1, key: "edition", kind: .notAnEdition)
    ),
  ])
  func `a rulebook names its edition`(text: String, fault: RulebookFault) {
    #expect(faults(text).first == fault)
  }

  @Test(arguments: [
    ("edition = \"x\"\n[R01]\ntempo-days = 4\ntempo-days = 5\n", 4),
    ("edition = \"x\"\n[R01]\ntempo-days = 4\n\n[R01]\n", 5),
    ("edition = \"x\"\n[R01]\ntempo-days\n", 3), ("edition = \"x\n", 1),
    ("edition = \"x\"\n[R01\n", 2), ("edition = \"x\"\nbank-holidays = [2036-01-01\n", 2),
    ("edition = \"x\"\n\0[R01]\n", 2), ("edition = \"x\"\n\n[=]\n", 3),
    ("edition = \"x\"\n[Ä]\n", 2), ("edition = \"x\"\n[", 2), ("edition = \"x\"\n[]\n", 2),
    ("edition = \"1\" 2\n[.]", 1), ("edition = [[[[[[[[[[[[[[[[[[[[\n", 1),
  ])
  func `a text that is no TOML names the line where it fails`(text: String, line: Int) throws {
    let faults = faults(text)
    #expect(faults.map(\.line) == [line], "\(faults)")
    guard case .syntax? = faults.first?.kind else {
      Issue.record("\(faults)")
      return
    }
  }

  @Test func `a key that is set twice is named`() {
    let faults = faults("edition = 'x'\n[R01]\ntempo-days = 4\ntempo-days = 5\n")
    #expect(
      faults.map { $0.sentence(file: "a.toml") } == [
        "a.toml, line 4, column 14: this can't be read: "
          + "cannot redefine existing integer 'tempo-days'."
      ])
  }

  @Test func `all faults are told, in the order of their lines`() {
    let text = """
      [standing]
      quiet-days-to-fall = 0
      [R06]
      by-anyone-days = "x"
      visits-not-seen = 99
      [R77]
      """
    #expect(faults(text).map(\.line) == [1, 2, 4, 5, 6])
  }

  private let base = Parameters(calendar: WorkingCalendar())

  private func faults(_ text: String) -> [RulebookFault] {
    do {
      _ = try Parameters(toml: text, over: base)
      return []
    } catch {
      return error.faults
    }
  }
}
