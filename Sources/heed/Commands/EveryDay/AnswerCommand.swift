import ArgumentParser
import Records
import Reports
import Storage

/// `heed answer`: answers a flag.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answers a flag: escalates, or says why not. There is no dismiss.",
    discussion: """
      A flag is named by its id, by the beginning of its id, or by CHILD:RULE. A promised rung that \
      is not held by its day returns to the list; a decision breaks open on a new injury, adult, \
      missed visit or concern. An answer that stands is followed by another only with --instead \
      --because; every answer stays on record.
      """)

  @Argument(help: "The flag.")
  var flag: String

  @Option(help: ArgumentHelp("The rung that will be held.", valueName: "rung"))
  var escalate: Rung?

  @Option(help: ArgumentHelp("Who sees to it (default: you).", valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp("By when (default: the next working day).", valueName: "date"))
  var due: DayArgument?

  @Option(help: ArgumentHelp("Why not to escalate.", valueName: "reason"))
  var decide: DecisionReason?

  @Option(help: ArgumentHelp("The reason in words.", valueName: "text"))
  var because: String?

  @Option(help: ArgumentHelp("What would change this decision.", valueName: "text"))
  var wouldChange: String?

  @Option(help: ArgumentHelp("When it is looked at again.", valueName: "date"))
  var reviewBy: DayArgument?

  @ArgumentParser.Flag(help: "Answer instead of an answer that stands; say why with --because.")
  var instead = false

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard (escalate == nil) != (decide == nil) else {
      throw ValidationError("Give either --escalate RUNG or --decide REASON.")
    }
    if decide != nil {
      guard let because, let wouldChange, reviewBy != nil, Typed.isClean(because),
        Typed.isClean(wouldChange)
      else {
        throw ValidationError(
          "A decision needs --because, --would-change and --review-by, each with words.")
      }
    }
    if instead, because == nil {
      throw ValidationError("--instead needs --because: say why this answer is to stand instead.")
    }
    for text in [owner, because].compactMap({ $0 }) where !Typed.isClean(text) {
      throw ValidationError("A text is empty or holds a control character: type it again.")
    }
  }

  private var typed: TypedAnswer {
    TypedAnswer(
      escalate: escalate, owner: owner, due: due?.day, decide: decide, because: because,
      wouldChange: wouldChange, reviewBy: reviewBy?.day)
  }

  func run() throws {
    let session = try options.open()
    let failure = "The flag was not answered"
    let entry = try asking(failure) { () throws(StoreError) in
      try session.store.flag(named: flag)
    }
    let decision = try typed.decision(on: entry.flag, in: session)
    if !instead { try refuseAnswered(entry.flag, at: session.now) }
    let answered = try asking(failure) { () throws(StoreError) in
      try session.store.answer(
        entry.flag.id, decision, replacing: instead ? entry.flag.answer?.id : nil, finishing: nil,
        at: session.now)
    }
    options.say(AnsweredReport(answered, in: session.context))
  }

  /// - Throws: 65 when the flag has an answer that stands, with who gave it and until when it holds.
  private func refuseAnswered(_ flag: Records.Flag, at now: Instant) throws(CommandError) {
    guard flag.isAnswered(at: now), let answer = flag.answer else { return }
    throw CommandError(
      .dataWrong,
      """
      \(flag.rule) is answered already, by \(answer.answeredBy) on \
      \(answer.answeredAt.londonDay.shortWithYear) until \(answer.holdsUntil.londonDay.shortWithYear); heed \
      flags says how. To answer it otherwise use --instead --because TEXT.
      """)
  }
}

extension CaseStore {
  /// The flag of an id, of the only id that begins so, or of a child and a rule: `C0417:R01`.
  /// - Throws: `unknownFlag` when there is none, or more than one.
  func flag(named text: String) throws(StoreError) -> FlagEntry {
    let entries = try flags(includingCleared: true)
    let parts = text.split(separator: ":")
    if parts.count > 1, let rule = parts.last {
      let ref = text.dropLast(rule.count + 1)
      let named = entries.filter {
        $0.flag.cleared == nil && $0.child.ref == ref
          && $0.flag.rule.description.lowercased() == rule.lowercased()
      }
      guard named.count == 1 else { throw .unknownFlag }
      return named[0]
    }
    let typed = text.lowercased()
    let matching = entries.filter { $0.id.description.hasPrefix(typed) }
    guard matching.count == 1, typed.count >= 4 else { throw .unknownFlag }
    return matching[0]
  }
}
