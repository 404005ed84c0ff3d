import ArgumentParser
import Reports
import Storage

/// `heed rescan`: evaluates every child again, as of now.
struct RescanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescan", abstract: "Evaluates every child again, as of now.",
    discussion: """
      Where a clock was ahead, or --as-of was too late, children were judged for days to come. This judges \
      them anew from their first day: run it once the machine's clock is right.

      Where a newer version reads notes otherwise, it raises flags at once and clears none until this is run. \
      It says whose flags changed.
      """)

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open(sayingAhead: false)
    let report = try asking("The children were not evaluated") { () throws(StoreError) in
      try session.rescanned()
    }
    options.say(report)
  }
}

extension Session {
  /// Judges every child again, with a progress line on a terminal.
  /// - Throws: why the store can't be read or written; `cancelled` when Ctrl-C was pressed.
  func rescanned() throws(StoreError) -> RescanReport {
    try LongWork.run("Evaluating") { progress throws(StoreError) in
      try store.rescan(at: now, progress: progress)
    }
  }
}
