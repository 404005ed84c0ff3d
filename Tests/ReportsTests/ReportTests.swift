import BundledResources
import Exchange
import Flags
import Fiction
import Records
import Reports
import Storage
import Testing

/// Reports are functions of values: here no program runs and nothing is printed.
@Suite struct ReportTests {
  private static let context = ReportContext(
    now: Instant(london: CalendarDate(dayNumber: 20_780), TimeOfDay(clamping: 10 * 60)),
    parameters: Parameters(calendar: BundledResources.workingCalendar))

  @Test func `where nobody is flagged that is said in words and by an empty array`() {
    let report = FlagsReport([], in: Self.context)
    #expect(report.lines == ["Flagged: nobody. No rule has fired."])
    #expect(report.json.written == "[]")
  }

  @Test func `the invented caseload is told alike by the same moment, whoever asks`() throws {
    let told = try ["irowe", "another"].map { account in
      let store = try FictionalCaseload(account: account).store(at: Self.context.now)
      let entries = FlaggedOrder.ordered(
        try store.flags(includingCleared: false), at: Self.context.now)
      return FlagsReport(entries, in: Self.context).lines
    }
    #expect(told[0] == told[1] && told[0].count > 40)
    #expect(told[0].first?.hasPrefix("Flagged: ") == true)
  }

  @Test func `the page and the lines of a chronology hold the same sentences`() throws {
    let store = try FictionalCaseload(account: "irowe").store(at: Self.context.now)
    let child = try #require(try store.child(ref: "C0417"))
    let file = try store.caseFile(of: child.id)
    let page = ChronologyPage(
      file: file, contacts: file.record.contacts().reversed(), in: Self.context)
    let html = page.html
    for line in page.lines.dropFirst(1 + file.flags.count) {
      #expect(html.contains(HTML.escaped(line)), "\(line)")
    }
    let (csv, rows) = (page.csv, file.record.contacts().count)
    var reader = try ContactsFile(CSVReader(text: csv), options: ContactsFile.Options())
    var read = 0
    while case .row? = try reader.next() { read += 1 }
    #expect(read == rows)
  }

  @Test func `what a script reads holds no byte that acts on a terminal`() {
    let text = JSON.object([("a\u{1b}", .string("\u{1b}[2J\u{202e}\"\\\n"))]).written
    #expect(text == #"{"a\u001b":"\u001b[2J\u202e\"\\\n"}"#)
  }
}
