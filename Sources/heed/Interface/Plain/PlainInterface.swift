import Flags
import Glibc
import Records
import Reports
import Storage

/// Heed without cursor movement or drawing: the flagged list as sentences, then numbered prompts.
///
/// Without somebody to type, the list is all.
struct PlainInterface {
  let store: any CaseStore
  let me: Person
  let clock: @Sendable () -> Instant
  let parameters: Parameters

  private enum Choice: String, CaseIterable {
    case read = "Read a child's chronology"
    case find = "Find a child"
    case log = "Log a visit or another contact"
    case answer = "Answer a flag"
    case newest = "Read the newest contacts of all children"
    case agencies = "Agencies and professionals"
    case flagged = "The flagged list again"
    case search = "Search the notes of all children"
    case add = "Add to a child's record"
    case amend = "Amend a contact"
    case sign = "Sign a decision"
    case pictures = "A child's months in figures"
    case rules = "The rules"
  }

  private static let newestContacts = 20

  /// - Throws: why the list can't be read.
  func run() throws {
    try sayFlagged()
    guard isatty(0) == 1 else { return }
    while true {
      Output.say("")
      Prompt.number(Choice.allCases.map(\.rawValue))
      Output.say("  q  Leave")
      guard let typed = Prompt.line("Choose 1 to \(Choice.allCases.count), or q: "),
        typed.lowercased() != "q"
      else { return }
      guard let choice = Prompt.picked(typed, of: Choice.allCases) else { continue }
      do {
        try take(choice)
      } catch let complaint as CommandError {
        if complaint.status == .interrupted { return }
        Output.complain(complaint.sentence)
      } catch let error as StoreError {
        Output.complain(CommandError(error, doing: "That can't be done").sentence)
      }
    }
  }

  private var session: Session {
    Session(store: store, now: clock(), me: me, parameters: parameters)
  }

  /// Writes into the audit log what is about to be read.
  private func remember(_ access: Access) throws(CommandError) { try session.logAccess(access) }

  private func take(_ choice: Choice) throws {
    let session = session
    switch choice {
    case .read:
      let file = try store.caseFile(of: try child().id)
      let contacts = Array(file.record.contacts().reversed())
      Output.say(ChronologyPage(file: file, contacts: contacts, in: session.context).lines)
    case .find:
      try remember(.searched)
      let found = try store.cases(.matching(try Prompt.answer("Words: ")))
      Output.say(ChildrenReport(found, on: session.today).lines)
    case .log:
      let child = try child()
      let typed = try LogQuestions.ask(about: child, session: session)
      let facts = try LoggedFacts.read(typed, about: child, in: session)
      try session.log(facts, of: child).say(in: session)
    case .answer:
      let entry = try store.flag(
        named: try Prompt.answer("The child and the rule, such as C0417:R01: "))
      var earlier: Identifier?
      if entry.flag.isAnswered(at: session.now), let answer = entry.flag.answer {
        Output.say("It is answered already. " + answer.sentence)
        guard try Prompt.answer("Answer it instead of that? (yes, no): ").lowercased() == "yes"
        else { return }
        earlier = answer.id
      }
      let decision = try AnswerQuestions.ask(
        about: entry.flag, isInstead: earlier != nil, in: session)
      let answered = try store.answer(
        entry.id, decision, replacing: earlier, finishing: nil, at: session.now)
      Output.say(AnsweredReport(answered, in: session.context).lines)
    case .newest:
      try remember(.listed)
      for entry in try store.log(after: nil, limit: PlainInterface.newestContacts) {
        let facts = entry.contact.facts
        Output.say(
          """
          \(facts.date.shortWithWeekday): \(entry.child.displayName) (\(entry.child.ref)), \
          \(facts.kind.rawValue), \(facts.agency.written).
          """)
      }
    case .agencies: Output.say(AgenciesReport(try store.agencies(on: session.today)).lines)
    case .flagged: try sayFlagged()
    case .search:
      try remember(.searched)
      try PlainTasks.search(in: session)
    case .add: try PlainTasks.add(to: try child(), in: session)
    case .amend: try PlainTasks.amend(about: try child(), in: session)
    case .sign: try PlainTasks.sign(in: session)
    case .pictures: try PlainTasks.pictures(of: try child(), in: session)
    case .rules: try PlainTasks.rules(in: session)
    }
  }

  private func sayFlagged() throws(CommandError) {
    try remember(.listed)
    do {
      let session = session
      _ = try LongWork.run("Judging what time has changed") { progress throws(StoreError) in
        try store.refresh(to: session.now, progress: progress)
      }
      Output.say(FlagsReport(try session.listed(), in: session.context).lines)
    } catch {
      throw CommandError(error, doing: "The list can't be read")
    }
  }

  private func child() throws -> Child {
    guard let child = try store.child(ref: try Prompt.answer("The child's reference: ")) else {
      throw StoreError.unknownChild
    }
    try remember(.opened(child.id))
    return child
  }
}
