import ArgumentParser
import Records
import Reports
import Storage

/// `heed approve`: destroys what another person proposed.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approves a removal that another proposed, and destroys what it names.",
    discussion: """
      Whoever approves is a team manager or above and types their own secret. What is destroyed is \
      gone from the store, its index and its free space; backups made before still hold it.
      """)

  @Argument(help: ArgumentHelp("The removal's id or receipt.", valueName: "removal"))
  var removal: String

  @Option(help: "The account of whoever approves (default: your own).")
  var account: String?

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let approver = account ?? Environment.account
    let failure = "The approval did not go through"
    let proposed = try asking(failure) { () throws(StoreError) in
      try session.store.removal(named: removal)
    }
    Output.say(proposed.sentence)
    if proposed.refusal != nil {
      throw CommandError(StoreError.impossibleRemoval(.refused), doing: failure)
    }
    if proposed.isOpen {
      let preview = try asking(failure) { () throws(StoreError) in
        try self.preview(of: proposed, in: session)
      }
      Output.say(preview.lines)
    }
    let secret = try SecretPrompt.ask(of: approver)
    let approved = try asking(failure) { () throws(StoreError) in
      try session.store.approve(
        proposed.id, by: .secret(account: approver, secret: secret), at: session.now)
    }
    options.say(approved)
    sayCopies(beside: session.access)
  }
}

/// `heed refuse`: sees to it that what somebody proposed is never approved.
struct RefuseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Refuses a removal that nobody has approved, or takes your own proposal back.",
    discussion: """
      Whoever proposed it may, and a team manager or above. It stays listed as refused, and can be \
      proposed anew.
      """)

  @Argument(help: ArgumentHelp("The removal's id or receipt.", valueName: "removal"))
  var removal: String

  @Option(help: ArgumentHelp("Why it is not to be destroyed.", valueName: "text"))
  var because: String

  @OptionGroup var options: StoreOptions

  func validate() throws {
    try options.refuseAsOf()
    guard Typed.isClean(because) else {
      throw ValidationError("Say in words, with --because, why it is not to be destroyed.")
    }
  }

  func run() throws {
    let session = try options.open()
    let refused = try asking("Nothing was refused") { () throws(StoreError) in
      try session.store.refuse(
        try session.store.removal(named: removal).id, because: because, at: session.now)
    }
    options.say(refused)
  }
}

extension ApproveCommand {
  func validate() throws { try options.refuseAsOf() }

  /// What would go, and which holds once stood in the way.
  private func preview(
    of removal: Removal, in session: Session
  ) throws(StoreError) -> RemovalPreview {
    session.store.remember(.opened(removal.child))
    return RemovalPreview(
      removal, from: try session.store.caseFile(of: removal.child),
      holds: try session.store.holds())
  }

  /// Names the copies that Heed itself made beside the store before an update.
  private func sayCopies(beside access: StoreAccess?) {
    for copy in access?.copies ?? [] {
      Output.say("A copy from before an update still holds it: remove \(copy).")
    }
  }
}

extension CaseStore {
  /// The removal of an id, of the only id that begins so, or of a receipt.
  /// - Throws: `impossibleRemoval(.unknownRemoval)` when there is none, or more than one.
  fileprivate func removal(named text: String) throws(StoreError) -> Removal {
    guard let removal = try removals().named(text) else {
      throw .impossibleRemoval(.unknownRemoval)
    }
    return removal
  }
}
