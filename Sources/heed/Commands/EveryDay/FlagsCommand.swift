import ArgumentParser
import Flags
import Records
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
    let every: [FlagEntry]
    let reading: Session
    do throws(StoreError) {
      if let child, try session.store.child(ref: child) == nil { throw StoreError.unknownChild }
      reading = try session.forReading(asOf: options.asOf?.moment, child: child)
      every = try reading.listed(includingCleared: all)
    } catch {
      throw CommandError(error, doing: "The flags can't be read")
    }
    try session.note(.listed)
    let entries = every.filter { entry in
      (band == nil || entry.flag.band == band) && (child == nil || entry.child.ref == child)
    }
    do throws(StoreError) {
      if options.json {
        Output.raw(try reading.json(of: entries).written + "\n")
      } else {
        FlaggedSentences.say(
          entries, among: every, try reading.answers(to: entries), in: reading)
      }
    } catch {
      throw CommandError(error, doing: "The flags can't be read")
    }
  }
}

extension Session {
  /// The flags in the order of the list.
  func listed(includingCleared: Bool = false) throws(StoreError) -> [FlagEntry] {
    FlaggedOrder.ordered(try store.flags(includingCleared: includingCleared), at: now)
  }
}

extension Session {
  /// Every answer ever given to flags, the newest first; nothing is asked of the store where no flag has
  /// one.
  func answers(to entries: [FlagEntry]) throws(StoreError) -> [Identifier: [Answer]] {
    guard entries.contains(where: { $0.flag.answer != nil }) else { return [:] }
    return Dictionary(grouping: try store.answers().reversed(), by: \.flag)
  }

  /// Flags as JSON, with all their answers.
  func json(of entries: [FlagEntry]) throws(StoreError) -> JSON {
    let answers = try answers(to: entries)
    return .array(entries.map { $0.json(in: self, answers: answers[$0.id]) })
  }
}

extension FlagsCommand {
  /// Every flag that stands, as JSON.
  static func list(_ session: Session, asOf moment: Instant?) throws(CommandError) {
    try session.note(.listed)
    do {
      let reading = try session.forReading(asOf: moment)
      Output.raw(try reading.json(of: reading.listed()).written + "\n")
    } catch {
      throw CommandError(error, doing: "The flags can't be read")
    }
  }
}

extension FlagEntry {
  /// The shape that the contract gives a flag.
  ///
  /// `answers` are all that were given to the flag, the newest first.
  func json(in session: Session, answers: [Answer]? = nil) -> JSON {
    let (now, calendar) = (session.now, session.calendar)
    let day = now.londonDay
    return .object([
      ("id", .string(flag.id.description)),
      ("child", .object([("ref", .string(child.ref)), ("name", .text(child.name))])),
      ("rule", .string(flag.rule.description)),
      ("rule_name", .string(FlagRule.named(flag.rule))),
      ("band", .word(flag.band)), ("band_since", .day(flag.bandSince)),
      ("raised_on", .day(flag.raisedOn)),
      ("would_have_been_raised_on", .day(flag.wouldHaveBeenRaisedOn)),
      ("reason", .string(flag.reason(on: day))),
      ("evidence", .array(flag.evidence.map(\.json))),
      ("state", .word(flag.state(at: now, calendar: calendar))),
      ("quiet_since", .day(flag.quietSince)),
      ("cleared_on", .day(flag.cleared?.date)),
      ("owner", .string(flag.owner(at: now, calendar: calendar).title)),
      ("due", .text(flag.due(calendar)?.iso)),
      ("answer", flag.answer?.json ?? .null),
      ("answers", .array((answers ?? flag.answer.map { [$0] } ?? []).map(\.json))),
    ])
  }
}

extension Answer {
  var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id.description)), ("by", .string(answeredBy)),
      ("at", .string(answeredAt.iso)),
    ]
    switch decision {
    case .escalate(let escalate):
      members += [
        ("escalate", .word(escalate.rung)), ("owner", .string(escalate.owner)),
        ("due", .day(escalate.due)), ("because", .text(escalate.because)),
      ]
    case .decide(let decide):
      members += [
        ("decide", .word(decide.reason)), ("because", .string(decide.because)),
        ("would_change", .string(decide.wouldChange)), ("review_by", .day(decide.reviewBy)),
      ]
    }
    members += [
      ("broken_open_at", .text(broken?.at.iso)), ("signer", .text(signer?.title)),
      ("signed_by", .text(signature?.name)), ("signed_at", .text(signature?.at.iso)),
      ("state", .string(state)),
    ]
    return .object(members)
  }
}

extension Answer {
  /// Where the answer itself stands; only a standing one covers its flag.
  private var state: String {
    if broken != nil { return "broken open" }
    return awaitsSignature ? "awaiting signature" : "standing"
  }
}
