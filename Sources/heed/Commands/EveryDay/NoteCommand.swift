import ArgumentParser
import Glibc
import RecordErrorSentences
import Records
import Reports
import Screens
import Storage

/// `heed note`: records a fact beside the contacts.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Records a fact beside the contacts: an adult, a condition, a meeting asked for.",
    discussion: """
      A fact is a kind, what happened, and its fields as name=value:

        heed note C0417 adult sighted adult=Danny role=friend told_by=neighbour
        heed note C0417 meeting asked meeting='legal planning' asked_by='team manager'
        heed note C0417 condition imposed condition='police bail' type=bail adult=Danny ends=+4w

      A later fact of the same name goes on with the first. Days are written as people say them. \
      Without fields, on a terminal, it asks. --kinds lists every kind with its fields; --from reads \
      a CSV of them with the columns child_ref, kind, step, day and any fields.
      """)

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String?

  @Argument(help: ArgumentHelp("What kind of fact.", valueName: "kind"))
  var kind: String?

  @Argument(
    help: ArgumentHelp("What happened, and fields as name=value.", valueName: "step field=value"))
  var words: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day on which it happened (default: today).", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("The receipt of an earlier fact that this mends.", valueName: "id"))
  var corrects: String?

  @Option(
    help: ArgumentHelp("Read facts from a CSV file, all or none.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var from: String?

  @ArgumentParser.Flag(help: "List the kinds of fact with their fields.")
  var kinds = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    if kinds { return Output.say(FactKind.all.flatMap(\.lines)) }
    let session = try options.open()
    if let from { return options.say(try FactsFile(path: from, session: session).take()) }
    guard let child, let kind else {
      throw CommandError(
        .usage, "Say about which child and what: heed note CHILD KIND …; --kinds lists them.")
    }
    let noted = try note(try FactKind.named(kind), child, session)
    if options.json {
      Output.say(noted.json)
    } else {
      Receipt(noted).say(noted.raised, in: session)
    }
  }

  private func note(_ kind: FactKind, _ ref: String, _ session: Session) throws -> SavedFact {
    let failure = "The fact was not saved"
    let (child, earlier) = try asking(failure) { () throws(StoreError) in
      guard let child = try session.store.child(ref: ref) else { throw .unknownChild }
      guard let corrects else { return (child, FactRecord?.none) }
      return (child, try session.store.fact(named: corrects, of: child))
    }
    // A correction keeps the day of what it mends unless another is given.
    let day = on ?? earlier?.date.iso
    let typed =
      words.isEmpty && isatty(0) == 1
      ? try FactQuestions.ask(kind, session: session)
      : try TypedFact(kind: kind, words: words, day: day, session: session)
    return try asking(failure) { () throws(StoreError) in
      try session.store.recordFact(
        typed.fact, of: child.id, correcting: earlier?.id, at: session.now)
    }
  }
}

extension CaseStore {
  /// The fact of a receipt or an id.
  /// - Throws: `unknownFact` when the child has none, or more than one.
  func fact(named text: String, of child: Child) throws(StoreError) -> FactRecord {
    let facts = try caseFile(of: child.id).record.facts
    let typed = text.lowercased()
    let matching = facts.filter {
      $0.id.description.hasPrefix(typed) || $0.id.receipt == typed
    }
    guard matching.count == 1, typed.count >= 4 else { throw .unknownFact }
    return matching[0]
  }
}

extension FactKind {
  /// The kind of an id or a title.
  /// - Throws: 64 with every kind that there is.
  static func named(_ name: String) throws(CommandError) -> FactKind {
    guard let kind = FactKind.of(name) else {
      let words = FactFault.unknownKind.words
      throw CommandError(.usage, "\(words.prefix(1).uppercased())\(words.dropFirst()).")
    }
    return kind
  }
}
