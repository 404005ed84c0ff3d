import Flags
import Records
import Reports
import Screens
import Storage

/// Tasks of the interface where no screen is drawn, each asked line by line.
enum PlainTasks {
  /// Lines are as wide as this where nothing says how wide they may be.
  private static let columns = 78
  private static let mostHits = 20

  static func search(in session: Session) throws {
    let words = try Prompt.answer("Words: ")
    let hits = try session.store.search(words, limit: mostHits)
    if hits.isEmpty { Output.say("No note holds these words.") }
    for hit in hits {
      let facts = hit.entry.contact.facts
      Output.say(
        """
        \(facts.date.shortWithYear): \(hit.entry.child.displayName) (\(hit.entry.child.ref)), \
        \(facts.agency.written), \(facts.kind.rawValue): \
        \(hit.pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined(separator: " "))
        """)
    }
  }

  static func add(to child: Child, in session: Session) throws {
    Prompt.number(FactKind.all.map(\.title))
    let kind = try picked("What, 1 to \(FactKind.all.count): ", of: FactKind.all)
    let typed = try FactQuestions.ask(kind, session: session)
    let noted = try session.store.recordFact(
      typed.fact, of: child.id, correcting: nil, at: session.now)
    Receipt(noted).say(noted.raised, in: session)
  }

  static func amend(about child: Child, in session: Session) throws {
    let contacts = try session.store.caseFile(of: child.id).record.contacts().reversed()
    for contact in contacts.prefix(mostHits) {
      let facts = contact.facts
      Output.say(
        "  \(contact.id.receipt)  \(facts.date.shortWithYear), \(facts.kind.rawValue), \(facts.agency.written)"
      )
    }
    let name = try Prompt.answer("The contact's receipt: ")
    let contact = try session.store.contact(named: name, of: child)
    let change = try Prompt.answer("What changes, as column=value: ")
    let reason = try Prompt.answer("Why: ")
    guard Typed.isClean(reason) else {
      throw CommandError(.dataWrong, "Nothing was amended: say why, in words.")
    }
    try Amendment(contact: contact, child: child, changes: [change])
      .save(because: reason, in: session).say(in: session)
  }

  static func sign(in session: Session) throws {
    let entry = try session.store.flag(
      named: try Prompt.answer("The child and the rule, such as C0417:R01: "))
    guard let answer = entry.flag.answer, answer.awaitsSignature else {
      throw StoreError.impossibleAnswer(.nothingToSign)
    }
    Output.say(entry.flag.sentence(in: session.context))
    let typed = try Prompt.answer("Signer's account (empty: yours): ")
    let account = typed.isEmpty ? Environment.account : typed
    let secret = try SecretPrompt.ask(of: account)
    let signed = try session.store.sign(
      entry.id, answer: answer.id, by: .secret(account: account, secret: secret), at: session.now)
    Output.say(AnsweredReport(signed, in: session.context).lines)
  }

  static func pictures(of child: Child, in session: Session) throws {
    let file = try session.store.caseFile(of: child.id)
    for line in Pictures(file, on: session.today).lines(columns: columns) { Output.say(line) }
  }

  static func rules(in session: Session) throws {
    for rule in FlagRule.all { Output.say("\(rule.id) \(rule.name)") }
    let name = try Prompt.answer("Which one (empty: none): ").uppercased()
    guard let rule = FlagRule.all.first(where: { $0.id.description == name }) else { return }
    for line in [
      rule.words, "Exactly: \(rule.logic(session.parameters))", "Source: \(rule.source)",
      "Often not it: \(rule.falsePositives)", "A good answer: \(rule.goodAnswer)",
    ] { Output.say(line) }
  }

  private static func picked<Choice>(_ question: String, of choices: [Choice]) throws -> Choice {
    while true {
      if let choice = Prompt.picked(try Prompt.answer(question), of: choices) { return choice }
      Output.say("Type one of the numbers.")
    }
  }
}
