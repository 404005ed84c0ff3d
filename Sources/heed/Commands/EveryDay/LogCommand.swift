import ArgumentParser
import Exchange
import Glibc
import Records
import Reports
import Storage

/// `heed log`: logs one contact without the full interface.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Logs one contact with a child.",
    discussion: """
      The options are the columns of the contacts file. The date is now and the agency your own \
      unless you say so; nothing about what was seen is filled in. Without options, on a terminal, \
      it asks.
      """)

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @Option(help: .of(.contactType)) var contactType: String?
  @Option(parsing: .unconditional, help: .of(.date)) var date: String?
  @Option(help: .of(.time)) var time: String?
  @Option(help: .of(.datePrecision)) var datePrecision: String?
  @Option(help: .of(.agency)) var agency: String?
  @Option(help: .of(.role)) var role: String?
  @Option(help: .of(.professional)) var professional: String?
  @Option(help: .of(.plan)) var plan: String?
  @Option(help: .of(.childSeen)) var childSeen: String?
  @Option(help: .of(.seenAlone)) var seenAlone: String?
  @Option(help: .of(.announced)) var announced: String?
  @Option(help: .of(.presentingConcern)) var presentingConcern: String?
  @Option(help: .of(.childWords)) var childWords: String?
  @Option(help: .of(.injuries)) var injuries: String?
  @Option(help: .of(.injuryCount)) var injuryCount: String?
  @Option(help: .of(.explanationGiven)) var explanationGiven: String?
  @Option(help: .of(.explanationChallenged)) var explanationChallenged: String?
  @Option(help: .of(.otherAdultsNoted)) var otherAdultsNoted: String?
  @Option(help: .of(.outcome)) var outcome: String?
  @Option(help: .of(.escalationLevel)) var escalationLevel: String?
  @Option(help: .of(.source)) var source: String?
  @Option(help: .of(.ref)) var ref: String?

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let found = try session.childToLog(child)
    var typed = typed
    if typed.isEmpty {
      guard isatty(0) == 1 else {
        throw CommandError(
          .usage, "Say what the contact was: at least --contact-type; heed log --help lists all.")
      }
      typed = try LogQuestions.ask(about: found, session: session)
    }
    let facts = try LoggedFacts.read(typed, about: found, in: session)
    let recorded = try session.log(facts, of: found)
    if options.json { Output.say(recorded.json) } else { recorded.say(in: session) }
  }

  /// The options that were given, by column.
  private var typed: [Column: String] {
    let given: [(ContactColumn, String?)] = [
      (.contactType, contactType), (.date, date), (.time, time), (.datePrecision, datePrecision),
      (.agency, agency), (.role, role), (.professional, professional), (.plan, plan),
      (.childSeen, childSeen), (.seenAlone, seenAlone), (.announced, announced),
      (.presentingConcern, presentingConcern), (.childWords, childWords), (.injuries, injuries),
      (.injuryCount, injuryCount), (.explanationGiven, explanationGiven),
      (.explanationChallenged, explanationChallenged), (.otherAdultsNoted, otherAdultsNoted),
      (.outcome, outcome), (.escalationLevel, escalationLevel), (.source, source), (.ref, ref),
    ]
    return given.reduce(into: [:]) { $0[.contact($1.0)] = $1.1 }
  }
}

extension ArgumentHelp {
  /// What the table of columns says of an option.
  fileprivate static func of(_ column: ContactColumn) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: column.help)
  }
}
