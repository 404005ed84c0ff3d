import ArgumentParser
import Flags
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

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard [rule != nil, toml, check != nil].count(where: { $0 }) <= 1 else {
      throw ValidationError("Give a rule, --toml or --check: one of them.")
    }
    if toml, options.json { throw ValidationError("Give --toml or --json: one of them.") }
  }

  func run() throws {
    if toml {
      let known = Judgement.calendar.bankHolidays
      Output.raw(Judgement.parameters.toml(leavingOut: known))
    } else if let check {
      let defaults = Parameters(calendar: Judgement.calendar)
      let changes = RulebookChanges(
        old: defaults, new: try RulebookFile.parameters(at: check, over: defaults))
      if options.json { Output.raw(changes.json.written + "\n") } else { changes.say() }
    } else {
      try list()
    }
  }

  private func list() throws {
    let wanted = rule?.lowercased()
    let rules = FlagRule.all.filter { rule in
      wanted == nil || rule.id.description.lowercased() == wanted || rule.name == wanted
    }
    guard !rules.isEmpty else {
      throw Complaint(
        .usage,
        "There is no such rule; there are \(FlagRule.all.map(\.id.description).joined(separator: ", "))."
      )
    }
    let ledger = ledger()
    if options.json {
      Output.raw(JSON.array(rules.map { $0.json(ledger?[$0.id] ?? [:]) }).written + "\n")
      return
    }
    for rule in rules { rule.say(isFull: wanted != nil, ledger.map { $0[rule.id] ?? [:] }) }
  }

  /// How often each rule was raised and how that stands, by state; nil without a store, which the
  /// catalogue does not need.
  private func ledger() -> [RuleID: [Records.Flag.State: Int]]? {
    guard let session = try? options.open(),
      let entries = try? session.store.flags(includingCleared: true)
    else { return nil }
    var ledger: [RuleID: [Records.Flag.State: Int]] = [:]
    for entry in entries {
      let state = entry.flag.state(at: session.now, calendar: Judgement.calendar)
      ledger[entry.flag.rule, default: [:]][state, default: 0] += 1
    }
    return ledger
  }
}

extension FlagRule {
  fileprivate func json(_ ledger: [Records.Flag.State: Int]) -> JSON {
    .object([
      ("rule", .string(id.description)), ("rule_name", .string(name)), ("words", .string(words)),
      ("version", .number(version)), ("logic", .string(logic(Judgement.parameters))),
      ("source", .string(source)), ("false_positives", .string(falsePositives)),
      ("good_answer", .string(goodAnswer)), ("signs", .string(signs.title)),
      ("clearing_rung", .word(clearingRung)), ("raised", .number(ledger.values.reduce(0, +))),
      (
        "states",
        .object(
          Records.Flag.State.allCases.map { ($0.rawValue, .number(ledger[$0] ?? 0)) })
      ),
      ("parameters", .array(Setting.of(id).map { $0.json(Judgement.parameters) })),
    ])
  }

  fileprivate func say(isFull: Bool, _ ledger: [Records.Flag.State: Int]?) {
    Output.say("\(id) \(name)")
    Output.say("  \(words)")
    if isFull {
      Output.say("  Exactly: \(logic(Judgement.parameters))")
      Output.say("  Source: \(source)")
      Output.say("  Often not it: \(falsePositives)")
      Output.say("  A good answer: \(goodAnswer)")
    }
    Output.say("  Answered by \(clearingRung.written) or higher; signs: \(signs.title).")
    let settings = isFull ? Setting.of(id) : []
    if !settings.isEmpty { Output.say("  Thresholds:") }
    for setting in settings { setting.say(Judgement.parameters) }
    if let ledger {
      let states = Records.Flag.State.allCases.compactMap { state in
        ledger[state].map { "\($0) \(state.rawValue)" }
      }
      Output.say(
        "  Raised \(times(ledger.values.reduce(0, +)))\(states.isEmpty ? "" : ": ")"
          + states.joined(separator: ", ") + ".")
    }
    Output.say("")
  }

  private func times(_ count: Int) -> String {
    count == 0 ? "never yet" : count == 1 ? "once" : "\(count) times"
  }
}
