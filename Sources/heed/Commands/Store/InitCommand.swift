import ArgumentParser
import Glibc
import Records
import Reports

/// `heed init`: makes a store and says who its first user is.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes a store and says who its first user is.",
    discussion: """
      The store is encrypted with a passphrase, which is asked for on the terminal. With \
      --allow-plaintext it is not, and nothing is asked.
      """)

  @Argument(help: "Where to make it (default: as for --store).", completion: .file())
  var path: String?

  @Option(help: ArgumentHelp("Your name (default: your account's).", valueName: "name"))
  var me: String?

  @Option(help: "Your role, in your authority's title.")
  var role = Role.socialWorker.title

  @Option(help: "Your agency, a word of the contacts file (default: social care).")
  var agency: AgencyArgument?

  @OptionGroup var options: StoreOptions

  func run() throws {
    var mint = IdentifierMint()
    let first = Person(
      id: mint.next(at: options.now), name: me ?? Environment.fullName, role: Role(role),
      agency: agency?.agency ?? Agency(.socialCare), account: Environment.account)
    let isPlain = options.allowsPlaintext
    let place = try self.place(isPlain: isPlain)
    if place == Environment.defaultStore || place == Environment.plainStore {
      Folders.make(upTo: place)
    }
    try NewStore.make(at: place, first: first, now: options.now, isPlain: isPlain)
    options.say(
      StoreMade(
        at: place, first: first.name, isPlain: isPlain, idleMinutes: IdleLock.minutes))
  }

  private func place(isPlain: Bool) throws(CommandError) -> String {
    if let path { return path }
    let isNamed = options.store != nil || Environment["HEED_STORE"] != nil
    return isPlain && !isNamed ? Environment.plainStore : try options.path()
  }
}

/// An agency on the command line: a word of the canonical file, or a name of one's own.
struct AgencyArgument: ExpressibleByArgument {
  let agency: Agency

  init(agency: Agency) {
    self.agency = agency
  }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    agency =
      Sector(rawValue: argument.lowercased()).map { Agency($0) } ?? Agency(.other, name: argument)
  }
}

/// The folders of the data directory.
enum Folders {
  /// Makes the folders above a file, for this user alone; opening the file tells what is missing.
  static func make(upTo path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices.dropFirst() {
      mkdir(parts[...count].joined(separator: "/"), 0o700)
    }
  }
}
