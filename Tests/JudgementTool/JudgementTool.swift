import ArgumentParser
import BundledResources
import Flags
import Records

/// Prints how the rules judge.
///
/// The published cases, the burden on caseloads, an invented child, and what judging costs; a goal
/// missed ends with status 1.
@main
struct JudgementTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "JudgementTool",
    abstract: "Judges cases and caseloads by every rule, and holds the burden against its goals.")

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "One more child's contacts, in the canonical CSV; several dates are parted by slashes.",
      valueName: "file[,born=date][,until=date][,dates=date/date]"))
  var cases: [CaseTrial] = []

  @Option(
    name: .customLong("caseload"),
    help: ArgumentHelp("The contacts of many children, in the canonical CSV.", valueName: "file"))
  var caseloads: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day on which the files of many children are judged (default: each file's last).",
      valueName: "date"))
  var asOf: DayOption?

  @Option(help: "How many contacts the cost is taken from; 0 leaves the cost out.")
  var contacts = 1_000_000

  /// Prints every part.
  /// - Throws: when a file can't be read, and a status of 1 when a goal was missed.
  func run() throws {
    let evaluator = Evaluator(parameters: Parameters(calendar: BundledResources.workingCalendar))
    var goals = Goals()
    for trial in CaseTrial.published + cases {
      try CaseReport(trial, by: evaluator).tell()
    }
    try BurdenReport(burdens(by: evaluator)).tell(&goals)
    InventedReport(evaluator: evaluator).tell(&goals)
    if contacts > 0 { CostReport(evaluator: evaluator, contacts: contacts).tell() }
    goals.tell()
    if goals.missed > 0 { throw ExitCode(1) }
  }

  /// The burden on the drawn caseloads, then on those of the files.
  /// - Throws: when a file can't be read.
  private func burdens(by evaluator: Evaluator) throws -> [Burden] {
    let drawn = ([1, 2, 3] as [UInt64]).map { seed in
      Burden(
        "seed \(seed)", DrawnCaseload.records(children: 2000, seed: seed),
        asOf: DrawnCaseload.asOf, by: evaluator)
    }
    let read = try caseloads.map { path in
      let records = try CanonicalFile.records(at: path)
      let last = records.flatMap(\.versions).map(\.date).max() ?? DrawnCaseload.asOf
      return Burden(
        CanonicalFile.name(of: path), records, asOf: asOf?.day ?? last, by: evaluator)
    }
    return drawn + read
  }
}

/// A day on the command line.
struct DayOption: ExpressibleByArgument {
  let day: CalendarDate

  init?(argument: String) {
    guard let day = try? CalendarDate(iso: argument) else { return nil }
    self.day = day
  }
}
