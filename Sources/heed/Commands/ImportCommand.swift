import ArgumentParser
import Desk
import Exchange
import Records
import Storage

/// `heed import`: reads contacts from a file into the store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Reads contacts from a CSV file into the store.",
    discussion: """
      One bad row means that nothing is stored. With --accept-valid the good rows are stored, and \
      the refused ones are written beside the input with the reason in a last column.
      """)

  @Argument(help: "The contacts, in the canonical CSV.", completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: ArgumentHelp("Who a file without child_ref is about.", valueName: "ref"))
  var child: String?

  @ArgumentParser.Flag(help: "Say what would be stored, and store nothing.")
  var dryRun = false

  @ArgumentParser.Flag(help: "Store the good rows and write the refused ones beside the input.")
  var acceptValid = false

  @ArgumentParser.Flag(help: "Skip columns that the format does not know.")
  var ignoreUnknown = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let reader = ImportReader(
      file: file, childRef: child, ignoresUnknownColumns: ignoreUnknown, session: session)
    let rows = try reader.read()
    let isRefused = !rows.refused.isEmpty && !acceptValid
    if acceptValid, !dryRun { try rows.writeRejected(beside: file) }
    var report = ImportReport()
    if !isRefused, !dryRun {
      do {
        report = try LongWork.run("Importing") { progress throws(StoreError) in
          try session.store.take(
            rows.batch, by: session.author, at: session.now, progress: progress)
        }
      } catch {
        throw Complaint(error, doing: "\(file) was not imported")
      }
    }
    tell(rows, report)
    if !rows.refused.isEmpty { throw rows.complaint(file: file, isAccepted: acceptValid) }
  }

  private func tell(_ rows: ImportRows, _ report: ImportReport) {
    if options.json {
      let errors = rows.refused.flatMap(\.faults).map { fault in
        JSON.object([
          ("line", .number(fault.line)), ("column", .word(fault.column)),
          ("fault", .string(fault.words)),
        ])
      }
      Output.raw(
        JSON.object([
          ("read", .number(rows.read)), ("added", .number(report.added)),
          ("already_there", .number(report.alreadyThere)),
          ("refused", .number(rows.refused.count)), ("errors", .array(errors)),
          ("flags_raised", .number(report.flagsRaised)),
          ("children_added", .number(report.childrenAdded)), ("dry_run", .bool(dryRun)),
        ]).written + "\n")
      return
    }
    let refused = rows.refused.isEmpty ? "" : ", \(rows.refused.count) refused"
    if dryRun {
      Output.say("Read \(counted(rows.read, "row"))\(refused); nothing was stored, as asked.")
    } else if rows.refused.isEmpty || acceptValid {
      Output.say(
        """
        Read \(counted(rows.read, "row")): \(report.added) added, \(report.alreadyThere) already \
        there\(refused); \(counted(report.childrenAdded, "child", plural: "children")) made, \
        \(counted(report.flagsRaised, "flag")) raised.
        """)
    }
  }
}
