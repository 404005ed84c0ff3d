import Records
import Storage
import Testing

/// What other record systems taught, held against every store; the numbers are those of the
/// acceptance cases.
@Suite struct AcceptanceTests {
  private static let minute = 60

  /// A store with an infant whose bruise has raised a flag.
  private func flagged(_ backend: Backend) throws -> (TestStore, SavedContact, Flag) {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday)
    return (held, saved, try #require(saved.raised.first))
  }

  private func flag(_ id: Identifier, in store: any CaseStore) throws -> Flag {
    try #require(try store.flags(includingCleared: true).first { $0.id == id }).flag
  }

  private static let promise = Answer.Decision.escalate(
    Answer.Escalate(
      rung: .strategyDiscussion, owner: "S. Haddad", due: Story.today.adding(days: 1),
      because: "the consultant asked for it"))

  @Test(arguments: Backend.allCases)
  func `A11 an old visit that is put right keeps what was written first`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let old = Story.visit(60) {
      $0.childSeen = .yes
      $0.childWords = "\"I like my bear.\""
    }
    let saved = try held.store.record(
      old, child: child.id, at: Story.monday.adding(seconds: -59 * 86_400))
    var facts = old
    facts.childWords = "\"I like my hare.\""
    let amended = try held.store(as: "nokafor").amend(
      saved.contact, to: facts, because: "misheard", at: Story.monday)
    let record = try held.store.caseFile(of: child.id).record
    #expect(record.versions.map(\.facts) == [old, facts])
    #expect(record.versions.map(\.recordedBy) == ["irowe", "nokafor"])
    #expect(record.versions.map(\.amendmentReason) == [nil, "misheard"])
    #expect(record.contacts().map(\.id) == [saved.contact.id])
    #expect(amended.contact.date == saved.contact.date)
  }

  @Test(arguments: Backend.allCases, [false, true])
  func `A34 saving something else neither clears a flag nor answers it, whoever saves`(
    _ backend: Backend, isAnswered: Bool
  ) throws {
    let (held, saved, raised) = try flagged(backend)
    let child = saved.contact.child
    if isAnswered {
      _ = try held.store.answer(raised.id, Self.promise, at: Story.monday)
    }
    let before = try flag(raised.id, in: held.store)
    #expect((before.answer != nil) == isAnswered)
    var facts = Story.bruise
    facts.professional = "Dr Osei"
    _ = try held.store.amend(
      saved.contact, to: facts, because: "the name was missing",
      at: Story.monday.adding(seconds: Self.minute))
    let visit = Story.visit(0) { $0.childSeen = .yes }
    let planned = try Fact(
      kind: .plannedVisit, step: "planned", on: Story.today,
      texts: ["for": Story.today.adding(days: 3).iso, "worker": "I. Rowe"])
    for account in ["irowe", "nokafor"] {
      let store = try held.store(as: account)
      let now = Story.monday.adding(seconds: 2 * Self.minute)
      _ = try store.record(visit, child: child, at: now)
      _ = try store.recordFact(planned, of: child, correcting: nil, at: now)
    }
    #expect(try flag(raised.id, in: held.store) == before)
    #expect(before.cleared == nil)
  }

  @Test(arguments: Backend.allCases)
  func `A35 judging again where nothing changed keeps the first day and the answer`(
    _ backend: Backend
  ) throws {
    let (held, _, raised) = try flagged(backend)
    _ = try held.store.answer(raised.id, Self.promise, at: Story.monday)
    let before = try held.store.flags(includingCleared: true)
    for minutes in 1...3 {
      let report = try held.store.rescan(
        at: Story.monday.adding(seconds: minutes * Self.minute)
      ) { _, _ in true }
      #expect(report.flagsRaised == 0 && report.flagsCleared == 0)
      #expect(try held.store.flags(includingCleared: true) == before)
    }
    // A day on, other flags may have come; this one is still the first, with its answer.
    _ = try held.store.rescan(at: Story.monday.adding(seconds: 86_400)) { _, _ in true }
    let later = try flag(raised.id, in: held.store)
    #expect(later.raisedAt == raised.raisedAt)
    #expect(later.answer?.decision == Self.promise)
  }

  @Test(arguments: Backend.allCases)
  func `A35 time alone raises the flag of a child whom nobody sees`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.visit(0) {
        $0.plan = .childInNeed
        $0.childSeen = .yes
        $0.role = "social worker"
      }, child: child.id, at: Story.monday)
    #expect(saved.raised.isEmpty)
    func rules(after days: Int) throws -> Set<String> {
      _ = try held.store.refresh(to: Story.monday.adding(seconds: days * 86_400))
      return Set(try held.store.flags(includingCleared: false).map(\.flag.rule.description))
    }
    #expect(!(try rules(after: 42).contains("R06")))
    #expect(try rules(after: 43).contains("R06"))
    let flag = try #require(
      try held.store.flags(includingCleared: false).first { $0.flag.rule == RuleID("R06") }
    ).flag
    #expect(flag.raisedOn == Story.today.adding(days: 43))
  }

  @Test(arguments: Backend.allCases)
  func `A39 nobody signs their own decision, and another's signature is kept with its day`(
    _ backend: Backend
  ) throws {
    let (held, _, raised) = try flagged(backend)
    var mint = IdentifierMint()
    for (name, account) in [("S. Haddad", "shaddad"), ("I. Rowe", "irowe")] {
      try held.store.add(
        Person(
          id: mint.next(at: Story.monday), name: name, role: Role("head of service"),
          agency: Agency(.socialCare), account: account))
      try held.store.setSecret(of: account, from: nil, to: "word of \(account)", at: Story.monday)
    }
    _ = try held.store.answer(raised.id, Story.decision, at: Story.monday)
    #expect(throws: StoreError.impossibleAnswer(.signedByAuthor)) {
      try held.store.sign(raised.id, by: "irowe", secret: "word of irowe", at: Story.monday)
    }
    let calendar = Backend.judge.calendar
    #expect(
      try flag(raised.id, in: held.store).state(at: Story.monday, calendar: calendar) == .open)
    let later = Story.monday.adding(seconds: 90 * Self.minute)
    _ = try held.store.sign(raised.id, by: "shaddad", secret: "word of shaddad", at: later)
    _ = try held.store.rescan(at: later) { _, _ in true }
    let signed = try flag(raised.id, in: held.store)
    #expect(signed.state(at: later, calendar: calendar) == .answered)
    #expect(signed.answer?.decision == Story.decision)
    #expect(signed.answer?.answeredBy == "I. Rowe")
    #expect(signed.answer?.signature?.name == "S. Haddad")
    #expect(signed.answer?.signature?.at == later)
  }
}
