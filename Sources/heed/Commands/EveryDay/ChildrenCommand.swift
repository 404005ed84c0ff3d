import ArgumentParser
import Reports
import Storage

/// `heed children`: the children, searchable.
struct ChildrenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "children",
    abstract: "Lists the children by reference, name, worker, address or words of a note.")

  @Argument(help: "Words, each of which may be the beginning of one.")
  var query: [String] = []

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let children = try asking("The children can't be read") { () throws(StoreError) in
      let reading = try session.forReading(asOf: options.asOf?.moment)
      return try reading.store.cases(.matching(query.joined(separator: " ")))
    }
    try session.logAccess(.searched)
    options.say(ChildrenReport(children, on: session.today))
  }
}
