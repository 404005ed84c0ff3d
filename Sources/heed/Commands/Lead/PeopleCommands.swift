import ArgumentParser
import Records
import Reports
import Storage

/// `heed people`: who uses the store.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Lists who uses this store, or adds somebody.",
    discussion: """
      Without a name it lists. A person is known by the account under which they log in; the role, \
      in your authority's own title, says what they may sign.
      """)

  @Argument(help: ArgumentHelp("The name of somebody to add.", valueName: "name"))
  var name: String?

  @Option(help: "Their role, in your authority's title.")
  var role: String?

  @Option(help: "The account under which they log in.")
  var account: String?

  @Option(help: "Their agency (default: social care).")
  var agency: String?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard let name else { return }
    guard let role, let account, [name, role, account].allSatisfy(Typed.isClean) else {
      throw ValidationError("Somebody new needs --role and --account, each with words.")
    }
  }

  func run() throws {
    let session = try options.open()
    let failure = "The list of people can't be used"
    guard let name, let role, let account else {
      let people = try asking(failure) { () throws(StoreError) in try session.store.people() }
      return options.say(PeopleReport(people))
    }
    var mint = IdentifierMint()
    let sector = agency.flatMap { Sector(rawValue: $0.lowercased()) }
    let theirs =
      sector.map { Agency($0) } ?? agency.map { Agency(.other, name: $0) } ?? Agency(.socialCare)
    let person = Person(
      id: mint.next(at: session.now), name: name, role: Role(role), agency: theirs,
      account: account)
    try asking(failure) { () throws(StoreError) in try session.store.add(person) }
    Output.say(
      "Added \(name). They set their secret themselves: heed secret --account \(account).")
  }
}

/// `heed secret`: sets the secret with which one signs.
struct SecretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Sets your own secret, with which you sign decisions.",
    discussion: """
      Where two people share a store on one machine, the second types theirs with --account. The audit \
      log keeps under which login it was set.
      """)

  @Option(help: "Your account, where another has logged in.")
  var account: String?

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let mine = account ?? Environment.account
    let people = try asking("The list of people can't be used") { () throws(StoreError) in
      try session.store.people()
    }
    guard let me = people.first(where: { $0.account == mine }) else {
      throw CommandError(
        .notPermitted, "This store does not know that account; heed people adds it.")
    }
    let failure = "The secret was not set"
    let hasOld = try asking(failure) { () throws(StoreError) in
      try session.store.hasSecret(mine)
    }
    let old = hasOld ? try SecretPrompt.ask("The secret that you have: ") : ""
    let new = try SecretPrompt.ask("The new secret, \(SecretPrompt.shortest) characters or more: ")
    guard new.count >= SecretPrompt.shortest else {
      throw CommandError(.dataWrong, "That is too short; nothing was changed.")
    }
    guard new.utf8.count <= SecretPrompt.longest else {
      throw CommandError(.dataWrong, "That is too long; nothing was changed.")
    }
    guard try SecretPrompt.ask("Again: ") == new else {
      throw CommandError(.dataWrong, "The two differ; nothing was changed.")
    }
    try asking(failure) { () throws(StoreError) in
      try session.store.setSecret(
        of: me.account, from: old.isEmpty ? nil : old, to: new, at: session.now)
    }
    Output.say("Set. You sign with it; nobody can read it.")
  }
}

/// `heed sign`: signs another's decision.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Signs a decision not to escalate, with the signer's own secret.",
    discussion: """
      The signer types their secret themselves, here with --account or under their own login. Until \
      then the flag stays open.
      """)

  @Argument(help: "The flag: its id, the beginning of it, or CHILD:RULE.")
  var flag: String

  @Option(help: "The signer's account (default: your own).")
  var account: String?

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let signer = account ?? Environment.account
    let failure = "The decision was not signed"
    let entry = try asking(failure) { () throws(StoreError) in
      try session.store.flag(named: flag)
    }
    guard let answer = entry.flag.answer, answer.awaitsSignature else {
      throw CommandError(StoreError.impossibleAnswer(.nothingToSign), doing: failure)
    }
    Output.say([entry.flag.sentence(in: session.context), answer.sentence])
    let secret = try SecretPrompt.ask(of: signer)
    let signed = try asking(failure) { () throws(StoreError) in
      try session.store.sign(
        entry.id, answer: answer.id, by: .secret(account: signer, secret: secret), at: session.now)
    }
    Output.say(AnsweredReport(signed, in: session.context).lines)
  }
}
