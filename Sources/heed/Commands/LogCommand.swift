import ArgumentParser
import Exchange
import Glibc
import Records
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
  @Option(help: "The day, as people say it: 2026-11-23, today, yest 14:30, thu, -3d, 14/11.")
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
    var typed = typed
    if typed.isEmpty {
      guard isatty(0) == 1 else {
        throw Complaint(
          .usage, "Say what the contact was: at least --contact-type; heed log --help lists all.")
      }
      typed = try LogQuestions.ask(session: session)
    }
    let facts = try LoggedFacts.read(typed, in: session)
    let recorded: Recorded
    do throws(StoreError) {
      guard let found = try session.store.child(ref: child) else { throw .unknownChild }
      recorded = try session.store.record(
        facts, child: found.id, by: session.author, at: session.now)
    } catch {
      throw Complaint(error, doing: "The contact was not saved")
    }
    if options.json {
      Output.raw(
        JSON.object([
          ("id", .string(recorded.contact.id.description)), ("saved", .bool(true)),
          ("flags", .array(recorded.raised.map { .string($0.id.description) })),
        ]).written + "\n")
    } else {
      Output.say("Saved \(recorded.contact.id.receipt).")
      for flag in recorded.raised { Output.say(flag.sentence(at: session.now)) }
    }
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

/// The columns of one contact as they were typed, read into its facts.
enum LoggedFacts {
  /// - Throws: 64 when the kind is not said, 65 with every fault named by its option.
  static func read(_ typed: [Column: String], in session: Session) throws -> ContactFacts {
    guard typed[.contactType] != nil else {
      throw Complaint(
        .usage,
        """
        Say the kind of contact with --contact-type: \
        \(ContactKind.allCases.map(\.rawValue).joined(separator: ", ")).
        """)
    }
    var cells = typed
    try resolveDate(&cells, session)
    if cells[.agency] == nil {
      cells[.agency] = session.me?.agency.written ?? Agency(.socialCare).written
      cells[.professional] = cells[.professional] ?? session.me?.name
      cells[.role] = cells[.role] ?? session.me?.role.title
    }
    let columns = Array(cells.keys)
    let text =
      CSVLine.joined(columns.map(\.rawValue)) + CSVLine.joined(columns.map { cells[$0] ?? "" })
    var options = ContactsFile.Options()
    options.today = session.today
    if let name = cells[.agency], Sector(rawValue: name.lowercased()) == nil {
      let known = try session.namedAgencies()
      options.agencyNamed = { known[$0] }
    }
    var file = try ContactsFile(CSVReader(text: text), options: options)
    switch try file.next() {
    case .row(let row, _): return row.facts
    case .refused(_, let faults):
      let words = faults.map { fault in
        let option = fault.column?.rawValue.replacing("_", with: "-") ?? ""
        return "--\(option): \(fault.words)"
      }
      throw Complaint(.dataWrong, "The contact was not saved: \(words.joined(separator: "; ")).")
    case nil: throw Complaint(.usage, "Say what the contact was; heed log --help lists all.")
    }
  }

  /// Days and times as people say them; today and now when neither is given.
  private static func resolveDate(_ cells: inout [Column: String], _ session: Session) throws {
    guard let text = cells[.date] else {
      cells[.date] = session.today.iso
      if cells[.time] == nil { cells[.time] = session.now.london.time.description }
      return
    }
    do {
      let when = try TypedWhen(typed: text, now: session.now)
      cells[.date] = when.day.iso
      if cells[.time] == nil { cells[.time] = when.time?.description }
    } catch {
      throw Complaint(
        .dataWrong,
        """
        The contact was not saved: --date: it is no day; write 2026-11-23, today, yest 14:30, thu, \
        -3d or 14/11.
        """)
    }
  }
}

/// The questions of `heed log` on a terminal, one line each.
enum LogQuestions {
  private static let questions: [(Column, String)] = [
    (.contactType, "Kind (home visit, phone, no access, …)"), (.date, "When (empty: now)"),
    (.childSeen, "Child seen (yes, no)"), (.seenAlone, "Seen alone (yes, no)"),
    (.childWords, "What the child said, or how they were"), (.presentingConcern, "Concern"),
    (.injuries, "Injuries: sites in words, ; between"), (.injuryCount, "How many marks"),
    (.explanationGiven, "Explanation given"),
    (.explanationChallenged, "Explanation tested (yes, no)"),
    (.otherAdultsNoted, "Other adults seen or heard of (who, or no)"), (.outcome, "Outcome"),
    (.escalationLevel, "Rung held (none, strategy discussion, …)"),
  ]

  /// Asks for each column; a faulty answer is asked for again, so that nothing typed is lost.
  ///
  /// - Throws: 130 when input ends before the last question.
  static func ask(session: Session) throws -> [Column: String] {
    var typed: [Column: String] = [:]
    for (column, question) in questions {
      while true {
        Output.ask("\(question): ")
        guard let line = readLine() else {
          throw Complaint(.interrupted, "Input ended, so nothing was saved.")
        }
        if line.allSatisfy(\.isWhitespace) {
          if column == .contactType { continue }
          break
        }
        typed[column] = line
        do {
          var trial = typed
          if trial[.contactType] == nil { trial[.contactType] = ContactKind.other.rawValue }
          _ = try LoggedFacts.read(trial, in: session)
          break
        } catch let complaint as Complaint {
          typed[column] = nil
          Output.complain(complaint.sentence)
        }
      }
    }
    return typed
  }
}
