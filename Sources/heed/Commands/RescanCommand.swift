import ArgumentParser
import Records
import Storage

/// `heed rescan`: evaluates every child again, as of now.
struct RescanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescan", abstract: "Evaluates every child again, as of now.",
    discussion: """
      Where a clock was ahead, or --as-of was too late, children were judged for days to come. This judges \
      them anew from their first day: run it once the machine's clock is right.
      """)

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open(sayingAhead: false)
    let report: RescanReport
    do {
      report = try LongWork.run("Evaluating") { progress throws(StoreError) in
        try session.store.rescan(at: session.now, progress: progress)
      }
    } catch {
      throw Complaint(error, doing: "The children were not evaluated")
    }
    if options.json {
      Output.raw(
        JSON.object([
          ("children", .number(report.children)), ("flags_raised", .number(report.flagsRaised)),
          ("flags_cleared", .number(report.flagsCleared)),
        ]).written + "\n")
    } else {
      Output.say(
        """
        Evaluated \(counted(report.children, "child", plural: "children")): \
        \(counted(report.flagsRaised, "flag")) raised, \(report.flagsCleared) cleared.
        """)
    }
  }
}
