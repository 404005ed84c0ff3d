import ArgumentParser
import Exchange
import Reports
import Storage

/// `heed import`: reads contacts from a file into the store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Reads contacts from a CSV file into the store.",
    discussion: """
      One bad row means that nothing is stored. With --accept-valid the good rows are stored, and \
      the refused ones are written beside the input with the reason in a last column.

      Columns, in any order and however they are spelt (Child Ref, child_ref), of which date, agency and \
      contact_type must be there: \(Column.allCases.map(\.rawValue).joined(separator: ", ")). worker and \
      household say who is allocated to the child and whom they live with; the latest row counts. \
      --template writes an empty file with all of them.
      """)

  @Argument(help: "The contacts, in the canonical CSV.", completion: .file(extensions: ["csv"]))
  var file: String?

  @Option(help: ArgumentHelp("Who a file without child_ref is about.", valueName: "ref"))
  var child: String?

  @ArgumentParser.Flag(help: "Say what would be stored, and store nothing.")
  var dryRun = false

  @ArgumentParser.Flag(help: "Store the good rows and write the refused ones beside the input.")
  var acceptValid = false

  @ArgumentParser.Flag(help: "Skip columns that the format does not know.")
  var ignoreUnknown = false

  @OptionGroup var options: StoreOptions

  @ArgumentParser.Flag(help: "Write an empty file with every column, and read nothing.")
  var template = false

  func validate() throws {
    guard template != (file != nil) else {
      throw ValidationError("Name the file to read, or give --template alone.")
    }
  }

  func run() throws {
    guard let file else {
      Output.raw(CSVLine.joined(Column.allCases.map(\.rawValue)))
      return
    }
    try Import(
      file: file, childRef: child, isRehearsal: dryRun, acceptsValid: acceptValid,
      ignoresUnknownColumns: ignoreUnknown
    ).run(options)
  }
}

/// One file read into the store, as the command and a first start ask for it.
struct Import {
  let file: String
  var childRef: String?
  var isRehearsal = false
  var acceptsValid = false
  var ignoresUnknownColumns = false

  /// - Throws: why the file can't be read or stored, or 65 once it is told which rows were refused.
  func run(_ options: StoreOptions) throws {
    let session = try options.open()
    let reader = ImportReader(
      file: file, childRef: childRef, ignoresUnknownColumns: ignoresUnknownColumns,
      session: session)
    var rows = try reader.read()
    let isRefused = !rows.refused.isEmpty && !acceptsValid
    if acceptsValid, !isRehearsal { try rows.writeRejected(beside: file) }
    let report = isRefused ? ImportReport() : try take(&rows, session)
    let telling = ImportTelling(
      rows, report, file: file, isRehearsal: isRehearsal, isAccepted: acceptsValid)
    // What is stored is told before anything else can fail.
    options.say(telling)
    if !options.json { for sentence in telling.warnings { Output.complain(sentence) } }
    if !isRehearsal, try rows.refuse(report.differing, of: file) {
      try rows.writeRejected(beside: file)
      Output.complain("The rows that differ are in \(ImportRows.rejectedName(of: file)).")
    }
    guard let last = telling.refusals.last else { return }
    for sentence in telling.refusals.dropLast() { Output.complain(sentence) }
    throw CommandError(.dataWrong, last)
  }

  private func take(_ rows: inout ImportRows, _ session: Session) throws -> ImportReport {
    rows.batch.isRehearsal = isRehearsal
    let batch = rows.batch
    return try asking("\(file) was not imported") { () throws(StoreError) in
      try LongWork.run(isRehearsal ? "Trying" : "Importing") { progress throws(StoreError) in
        try session.store.importContacts(batch, at: session.now, progress: progress)
      }
    }
  }
}
