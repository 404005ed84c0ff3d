import ArgumentParser
import Records
import Reports
import Storage

/// `heed chronology`: one child's contacts, merged across agencies, newest first.
struct ChronologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronology", abstract: "Prints a child's merged chronology, newest first.")

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @ArgumentParser.Flag(help: "Only contacts with a concern, an injury, a rung or a missed visit.")
  var significant = false

  @ArgumentParser.Flag(help: "Print the canonical CSV.")
  var csv = false

  @ArgumentParser.Flag(help: "Print a page of HTML.")
  var html = false

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard [csv, html, options.json].count(where: { $0 }) <= 1 else {
      throw ValidationError("Choose one of --csv, --html and --json.")
    }
  }

  func run() throws {
    let session = try options.open()
    let file = try asking("The chronology can't be read") { () throws(StoreError) in
      let reading = try session.forReading(asOf: options.asOf?.moment, child: child)
      guard let found = try reading.store.child(ref: child) else { throw .unknownChild }
      return try reading.store.caseFile(of: found.id)
    }
    try session.logAccess(csv || html || options.json ? .exported(file.id) : .opened(file.id))
    var contacts = Array(file.record.contacts().reversed())
    if significant { contacts = contacts.filter { ContactReading($0).isSignificant } }
    let page = ChronologyPage(file: file, contacts: contacts, in: session.context)
    if csv {
      Output.csv(page.csv)
    } else if html {
      Output.raw(page.html)
    } else {
      options.say(page)
    }
  }
}
