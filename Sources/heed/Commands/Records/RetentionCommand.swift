import ArgumentParser
import BundledResources
import ErrorSentences
import Exchange
import Records
import Reports
import Storage

/// `heed retention`: until when records are kept, and by what rule.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Says which records have been kept for their time, and by what rule.",
    discussion: """
      A record of which the schedule says nothing is never due. Your authority's own schedule is a \
      CSV of lines nation,record,years,from,source: --print shows the one that is built in. Nothing \
      is destroyed here; heed dispose proposes it, and another person approves.
      """)

  @Argument(help: ArgumentHelp("Only this child.", valueName: "child"))
  var child: String?

  @ArgumentParser.Flag(help: "Every record, not only those whose time is up.")
  var all = false

  @ArgumentParser.Flag(help: "Print the built-in schedule as CSV, to be made your own.")
  var print = false

  @OptionGroup var schedule: ScheduleOptions

  @OptionGroup var options: StoreOptions

  func run() throws {
    if print { return Output.raw(BundledResources.retentionSchedule) }
    let schedule = try schedule.read()
    let session = try options.open()
    let rows = try asking("The records can't be read") { () throws(StoreError) in
      session.store.remember(.listed)
      try session.store.writeAccesses()
      let holds = try session.store.holds()
      var rows: [RetentionRow] = []
      for line in try children(of: session) {
        let record = try session.store.caseFile(of: line.id).record
        let row = RetentionRow(record, in: schedule, holds: holds)
        if all || child != nil || row.isDue(on: session.today) { rows.append(row) }
      }
      return rows
    }
    options.say(RetentionReport(rows, on: session.today))
  }

  private func children(of session: Session) throws(StoreError) -> [Child] {
    guard let child else { return try session.store.cases(.matching("")).map(\.child) }
    guard let found = try session.store.child(ref: child) else { throw .unknownChild }
    return [found]
  }
}

/// Which schedule tells for how long records are kept.
struct ScheduleOptions: ParsableArguments {
  @Option(help: "The nation: england, wales, scotland or northern ireland.")
  var nation: RetentionSchedule.Nation = .england

  @Option(
    help: ArgumentHelp("Your authority's own schedule, a CSV.", valueName: "file"),
    completion: .file())
  var schedule: String?

  /// - Throws: 65 when the schedule can't be understood, 66 when it can't be read.
  func read() throws(CommandError) -> RetentionSchedule {
    let name = schedule ?? "the built-in schedule"
    let reader =
      try schedule.map { path throws(CommandError) in try InputFile.csv(at: path) }
      ?? CSVReader(text: BundledResources.retentionSchedule)
    do throws(RetentionFileError) {
      return try RetentionFile.schedule(of: nation, in: reader)
    } catch {
      throw CommandError(.dataWrong, error.sentence(file: name, nation: nation))
    }
  }
}

extension RetentionSchedule.Nation: ExpressibleByArgument {}
