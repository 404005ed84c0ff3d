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

  @Option(help: "The kind of contact.") var contactType: String?
  @Option(
    parsing: .unconditional,
    help: "The day, as people say it: 2026-11-23, today, yest 14:30, thu, -3d, 14/11.")
  var date: String?
  @Option(help: "The time, 14:30.") var time: String?
  @Option(help: "day, week or month.") var datePrecision: String?
  @Option(help: "The agency.") var agency: String?
  @Option(help: "The professional's role.") var role: String?
  @Option(help: "The professional's name.") var professional: String?
  @Option(help: "The child's plan that day.") var plan: String?
  @Option(help: "yes, no or unknown.") var childSeen: String?
  @Option(help: "yes, no or unknown.") var seenAlone: String?
  @Option(help: "yes, no or unknown.") var announced: String?
  @Option(help: "What gave reason to worry, in words.") var presentingConcern: String?
  @Option(help: "What the child said, or how they were.") var childWords: String?
  @Option(help: "Sites in words, ';' between.") var injuries: String?
  @Option(help: "How many marks.") var injuryCount: String?
  @Option(help: "The account, in words.") var explanationGiven: String?
  @Option(help: "Whether it was tested: yes, no or unknown.") var explanationChallenged: String?
  @Option(help: "An adult seen or heard of who is not known: who, in words.")
  var otherAdultsNoted: String?
  @Option(help: "The outcome, in words.") var outcome: String?
  @Option(help: "The highest rung held.") var escalationLevel: String?
  @Option(help: "Where the fact comes from.") var source: String?
  @Option(help: "Your own id of the contact.") var ref: String?

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
    let given: [(Column, String?)] = [
      (.contactType, contactType), (.date, date), (.time, time), (.datePrecision, datePrecision),
      (.agency, agency), (.role, role), (.professional, professional), (.plan, plan),
      (.childSeen, childSeen), (.seenAlone, seenAlone), (.announced, announced),
      (.presentingConcern, presentingConcern), (.childWords, childWords), (.injuries, injuries),
      (.injuryCount, injuryCount), (.explanationGiven, explanationGiven),
      (.explanationChallenged, explanationChallenged), (.otherAdultsNoted, otherAdultsNoted),
      (.outcome, outcome), (.escalationLevel, escalationLevel), (.source, source), (.ref, ref),
    ]
    return given.reduce(into: [:]) { $0[$1.0] = $1.1 }
  }
}
