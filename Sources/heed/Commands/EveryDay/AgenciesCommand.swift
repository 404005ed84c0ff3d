import ArgumentParser
import Reports
import Storage

/// `heed agencies`: the agencies and professionals, and what waits for an answer.
struct AgenciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agencies",
    abstract: "Lists agencies and professionals: last contact, and concerns not yet answered.",
    discussion: """
      A concern is not yet answered when it was raised in the last 28 days and no strategy \
      discussion, nor anything above it, was held since.
      """)

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let agencies = try asking("The agencies can't be read") { () throws(StoreError) in
      try session.forReading(asOf: options.asOf?.moment).store.agencies(on: session.today)
    }
    options.say(AgenciesReport(agencies))
  }
}
