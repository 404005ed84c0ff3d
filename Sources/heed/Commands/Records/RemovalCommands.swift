import ArgumentParser
import Records
import Reports
import Storage

/// `heed dispose`: proposes that a record whose time is up is destroyed.
struct DisposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose",
    abstract: "Proposes that a record whose time is up is destroyed; another person approves.")

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @Option(
    help: ArgumentHelp(
      "The day of the child's death, where the schedule counts from it.", valueName: "date"))
  var died: DayArgument?

  @Option(help: ArgumentHelp("Who reviewed it and what was found.", valueName: "text"))
  var because: String

  @OptionGroup var schedule: ScheduleOptions

  @OptionGroup var options: StoreOptions

  func validate() throws {
    try options.refuseAsOf()
    guard Typed.isClean(because) else {
      throw ValidationError("Say in words, with --because, who reviewed it and what was found.")
    }
    if let died, died.day > Clock.now.londonDay {
      throw ValidationError("--died lies in the future.")
    }
  }

  func run() throws {
    let schedule = try schedule.read()
    let session = try options.open()
    let proposed = try asking("Nothing was proposed") { () throws(StoreError) in
      guard let found = try session.store.child(ref: child) else { throw .unknownChild }
      session.store.remember(.opened(found.id))
      let record = try session.store.caseFile(of: found.id).record
      let keeping: Keeping
      do throws(RemovalFault) {
        keeping = try schedule.keeping(of: record, died: died?.day)
      } catch {
        throw .impossibleRemoval(error)
      }
      return try session.store.propose(
        .child, of: found.id, on: .retention(keeping), because: because, at: session.now)
    }
    options.say(proposed)
  }
}

/// `heed erase`: proposes that a record, a contact or what it said before is destroyed.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Proposes that what must not be kept is destroyed; another person approves.",
    discussion: """
      With --whole-record it is all that is held about the child, such as a record that was made by \
      mistake. With --former a contact stays as it was amended, and what it said before is destroyed.
      """)

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @Argument(help: ArgumentHelp("The contact's id or receipt.", valueName: "contact"))
  var contact: String?

  @ArgumentParser.Flag(help: "Only what the contact said before it was amended.")
  var former = false

  @ArgumentParser.Flag(help: "All that is held about the child.")
  var wholeRecord = false

  @Option(
    help: ArgumentHelp("On what request and ground, without what it says.", valueName: "text"))
  var because: String

  @OptionGroup var options: StoreOptions

  func validate() throws {
    try options.refuseAsOf()
    guard Typed.isClean(because) else {
      throw ValidationError("Say in words, with --because, on what request and ground.")
    }
    guard contact != nil || !former else {
      throw ValidationError("--former is about a contact: name it.")
    }
    guard (contact == nil) == wholeRecord else {
      throw ValidationError("Name a contact, or give --whole-record for all that is held.")
    }
  }

  func run() throws {
    let session = try options.open()
    let proposed = try asking("Nothing was proposed") { () throws(StoreError) in
      guard let found = try session.store.child(ref: child) else { throw .unknownChild }
      session.store.remember(.opened(found.id))
      var scope = Removal.Scope.child
      if let contact {
        let known = try session.store.contact(named: contact, of: found)
        scope = former ? .formerVersions(known.id, below: known.version) : .contact(known.id)
      }
      return try session.store.propose(
        scope, of: found.id, on: former ? .rectification : .erasure, because: because,
        at: session.now)
    }
    options.say(proposed)
  }
}

/// `heed removals`: what was proposed for removal, and the certificates of what was done.
struct RemovalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "removals",
    abstract: "Lists what was proposed for removal, with the certificates of what was done.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    try session.logAccess(.listed)
    let removals = try asking("The removals can't be read") { () throws(StoreError) in
      try session.store.removals()
    }
    options.say(RemovalsReport(removals))
  }
}
