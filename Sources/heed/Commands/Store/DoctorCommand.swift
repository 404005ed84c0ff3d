import ArgumentParser
import Reports
import Storage

/// `heed doctor`: what protects the store, and what to mend.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what protects the store and the machine's part in it, and what to mend.",
    discussion: "It ends with 65 when anything is to be mended. It reads no record.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let path = try options.path()
    let report = HealthReport(StoreHealth(path: path, now: Clock.now).findings)
    options.say(report)
    guard report.isWell else {
      throw CommandError(.dataWrong, "What is marked is to be mended.")
    }
  }
}
