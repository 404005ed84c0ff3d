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

      Where a newer version reads notes otherwise, it raises flags at once and clears none until this is run. \
      It says whose flags changed.
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
      throw CommandError(error, doing: "The children were not evaluated")
    }
    if options.json {
      Output.raw(report.json.written + "\n")
    } else {
      Output.say(
        """
        Evaluated \(counted(report.children, "child", plural: "children")): \
        \(counted(report.flagsRaised, "flag")) raised, \(report.flagsCleared) cleared.
        """)
      for change in report.changes { Output.say(change.written) }
    }
  }
}

extension RescanReport {
  fileprivate var json: JSON {
    .object([
      ("children", .number(children)), ("flags_raised", .number(flagsRaised)),
      ("flags_cleared", .number(flagsCleared)),
      (
        "changes",
        .array(
          changes.map { change in
            .object([
              ("child", .string(change.child.ref)),
              ("raised", .array(change.raised.map { .string($0.description) })),
              ("cleared", .array(change.cleared.map { .string($0.description) })),
              ("lowered", .array(change.lowered.map { .string($0.description) })),
            ])
          })
      ),
    ])
  }
}

extension RescanReport.Change {
  /// Whose flags changed, and how, on a line: `C1 Kit Marlow: R03 raised; R04 cleared`.
  var written: String {
    let parts = [
      (raised, "raised"), (cleared, "cleared"), (lowered, "quiet or in a lower band"),
    ].filter { !$0.0.isEmpty }
      .map { "\($0.0.map(\.description).joined(separator: ", ")) \($0.1)" }
    let named = [child.ref, child.name].compactMap(\.self).joined(separator: " ")
    return "\(named): \(parts.joined(separator: "; "))"
  }
}
