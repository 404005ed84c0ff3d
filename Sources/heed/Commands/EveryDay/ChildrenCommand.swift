import ArgumentParser
import Records
import Storage

/// `heed children`: the children, searchable.
struct ChildrenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "children",
    abstract: "Lists the children by reference, name, worker, address or words of a note.")

  @Argument(help: "Words, each of which may be the beginning of one.")
  var query: [String] = []

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let lines: [CaseLine]
    do {
      let reading = try session.forReading(asOf: options.asOf?.moment)
      lines = try reading.store.cases(.matching(query.joined(separator: " ")))
    } catch {
      throw CommandError(error, doing: "The children can't be read")
    }
    try session.note(.searched)
    if options.json {
      Output.raw(JSON.array(lines.map(\.json)).written + "\n")
      return
    }
    lines.say(on: session.today)
  }
}

extension CaseLine {
  fileprivate var json: JSON {
    .object([
      ("ref", .string(child.ref)), ("name", .text(child.name)),
      ("date_of_birth", .day(child.dateOfBirth)), ("plan", .word(summary.status)),
      ("worker", .text(child.worker)), ("household", .text(child.household)),
      ("last_seen", .day(summary.lastSeen)), ("contacts", .number(summary.contacts)),
      ("contacts_since_escalation", .number(summary.contactsSinceEscalation)),
      ("agencies_since_escalation", .number(summary.agenciesSinceEscalation)),
      (
        "last_escalation",
        summary.lastEscalation.map { held in
          .object([("date", .day(held.date)), ("level", .word(held.rung))])
        } ?? .null
      ),
      ("flags", .number(flags.count)),
    ])
  }

  fileprivate func sentence(on day: CalendarDate) -> String {
    var parts = ["\(child.displayName) (\(child.ref))"]
    if let age = Age(bornOn: child.dateOfBirth, on: day) { parts.append(age.written) }
    if let status = summary.status { parts.append(status.written) }
    if let worker = child.worker { parts.append("worker \(worker)") }
    parts.append(
      summary.lastSeen.map { "last seen \($0.shortWithYear)" } ?? "never recorded as seen")
    parts.append(
      flags.isEmpty ? "no rule has fired" : Records.counted(flags.count, "flag"))
    return parts.joined(separator: ", ") + "."
  }
}

extension [CaseLine] {
  /// Each child in a sentence.
  func say(on day: CalendarDate) {
    if isEmpty { Output.say("No child matches.") }
    for line in self { Output.say(line.sentence(on: day)) }
  }
}
