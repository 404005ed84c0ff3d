import ArgumentParser
import Records
import Storage

/// `heed hold`: holds records against removal, and lifts holds.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Holds a record, or all of them, against removal: for a claim or an inquiry.",
    discussion: """
      Without --because it lists the holds. A hold is lifted by a team manager or above, who types \
      their own secret and has proposed nothing that it stands in the way of; it stays on record with \
      who lifted it and why.
      """)

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String?

  @ArgumentParser.Flag(help: "Hold every record of the store.")
  var everything = false

  @Option(help: ArgumentHelp("The hold to lift.", valueName: "hold"))
  var lift: String?

  @Option(help: ArgumentHelp("Why, without anybody's name.", valueName: "text"))
  var because: String?

  @Option(help: "The account of whoever lifts it (default: your own).")
  var account: String?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    let given = [child != nil, everything, lift != nil].count { $0 }
    guard given <= 1 else {
      throw ValidationError("Give one of a child, --everything and --lift.")
    }
    if because != nil { try options.refuseAsOf() }
    guard (given == 1) == (because != nil), because.map(Typed.isClean) ?? true else {
      throw ValidationError("A hold is set and lifted with --because and words.")
    }
  }

  func run() throws {
    let session = try options.open()
    if let lift, let because { return try self.lift(lift, because, in: session) }
    try session.note(.listed)
    do throws(StoreError) {
      guard let because else { return try list(session) }
      var held: Child?
      if let child {
        held = try session.store.child(ref: child)
        if held == nil { throw .unknownChild }
      }
      let hold = try session.store.hold(
        held?.id, because: because, at: session.now)
      Output.say("Held: \(hold.id.receipt). Nothing of it is destroyed until the hold is lifted.")
    } catch {
      throw CommandError(error, doing: "The holds can't be used")
    }
  }

  private func lift(_ text: String, _ because: String, in session: Session) throws {
    let lifter = account ?? Environment.account
    do {
      let hold = try session.store.hold(named: text)
      let secret = try SecretPrompt.ask(of: lifter)
      try session.store.lift(
        hold.id, because: because, by: .secret(account: lifter, secret: secret), at: session.now)
      Output.say("Lifted.")
    } catch let error as StoreError {
      throw CommandError(error, doing: "The hold was not lifted")
    }
  }

  private func list(_ session: Session) throws(StoreError) {
    let holds = try session.store.holds()
    let refs = Dictionary(
      try session.store.cases(.matching("")).map { ($0.id, $0.child.ref) },
      uniquingKeysWith: { first, _ in first })
    if options.json {
      Output.raw(JSON.array(holds.map { $0.json(refs) }).written + "\n")
      return
    }
    for hold in holds { Output.say(hold.sentence(refs)) }
    if holds.isEmpty { Output.say("No record is held.") }
  }
}

extension CaseStore {
  /// The hold of an id, of the only id that begins so, or of a receipt.
  /// - Throws: `impossibleRemoval(.unknownHold)` when there is none, or more than one.
  fileprivate func hold(named text: String) throws(StoreError) -> LegalHold {
    guard let hold = try holds().filter({ $0.lifted == nil }).named(text) else {
      throw .impossibleRemoval(.unknownHold)
    }
    return hold
  }
}

extension LegalHold {
  fileprivate func subject(_ refs: [Identifier: String]) -> String {
    child.map { refs[$0] ?? "a child" } ?? "every record"
  }

  func sentence(_ refs: [Identifier: String]) -> String {
    let lifting =
      lifted.map {
        " Lifted \($0.at.londonDay.shortWithYear) by \($0.by): \($0.because.endingOnce)"
      } ?? ""
    return """
      \(id.receipt): \(subject(refs)), held since \(setAt.londonDay.shortWithYear) by \(setBy): \
      \(because.endingOnce)\(lifting)
      """
  }

  fileprivate func json(_ refs: [Identifier: String]) -> JSON {
    .object([
      ("id", .string(id.description)), ("child", .text(child.flatMap { refs[$0] })),
      ("everything", .bool(child == nil)), ("because", .string(because)), ("by", .string(setBy)),
      ("since", .string(setAt.iso)), ("lifted_at", .text(lifted?.at.iso)),
      ("lifted_by", .text(lifted?.by)), ("lifted_because", .text(lifted?.because)),
    ])
  }
}
