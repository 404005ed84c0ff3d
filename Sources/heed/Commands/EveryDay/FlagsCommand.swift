import ArgumentParser
import Records
import Reports
import Storage

/// `heed flags`: the flagged list, most urgent first.
struct FlagsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flags", abstract: "Lists the flags that stand, most urgent first.")

  @Option(help: "Only this band: A act today, B this week, C next supervision, D record gap.")
  var band: Band?

  @Option(help: ArgumentHelp("Only this child.", valueName: "ref"))
  var child: String?

  @ArgumentParser.Flag(help: "Cleared flags too.")
  var all = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let failure = "The flags can't be read"
    let reading = try asking(failure) { () throws(StoreError) in
      if let child, try session.store.child(ref: child) == nil { throw .unknownChild }
      return try session.forReading(asOf: options.asOf?.moment, child: child)
    }
    let every = try asking(failure) { () throws(StoreError) in
      try reading.listed(includingCleared: all)
    }
    try session.logAccess(.listed)
    let entries = every.filter { entry in
      (band == nil || entry.flag.band == band) && (child == nil || entry.child.ref == child)
    }
    let answers = try asking(failure) { () throws(StoreError) in
      try reading.answers(to: entries)
    }
    options.say(FlagsReport(entries, among: every, answers, in: reading.context))
  }
}

extension Session {
  /// The flags in the order of the list.
  func listed(includingCleared: Bool = false) throws(StoreError) -> [FlagEntry] {
    FlaggedOrder.ordered(try store.flags(includingCleared: includingCleared), at: now)
  }

  /// Every answer ever given to flags, the newest first; nothing is asked of the store where no flag has
  /// one.
  func answers(to entries: [FlagEntry]) throws(StoreError) -> [Identifier: [Answer]] {
    guard entries.contains(where: { $0.flag.answer != nil }) else { return [:] }
    return Dictionary(grouping: try store.answers().reversed(), by: \.flag)
  }
}

extension FlagsCommand {
  /// Prints every flag that stands, as JSON.
  static func list(_ session: Session, asOf moment: Instant?) throws(CommandError) {
    try session.logAccess(.listed)
    let report = try asking("The flags can't be read") { () throws(StoreError) in
      let reading = try session.forReading(asOf: moment)
      let entries = try reading.listed()
      return FlagsReport(entries, try reading.answers(to: entries), in: reading.context)
    }
    Output.say(report.json)
  }
}
