import ArgumentParser
import Glibc
import Records
import Reports
import Storage
import StorageSQLite
import Terminal

/// The options of every command that uses a store.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store: a path, or postgresql://… (default: $HEED_STORE, else your data folder).",
      valueName: "path"))
  var store: String?

  @Option(
    help: ArgumentHelp(
      "The clock of the whole command: 2026-11-01 (the end of that day) or 2026-11-01T09:00.",
      valueName: "moment"))
  var asOf: MomentArgument?

  @ArgumentParser.Flag(help: "Print JSON.")
  var json = false

  @ArgumentParser.Flag(help: "Print sentences; no cursor movement and no drawing.")
  var plain = false

  @ArgumentParser.Flag(help: "Use a store that is not encrypted at rest.")
  var allowPlaintext = false

  @Option(help: "Colours: auto, never, 16 or 256.")
  var color: ColorChoice = .auto

  /// The moment that the command takes for now.
  var now: Instant { asOf?.moment ?? Clock.now }

  /// The clock that a long session reads: the machine's, or standing still where `--as-of` put it.
  var clock: @Sendable () -> Instant {
    let fixed = asOf?.moment
    return { fixed ?? Clock.now }
  }

  /// - Throws: when an earlier or later moment is asked for: what is destroyed is destroyed now, by the
  ///   machine's own clock.
  func refuseAsOf() throws {
    guard asOf == nil else {
      throw ValidationError("This is done now, by the machine's own clock: leave out --as-of.")
    }
  }

  /// Whether to print sentences: asked for, or where no screen can be drawn.
  var isPlain: Bool {
    plain || Environment["TERM"] == "dumb" || isatty(0) == 0 || isatty(1) == 0
  }

  /// Where the store is.
  /// - Throws: 64 for an address that carries a password, 69 for a server, which is not built yet.
  func path() throws(CommandError) -> String {
    let place = store ?? Environment["HEED_STORE"] ?? Environment.defaultStore
    guard place.hasPrefix("postgresql://") || place.hasPrefix("postgres://") else { return place }
    let authority = place.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
    let login = authority.contains("@") ? authority.prefix { $0 != "@" } : ""
    if login.contains(":") || place.contains("password=") {
      throw CommandError(
        .usage,
        """
        An address must not carry a password: use a password file, Kerberos or a client \
        certificate.
        """)
    }
    throw CommandError(
      .storeUnavailable, "This version of Heed knows no PostgreSQL store yet: give a path.")
  }

  /// Whether a store may be used that nothing encrypts at rest.
  var allowsPlaintext: Bool { allowPlaintext || Environment["HEED_ALLOW_PLAINTEXT"] == "1" }

  /// The store, opened, with its clock and who is at the keyboard.
  /// - Throws: 69 when there is none or it can't be opened.
  func open(sayingAhead: Bool = true) throws(CommandError) -> Session {
    let path = try path()
    let access = try StoreAccess(at: path, allowsPlaintext: allowsPlaintext)
    return try asking("\(path) can't be opened") { () throws(StoreError) in
      let opened: any CaseStore = try SQLiteStore(
        openingAt: access.file, judgingBy: { Judgement.parameters(of: $0).map(Judgement.judge) })
      if access.isPlain { opened.remember(.openedPlain) }
      let ahead = try opened.judgedAhead(of: max(now, Clock.now))
      if sayingAhead, let ahead {
        Output.complain(StoreNotices.judgedAhead(to: ahead, today: Clock.now.londonDay))
      }
      if sayingAhead, let kept = try opened.keptSince() {
        Output.complain(StoreNotices.keptSince(kept))
      }
      var session = try Session(store: opened, options: self, access: access)
      session.isAhead = ahead != nil
      return session
    }
  }

  /// Prints a report, as JSON where that was asked for.
  func say(_ report: some Report) { Output.say(report, asJSON: json) }
}
