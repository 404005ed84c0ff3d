import ArgumentParser
import Records
import Storage

/// `heed demo`: the interface on invented children, in memory.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Opens a fictional caseload, which needs nothing and leaves nothing behind.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let store = try FictionalCaseload.store(at: options.now)
    if options.json {
      let entries = try store.flags(includingCleared: false)
      Output.raw(JSON.array(entries.map { $0.json(at: options.now) }).written + "\n")
      return
    }
    try Interface(
      store: store, me: FictionalCaseload.me, description: "fictional caseload", options: options
    ).run()
  }
}
