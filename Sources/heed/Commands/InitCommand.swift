import ArgumentParser
import Desk
import Exchange
import Glibc
import Records
import Storage
import StorageSQLite

/// `heed init`: makes a store and says who its first user is.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes a store and says who its first user is.",
    discussion: """
      This version of Heed can't encrypt a store yet: with --allow-plaintext it makes a plain one, \
      for storage that is encrypted as a whole.
      """)

  @Argument(help: "Where to make it (default: as for --store).", completion: .file())
  var path: String?

  @Option(help: ArgumentHelp("Your name (default: your account's).", valueName: "name"))
  var me: String?

  @Option(help: "Your role, in your authority's title.")
  var role = Role.socialWorker.title

  @Option(help: "Your agency, a word of the contacts file.")
  var agency: AgencyArgument = AgencyArgument(agency: Agency(.socialCare))

  @OptionGroup var options: StoreOptions

  func run() throws {
    let place = try path ?? options.path()
    guard options.allowPlaintext || Environment["HEED_ALLOW_PLAINTEXT"] == "1" else {
      throw Complaint(
        .storeUnavailable,
        """
        This version of Heed can't encrypt a store yet: use --allow-plaintext to make a plain one \
        on storage that is itself encrypted.
        """)
    }
    if path == nil, options.store == nil, Environment["HEED_STORE"] == nil {
      Folders.make(upTo: place)
    }
    var mint = IdentifierMint()
    let first = Person(
      id: mint.next(at: options.now), name: me ?? Environment.fullName, role: Role(role),
      agency: agency.agency, account: Environment.account)
    do {
      let store = try SQLiteStore(
        creatingAt: place, at: options.now, judge: Judgement.judge)
      try store.add(first)
    } catch {
      throw Complaint(error, doing: "\(place) can't be made")
    }
    if options.json {
      Output.raw(
        JSON.object([
          ("store", .string(place)), ("me", .string(first.name)), ("encrypted", .bool(false)),
        ]).written + "\n")
    } else {
      Output.say("Made a plain store, not encrypted, at \(place); its first user is \(first.name).")
    }
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
