import ArgumentParser
import Flags
import Glibc
import Records
import Reports
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
      options.say(
        RulebookChanges(
          from: defaults, to: try RulebookFile.parameters(at: check, over: defaults)))
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
    let records = try asking("The rulebook was not rehearsed") { () throws(StoreError) in
      try session.everyRecord(saying: "Rehearsing")
    }
    var rehearsal = Rehearsal(from: session.parameters, to: changed, at: session.now)
    for record in records { rehearsal.add(record) }
    let refs = Dictionary(
      records.map { ($0.child.id, $0.child.ref) }, uniquingKeysWith: { first, _ in first })
    options.say(RehearsalReport(rehearsal, refs: refs))
  }

  /// Adopts a rulebook and judges every child again by it; the days before were the former's.
  private func adoption(of path: String) throws {
    let session = try options.open()
    let adopted = try RulebookFile.parameters(at: path, over: Judgement.parameters)
    try asking("The rulebook was not adopted") { () throws(StoreError) in
      _ = try session.rescanned()
      let known = Judgement.calendar.bankHolidays
      try session.store.adopt(
        edition: adopted.edition, text: adopted.toml(leavingOut: known), at: session.now)
    }
    let reopened = try options.open()
    let failure = "The children were not evaluated; heed rescan does it"
    let report = try asking(failure) { () throws(StoreError) in try reopened.rescanned() }
    Output.say(report.lines(adopting: adopted.edition))
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
    options.say(
      RuleCatalogue(rules, isFull: wanted != nil, ledger: ledger, by: parameters))
  }
}

extension Session {
  /// The record of every child, with a progress line on a terminal.
  /// - Throws: why the store can't be read; `cancelled` when Ctrl-C was pressed.
  fileprivate func everyRecord(saying what: String) throws(StoreError) -> [CaseRecord] {
    try LongWork.run(what) { progress throws(StoreError) in
      let children = try store.cases(.matching("")).map(\.child)
      var records: [CaseRecord] = []
      for (index, child) in children.enumerated() {
        records.append(try store.caseFile(of: child.id).record)
        guard progress(index + 1, children.count) else { throw .cancelled }
      }
      return records
    }
  }
}
