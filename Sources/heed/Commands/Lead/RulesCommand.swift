import ArgumentParser
import Flags
import Glibc
import Records
import Rulebook
import Storage

/// `heed rules`: the catalogue of rules, and how each was answered so far.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules in plain words with their sources, and how each was answered.")

  @Argument(help: "Only this rule: R03, or its name.")
  var rule: String?

  @ArgumentParser.Flag(help: "Print every threshold in force as TOML, to keep and to change.")
  var toml = false

  @Option(
    help: ArgumentHelp("Say what this rulebook changes, or what is wrong in it.", valueName: "file")
  )
  var check: String?

  @Option(
    help: ArgumentHelp(
      "List who would have gained or lost a flag over the past year by this rulebook.",
      valueName: "file"))
  var rehearse: String?

  @Option(
    help: ArgumentHelp(
      "Judge by this rulebook from now on; the ones before stay on record.", valueName: "file"))
  var adopt: String?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard
      [rule != nil, toml, check != nil, rehearse != nil, adopt != nil].count(where: { $0 }) <= 1
    else {
      throw ValidationError("Give a rule, --toml, --check, --rehearse or --adopt: one of them.")
    }
    if toml, options.json { throw ValidationError("Give --toml or --json: one of them.") }
  }

  func run() throws {
    if toml {
      let known = Judgement.calendar.bankHolidays
      Output.raw((try inForce()?.parameters ?? Judgement.parameters).toml(leavingOut: known))
    } else if let check {
      let defaults = Parameters(calendar: Judgement.calendar)
      let changes = RulebookChanges(
        old: defaults, new: try RulebookFile.parameters(at: check, over: defaults))
      if options.json { Output.raw(changes.json.written + "\n") } else { changes.say() }
    } else if let rehearse {
      try rehearsal(of: rehearse)
    } else if let adopt {
      try adoption(of: adopt)
    } else {
      try list()
    }
  }

  private func rehearsal(of path: String) throws {
    let session = try options.open()
    // As it would be adopted: what it leaves out is as by default.
    let changed = try RulebookFile.parameters(at: path, over: Judgement.parameters)
    do throws(StoreError) {
      let report = try RehearsalReport(session: session, to: changed)
      if options.json { Output.raw(report.json.written + "\n") } else { report.say() }
    } catch {
      throw CommandError(error, doing: "The rulebook was not rehearsed")
    }
  }

  /// Adopts a rulebook and judges every child again by it; the days before were the former's.
  private func adoption(of path: String) throws {
    let session = try options.open()
    let adopted = try RulebookFile.parameters(at: path, over: Judgement.parameters)
    do throws(StoreError) {
      _ = try rescan(session)
      let known = Judgement.calendar.bankHolidays
      try session.store.adopt(
        edition: adopted.edition, text: adopted.toml(leavingOut: known), at: session.now)
    } catch {
      throw CommandError(error, doing: "The rulebook was not adopted")
    }
    let reopened = try options.open()
    do throws(StoreError) {
      let report = try rescan(reopened)
      Output.say(
        """
        Adopted "\(adopted.edition)". \(counted(report.flagsRaised, "flag")) raised, \
        \(report.flagsCleared) cleared.
        """)
      for change in report.changes { Output.say(change.written) }
    } catch {
      throw CommandError(error, doing: "The children were not evaluated; heed rescan does it")
    }
  }

  private func rescan(_ session: Session) throws(StoreError) -> RescanReport {
    try LongWork.run("Evaluating") { progress throws(StoreError) in
      try session.store.rescan(at: session.now, progress: progress)
    }
  }

  /// The store whose thresholds are in force; nil where there is none, and the defaults are.
  /// - Throws: 69 when there is a store and it can't be opened: what it judges by is not known then.
  private func inForce() throws(CommandError) -> Session? {
    guard access(try options.path(), F_OK) == 0 else { return nil }
    return try options.open()
  }

  private func list() throws {
    let wanted = rule?.lowercased()
    let rules = FlagRule.all.filter { rule in
      wanted == nil || rule.id.description.lowercased() == wanted || rule.name == wanted
    }
    guard !rules.isEmpty else {
      throw CommandError(
        .usage,
        "There is no such rule; there are \(FlagRule.all.map(\.id.description).joined(separator: ", "))."
      )
    }
    let opened = try inForce()
    let session = try opened?.reading(asOf: options.asOf?.moment)
    let parameters = session?.parameters ?? Judgement.parameters
    // The catalogue needs no store; where there is one it says how the rules have fared.
    let ledger = session.flatMap { try? $0.ledger() }
    if options.json {
      let items = rules.map { rule in
        rule.json(ledger.map { $0.rules[rule.id] ?? RuleLedger() }, parameters)
      }
      Output.raw(JSON.array(items).written + "\n")
      return
    }
    for rule in rules {
      rule.say(
        isFull: wanted != nil, ledger.map { $0.rules[rule.id] ?? RuleLedger() }, parameters)
    }
    if wanted == nil { ledger?.sayShares() }
  }
}

extension FlagRule {
  fileprivate func json(_ ledger: RuleLedger?, _ parameters: Parameters) -> JSON {
    .object([
      ("rule", .string(id.description)), ("rule_name", .string(name)), ("words", .string(words)),
      ("version", .number(version)), ("logic", .string(logic(parameters))),
      ("source", .string(source)), ("false_positives", .string(falsePositives)),
      ("good_answer", .string(goodAnswer)), ("signs", .string(signs.title)),
      ("clearing_rung", .word(clearingRung)), ("raised", .number(ledger?.raised ?? 0)),
      (
        "states",
        .object(
          Records.Flag.State.allCases.map { ($0.rawValue, .number(ledger?.states[$0] ?? 0)) })
      ),
      ("ledger", ledger?.json ?? .null),
      ("parameters", .array(Setting.of(id).map { $0.json(parameters) })),
    ])
  }

  fileprivate func say(isFull: Bool, _ ledger: RuleLedger?, _ parameters: Parameters) {
    Output.say("\(id) \(name)")
    Output.say("  \(words)")
    if isFull {
      Output.say("  Exactly: \(logic(parameters))")
      Output.say("  Source: \(source)")
      Output.say("  Often not it: \(falsePositives)")
      Output.say("  A good answer: \(goodAnswer)")
    }
    Output.say("  Answered by \(clearingRung.written) or higher; signs: \(signs.title).")
    let settings = isFull ? Setting.of(id) : []
    if !settings.isEmpty { Output.say("  Thresholds:") }
    for setting in settings { setting.say(parameters) }
    if let ledger, ledger.raised > 0 { Output.say("  \(ledger.sentences)") }
    Output.say("")
  }
}
