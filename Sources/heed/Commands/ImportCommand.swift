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
    var rows = try reader.read()
    let isRefused = !rows.refused.isEmpty && !acceptValid
    if acceptValid, !dryRun { try rows.writeRejected(beside: file) }
    var report = ImportReport()
    if !isRefused {
      rows.batch.isRehearsal = dryRun
      let batch = rows.batch
      do {
        report = try LongWork.run(dryRun ? "Trying" : "Importing") { progress throws(StoreError) in
          try session.store.take(batch, by: session.author, at: session.now, progress: progress)
        }
      } catch {
        throw Complaint(error, doing: "\(file) was not imported")
      }
    }
    let telling = ImportTelling(
      rows: rows, report: report, file: file, isRehearsal: dryRun, isAccepted: acceptValid)
    if !dryRun, !report.differing.isEmpty {
      try rows.refuse(report.differing, of: file)
      try rows.writeRejected(beside: file)
    }
    if options.json { Output.raw(telling.json.written + "\n") } else { telling.say() }
    if let complaint = telling.complaint { throw complaint }
  }
}
