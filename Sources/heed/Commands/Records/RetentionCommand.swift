import ArgumentParser
import BundledResources
import ErrorSentences
import Exchange
import Records
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
    do throws(StoreError) {
      session.store.remember(.listed)
      try session.store.writeAccesses()
      let holds = try session.store.holds()
      var rows: [Row] = []
      for line in try children(of: session) {
        let record = try session.store.caseFile(of: line.id).record
        let row = Row(record: record, schedule: schedule, holds: holds)
        if all || child != nil || row.isDue(on: session.today) { rows.append(row) }
      }
      say(rows, in: session)
    } catch {
      throw CommandError(error, doing: "The records can't be read")
    }
  }

  private func children(of session: Session) throws(StoreError) -> [Child] {
    guard let child else { return try session.store.cases(.matching("")).map(\.child) }
    guard let found = try session.store.child(ref: child) else { throw .unknownChild }
    return [found]
  }

  private func say(_ rows: [Row], in session: Session) {
    if options.json {
      Output.raw(JSON.array(rows.map { $0.json(on: session.today) }).written + "\n")
      return
    }
    for row in rows { Output.say(row.sentence(on: session.today)) }
    if rows.isEmpty { Output.say("No record has been kept for its time.") }
  }

  /// One child's record, and until when it is kept.
  private struct Row {
    let child: Child
    let keeping: Result<Keeping, RemovalFault>
    let isHeld: Bool

    init(record: CaseRecord, schedule: RetentionSchedule, holds: [LegalHold]) {
      child = record.child
      isHeld = holds.contains { $0.holds(record.child.id) }
      do throws(RemovalFault) {
        keeping = .success(try schedule.keeping(of: record))
      } catch {
        keeping = .failure(error)
      }
    }

    func isDue(on day: CalendarDate) -> Bool {
      if case .success(let keeping) = keeping { return day >= keeping.until }
      return false
    }

    func sentence(on day: CalendarDate) -> String {
      let head = "\(child.displayName) (\(child.ref)): "
      let held = isHeld ? " A legal hold keeps it." : ""
      switch keeping {
      case .success(let keeping):
        let state = day >= keeping.until ? "its time was up on" : "kept until"
        return head
          + "\(keeping.kind.rawValue), \(state) \(keeping.until.shortWithYear); \(keeping.source).\(held)"
      case .failure(let fault):
        return head + "kept, since \(reason(fault)).\(held)"
      }
    }

    private func reason(_ fault: RemovalFault) -> String {
      switch fault {
      case .notInSchedule(let kind):
        "the schedule says nothing of a record of this kind (\(kind.rawValue))"
      case .birthUnknown: "the schedule counts from a date of birth that is not recorded"
      default: "its time is not known"
      }
    }

    func json(on day: CalendarDate) -> JSON {
      var keeping: Keeping?
      if case .success(let known) = self.keeping { keeping = known }
      return .object([
        ("child", .object([("ref", .string(child.ref)), ("name", .text(child.name))])),
        ("kept_as", .word(keeping?.kind)), ("kept_until", .day(keeping?.until)),
        ("source", .text(keeping?.source)), ("due", .bool(isDue(on: day))),
        ("held", .bool(isHeld)),
      ])
    }
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
