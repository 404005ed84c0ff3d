import ArgumentParser
import Records
import Reports
import Storage

/// `heed facts`: what is recorded beside a child's contacts.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Lists what is recorded beside a child's contacts, each matter with its history.")

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @Argument(help: ArgumentHelp("Only this kind.", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "Only what is to be done by a day and is not done yet: soonest first, or latest.",
      valueName: "order"))
  var due: DueOrder?

  @OptionGroup var options: StoreOptions

  func run() throws {
    let wanted = try kind.map { name throws(CommandError) in try FactKind.named(name) }
    let session = try options.open()
    let file = try asking("The facts can't be read") { () throws(StoreError) in
      let reading = try session.forReading(asOf: options.asOf?.moment, child: child)
      guard let found = try reading.store.child(ref: child) else { throw .unknownChild }
      return try reading.store.caseFile(of: found.id)
    }
    let matters = Matter.matters(in: file.record.facts)
      .filter { wanted == nil || $0.kind == wanted }
      .ordered(by: due)
    try session.logAccess(.opened(file.id))
    options.say(FactsReport(matters, isOfDue: due != nil))
  }
}

/// In which order what is due is listed.
enum DueOrder: String, CaseIterable, ExpressibleByArgument {
  case soonest, latest
}

extension [Matter] {
  /// All of them as they began, or, in an order, those that are due by their days.
  fileprivate func ordered(by order: DueOrder?) -> [Matter] {
    guard let order else { return self }
    let due = compactMap { matter in matter.owedBy.map { (day: $0, matter: matter) } }
    let isSoonest = order == .soonest
    return due.sorted { isSoonest ? $0.day < $1.day : $0.day > $1.day }.map(\.matter)
  }
}
