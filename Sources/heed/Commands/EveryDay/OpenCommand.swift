import ArgumentParser
import Glibc
import Records
import Storage
import StorageSQLite

/// `heed`: opens the interface on the user's store, or welcomes a first run.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens your store (what heed does when it is given no command).")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let path = try options.path()
    let isTerminal = isatty(0) == 1 && isatty(1) == 1
    if isTerminal, access(path, F_OK) != 0 {
      switch try Welcome.ask(path: path, isPlain: options.allowsPlaintext) {
      case .fictionalCaseload:
        try Interface.onFictionalCaseload(options).run()
        return
      case .made(let first, let file):
        Folders.make(upTo: path)
        try NewStore.make(
          at: path, first: first, now: options.now, isPlain: options.allowsPlaintext)
        if let file { try Import(file: file).run(options) }
      case .leave: return
      }
    }
    let session = try options.open()
    let me = try session.me ?? introduce(to: session, isTerminal: isTerminal)
    if options.json {
      try FlagsCommand.list(session, asOf: options.asOf?.moment)
      return
    }
    // Screens bring evaluations up to date themselves, once the list is there.
    let moment = options.asOf?.moment
    let reading = try asking("\(path) can't be read") { () throws(StoreError) in
      try moment.map(session.withClockSet) ?? session
    }
    try Interface(
      store: reading.store, me: me, description: reading.description, options: options,
      vault: session.access?.vault, parameters: reading.parameters
    ).run()
  }

  /// A user whom the store does not know yet: asked on a terminal, else taken from the account.
  private func introduce(to session: Session, isTerminal: Bool) throws -> Person {
    guard isTerminal, !options.isPlain else { return Person.ofAccount(at: session.now) }
    Output.say("This store does not know you yet.")
    let person = try Welcome.person(at: session.now)
    try asking("You were not added") { () throws(StoreError) in try session.store.add(person) }
    return person
  }
}

extension Person {
  /// The person that the operating system's account suggests.
  static func ofAccount(at now: Instant) -> Person {
    var mint = IdentifierMint()
    return Person(
      id: mint.next(at: now), name: Environment.fullName, role: .socialWorker,
      agency: Agency(.socialCare), account: Environment.account)
  }
}
