import ArgumentParser
import Records
import Reports
import Storage

/// `heed add`: makes a child.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Makes a child.")

  @Argument(help: ArgumentHelp("The authority's reference for the child.", valueName: "child-ref"))
  var ref: String

  @Option(help: "The child's name.")
  var name: String?

  @Option(help: ArgumentHelp("The date of birth.", valueName: "date"))
  var born: DayArgument?

  @Option(help: ArgumentHelp("The household's reference, which siblings share.", valueName: "ref"))
  var household: String?

  @Option(help: ArgumentHelp("The allocated worker's name.", valueName: "name"))
  var worker: String?

  @Option(help: ArgumentHelp("Where the child lives.", valueName: "text"))
  var address: String?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    let lines = [ref, name, household, worker].compactMap { $0 }
    guard lines.allSatisfy(Typed.isCleanLine), address.map(Typed.isClean) ?? true else {
      throw ValidationError(
        "A text is empty, or holds a line break or a control character: type it again.")
    }
  }

  func run() throws {
    if let born, born.day > options.now.londonDay {
      throw CommandError(.dataWrong, "--born is in the future: give the day of birth.")
    }
    let session = try options.open()
    let ref = trimmed(ref)
    var mint = IdentifierMint()
    let child = Child(
      id: mint.next(at: session.now), ref: ref, name: name, dateOfBirth: born?.day,
      household: household, worker: worker, address: address)
    try asking("\(ref) was not made") { () throws(StoreError) in try session.store.add(child) }
    options.say(ChildMade(child))
  }
}
