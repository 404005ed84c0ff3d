import ArgumentParser
import Records
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
    let matters: [Matter]
    let about: Identifier
    do throws(StoreError) {
      let reading = try session.forReading(asOf: options.asOf?.moment, child: child)
      guard let found = try reading.store.child(ref: child) else { throw .unknownChild }
      about = found.id
      matters = Matter.matters(in: try reading.store.caseFile(of: found.id).record.facts)
        .filter { wanted == nil || $0.kind == wanted }
        .ordered(by: due)
    } catch {
      throw CommandError(error, doing: "The facts can't be read")
    }
    try session.note(.opened(about))
    if options.json {
      Output.raw(JSON.array(matters.map(\.json)).written + "\n")
      return
    }
    if matters.isEmpty {
      Output.say(due == nil ? "Nothing is recorded beside the contacts." : "Nothing is due.")
    }
    for matter in matters { matter.say() }
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

extension Matter {
  fileprivate var json: JSON {
    .object([
      ("kind", .string(kind.id)), ("since", .day(date)), ("closed", .bool(isClosed)),
      ("in_error", .bool(isInError)), ("due", .day(owedBy)),
      ("facts", .array(records.map(\.json))),
    ])
  }

  fileprivate func say() {
    Output.say("\(kind.title)\(isInError ? " (entered in error)" : "")")
    for record in records {
      let fields = record.fact.texts.map { "\($0.field.label): \($0.text)" }.joined(separator: "; ")
      Output.say(
        """
          \(record.date.shortWithYear)  \(record.fact.step.name)\(fields.isEmpty ? "" : " – ")\
        \(fields) [\(record.id.receipt), \(record.recordedBy)]
        """)
    }
  }
}

extension FactRecord {
  fileprivate var json: JSON {
    .object([
      ("id", .string(id.description)), ("day", .day(date)), ("step", .string(fact.step.name)),
      ("recorded_at", .string(recordedAt.iso)), ("recorded_by", .string(recordedBy)),
      ("contact", .text(contact?.description)),
      ("fields", fieldsJSON),
    ])
  }

  /// What each filled field says, under its name.
  var fieldsJSON: JSON { .object(fact.texts.map { ($0.field.name, .string($0.text)) }) }
}
