import ArgumentParser
import Reports
import Storage

/// `heed demo`: the interface on invented children, in memory.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Opens a fictional caseload, which needs nothing and leaves nothing behind.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let interface = try Interface.onFictionalCaseload(options)
    if options.json {
      let session = Session(store: interface.store, now: options.now, me: interface.me)
      Output.say(FlagsReport(try session.listed(), in: session.context).json)
    } else {
      try interface.run()
    }
  }
}
