import ArgumentParser
import Records
import Reports
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
    try session.logAccess(.listed)
    let failure = "The holds can't be used"
    guard let because else {
      return options.say(
        try asking(failure) { () throws(StoreError) in try report(of: session) })
    }
    let hold = try asking(failure) { () throws(StoreError) in
      guard let child else { return try session.store.hold(nil, because: because, at: session.now) }
      guard let held = try session.store.child(ref: child) else { throw .unknownChild }
      return try session.store.hold(held.id, because: because, at: session.now)
    }
    Output.say("Held: \(hold.id.receipt). Nothing of it is destroyed until the hold is lifted.")
  }

  private func lift(_ text: String, _ because: String, in session: Session) throws {
    let lifter = account ?? Environment.account
    let failure = "The hold was not lifted"
    let hold = try asking(failure) { () throws(StoreError) in
      try session.store.hold(named: text)
    }
    let secret = try SecretPrompt.ask(of: lifter)
    try asking(failure) { () throws(StoreError) in
      try session.store.lift(
        hold.id, because: because, by: .secret(account: lifter, secret: secret), at: session.now)
    }
    Output.say("Lifted.")
  }

  private func report(of session: Session) throws(StoreError) -> HoldsReport {
    let refs = Dictionary(
      try session.store.cases(.matching("")).map { ($0.id, $0.child.ref) },
      uniquingKeysWith: { first, _ in first })
    return HoldsReport(try session.store.holds(), refs: refs)
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
