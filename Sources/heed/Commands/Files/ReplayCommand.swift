import ArgumentParser
import BundledResources
import ErrorSentences
import Exchange
import Flags
import Records
import Reports

/// `heed replay`: on which day each flag would have been raised.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Says on which day each flag would have been raised and cleared for one child.",
    discussion: """
      Reads the contacts of one child from a CSV file and walks the days. Touches no store; \
      nobody is taken to have answered a flag.
      """)

  @Argument(help: "The contacts, in the canonical CSV.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: ArgumentHelp("The child's date of birth.", valueName: "date"))
  var born: DayArgument?

  @Option(help: "The child's status on every day for which the file gives none.")
  var plan: PlanStatus?

  @Option(help: ArgumentHelp("The last day (default: the last contact).", valueName: "date"))
  var until: DayArgument?

  @ArgumentParser.Flag(help: "Print JSON.")
  var json = false

  @ArgumentParser.Flag(help: "Skip columns that the format does not know.")
  var ignoreUnknown = false

  func run() throws {
    let rows = try readRows()
    let child = Child(
      id: Identifier(high: 0, low: 0), ref: rows.first?.childRef ?? "-",
      name: rows.lazy.compactMap(\.childName).first,
      dateOfBirth: born?.day ?? rows.lazy.compactMap(\.dateOfBirth).first)
    var mint = IdentifierMint()
    let contacts = rows.map { row in
      let moment = Instant(london: row.facts.date, row.facts.time ?? .midnight)
      return Contact(
        id: mint.next(at: Instant(seconds: 0)), child: child.id, recordedAt: moment,
        recordedBy: file, facts: row.facts)
    }
    let end = until?.day ?? contacts.map(\.date).max() ?? CalendarDate(dayNumber: 0)
    let evaluator = Evaluator(parameters: Parameters(calendar: BundledResources.workingCalendar))
    let replay = Replay(child, contacts, through: end, assumedStatus: plan, by: evaluator)
    Output.say(ReplayReport(replay, of: contacts, through: end), asJSON: json)
  }

  private func readRows() throws -> [ContactRow] {
    var options = ContactsFile.Options()
    options.ignoresUnknownColumns = ignoreUnknown
    var rows: [ContactRow] = []
    do {
      var contacts = try ContactsFile(try InputFile.csv(at: file), options: options)
      while let outcome = try contacts.next() {
        switch outcome {
        case .row(let row, _): rows.append(row)
        case .refused(_, let faults):
          for fault in faults.dropLast() { Output.complain(fault.sentence(file: file)) }
          let last = faults.last?.sentence(file: file) ?? "\(file) holds a bad row."
          throw CommandError(.dataWrong, last)
        }
      }
    } catch let error as ContactsFileError {
      throw CommandError(.dataWrong, error.sentence(file: file))
    }
    guard Set(rows.compactMap(\.childRef)).count <= 1 else {
      throw CommandError(
        .dataWrong, "\(file) is about several children: a replay reads one; split the file.")
    }
    return rows
  }
}
