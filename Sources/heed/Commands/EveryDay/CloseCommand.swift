import ArgumentParser
import Flags
import Records
import Storage

/// `heed close`: closes a case or steps it down, once no question is left open.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Closes a case or steps it down; open questions are shown first.",
    discussion: """
      While a question about the child is open, the step is only drafted, which flags it (R20). \
      Answer each question, or carry it along with --carry and an --owner, then close again.
      """)

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @Option(help: "The status that follows: closed, early help, cin, cp.")
  var to: PlanStatus = .closed

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var because: String

  @Option(
    help: ArgumentHelp("An open question that goes along, as it is listed.", valueName: "question"))
  var carry: [String] = []

  @Option(help: ArgumentHelp("Who sees to the questions that go along.", valueName: "name"))
  var owner: String?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard ([because] + carry + (owner.map { [$0] } ?? [])).allSatisfy(Typed.isClean) else {
      throw ValidationError("A text is empty or holds a control character: type it again.")
    }
    if !carry.isEmpty, owner == nil {
      throw ValidationError("A question that goes along needs an --owner.")
    }
  }

  func run() throws {
    let session = try options.open()
    try asking("\(child) was not closed") { () throws(StoreError) in
      guard let found = try session.store.child(ref: child) else { throw .unknownChild }
      if !carry.isEmpty { try draft(found, session) }
      for question in carry { try note("carried", found, session, question: question) }
      let left = try questions(of: found, session)
      guard left.isEmpty else {
        try draft(found, session)
        show(left)
        throw .openQuestions(left.count)
      }
      let recorded = try session.store.record(
        closing(session), child: found.id, at: session.now)
      if try isDrafted(found, session) { try note("done", found, session) }
      recorded.say(in: session)
    }
  }

  private func questions(of child: Child, _ session: Session) throws(StoreError) -> [OpenQuestion] {
    _ = try session.store.refresh(to: session.now)
    let file = try session.store.caseFile(of: child.id)
    return Evaluator(parameters: session.parameters)
      .openQuestions(in: file.record.chronology, flags: file.flags, at: session.now)
  }

  private func closing(_ session: Session) -> ContactFacts {
    var facts = ContactFacts(
      date: session.today, agency: session.me?.agency ?? Agency(.socialCare),
      kind: to == .closed ? .closure : .other)
    facts.time = session.now.london.time
    facts.professional = session.me?.name
    facts.role = session.me?.role.title
    facts.plan = to
    facts.outcome = because
    return facts
  }

  private func isDrafted(_ child: Child, _ session: Session) throws(StoreError) -> Bool {
    let facts = try session.store.caseFile(of: child.id).record.facts
    return Matter.matters(in: facts).contains {
      $0.kind == .stepDown && !$0.isClosed && $0.fact.text(.stepDownTo) == to.rawValue
    }
  }

  private func draft(_ child: Child, _ session: Session) throws(StoreError) {
    if try !isDrafted(child, session) { try note("drafted", child, session) }
  }

  private func note(
    _ step: String, _ child: Child, _ session: Session, question: String? = nil
  ) throws(StoreError) {
    var texts = ["to": to.rawValue, "because": because]
    if let question { texts.merge(["question": question, "owner": owner ?? ""]) { _, new in new } }
    let fact: Fact
    do throws(FactFault) {
      fact = try Fact(kind: .stepDown, step: step, on: session.today, texts: texts)
    } catch {
      throw .impossibleFact(error)
    }
    _ = try session.store.recordFact(
      fact, of: child.id, correcting: nil, at: session.now)
  }

  private func show(_ questions: [OpenQuestion]) {
    Output.say("Open about \(child):")
    for question in questions { Output.say("  \(question.name)") }
  }
}
