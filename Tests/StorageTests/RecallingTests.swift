import BundledResources
import Flags
import Records
import Storage
import StorageMemory
import Testing

/// How things stood at an earlier moment.
struct RecallingTests {
  private func moment(_ seconds: Int) -> Instant { Story.monday.adding(seconds: seconds) }

  /// The store as it stood so many seconds after ten on Monday.
  private func recalled(_ store: any CaseStore, at seconds: Int) throws -> MemoryStore {
    let files = try store.cases(.matching("")).map { try store.caseFile(of: $0.id) }
    return try MemoryStore(
      recalling: files, answers: try store.answers(), asOf: moment(seconds), judge: Backend.judge)
  }

  /// A flag decided after 60 seconds, signed after 120, broken open after 180, answered again after
  /// 240; and a fact noted after 300.
  private func makeStory(_ held: TestStore) throws -> Flag {
    let store = held.store
    let child = Story.child("C1")
    try store.add(child)
    var mint = IdentifierMint()
    try store.add(
      Person(
        id: mint.next(at: Story.monday), name: "S. Haddad", role: Role("head of service"),
        agency: Agency(.socialCare), account: "shaddad"))
    try store.setSecret(of: "shaddad", from: nil, to: "a long secret", at: Story.monday)
    let raised = try store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    let flag = try #require(raised.first)
    _ = try held.store(as: "nokafor").answer(flag.id, Story.decision, at: moment(60))
    _ = try store.sign(flag.id, by: "shaddad", secret: "a long secret", at: moment(120))
    _ = try store.record(
      Story.visit(0) { $0.kind = .noAccess }, child: child.id, at: moment(180))
    let promise = Answer.Escalate(
      rung: .strategyDiscussion, owner: "S. Haddad", due: Story.today, because: nil)
    _ = try store.answer(flag.id, .escalate(promise), at: moment(240))
    _ = try store.recordFact(
      try Fact(kind: .voice, step: nil, on: Story.today.adding(days: -3), texts: [:]),
      of: child.id, correcting: nil, at: moment(300))
    return flag
  }

  @Test(arguments: Backend.allCases)
  func `a flag stands with the answer of that moment, signed and broken open by then`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let flag = try makeStory(held)
    func answer(_ seconds: Int) throws -> Answer? {
      let flags = try recalled(held.store, at: seconds).flags(includingCleared: false)
      return try #require(flags.first { $0.id == flag.id }).flag.answer
    }
    #expect(try answer(59) == nil)
    let decided = try #require(try answer(119))
    #expect(decided.answeredBy == "nokafor")
    #expect(decided.awaitsSignature)
    let signed = try #require(try answer(179))
    #expect(signed.id == decided.id)
    #expect(signed.signature?.name == "S. Haddad")
    #expect(signed.stands)
    let broken = try #require(try answer(239))
    #expect(broken.id == decided.id)
    #expect(broken.broken?.at == moment(180))
    let last = try #require(try answer(240))
    #expect(last.answeredBy == "irowe")
    #expect(last.id != decided.id)
  }

  @Test(arguments: Backend.allCases)
  func `a case holds what had been recorded by then, whenever it happened`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let flag = try makeStory(held)
    for (seconds, contacts, facts) in [
      (0, 1, 0), (179, 1, 0), (180, 2, 0), (299, 2, 0), (300, 2, 1),
    ] {
      let record = try recalled(held.store, at: seconds).caseFile(of: flag.child).record
      #expect(record.versions.count == contacts, "\(seconds)")
      #expect(record.facts.count == facts, "\(seconds)")
    }
    let before = try recalled(held.store, at: -1)
    #expect(before.cases(.matching("")).isEmpty)
    #expect(before.flags(includingCleared: true).isEmpty)
  }

  // MARK: Former rulebooks

  private func judge(unseenDays: Int) -> CaseJudge {
    var parameters = Parameters(calendar: BundledResources.workingCalendar)
    parameters.unseenDays = unseenDays
    return Evaluator(parameters: parameters).judge
  }

  /// Every R06 flag of a child in need and unseen from Monday on, after 90 days: the days after
  /// Monday on which it was raised and cleared.
  private func flags(
    after former: [(judge: CaseJudge, until: Instant)], then judge: CaseJudge
  ) throws -> [[Int?]] {
    let held = try Backend.memory.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(
      Story.visit(0) {
        $0.plan = .childInNeed
        $0.childSeen = .yes
      }, child: child.id, at: Story.monday)
    let view = try MemoryStore(
      recalling: [try held.store.caseFile(of: child.id)], asOf: moment(90 * 86_400), judge: judge,
      after: former)
    return view.flags(includingCleared: true).map(\.flag).filter { $0.rule == RuleID("R06") }
      .sorted { $0.raisedAt < $1.raisedAt }.map { flag in
        [
          flag.raisedOn.days(since: Story.today), flag.cleared?.date.days(since: Story.today),
        ]
      }
  }

  @Test func `each day is judged by the rulebook of that day`() throws {
    let (usual, strict, lenient) = (
      judge(unseenDays: 42), judge(unseenDays: 30), judge(unseenDays: 120)
    )
    #expect(try flags(after: [], then: usual) == [[43, nil]])
    #expect(try flags(after: [], then: strict) == [[31, nil]])
    // Adopted on the 36th day, when more than 30 have passed.
    let adoption = moment(36 * 86_400)
    #expect(try flags(after: [(judge: usual, until: adoption)], then: strict) == [[36, nil]])
    #expect(
      try flags(after: [(judge: strict, until: adoption)], then: usual) == [[31, 36], [43, nil]])
    // Before anything was known there was nothing to judge.
    #expect(
      try flags(after: [(judge: strict, until: moment(-86_400))], then: usual) == [[43, nil]])
    // Three in a row; for today after 56 days unseen, whatever the number for the week.
    let second = moment(45 * 86_400)
    #expect(
      try flags(
        after: [(judge: strict, until: adoption), (judge: usual, until: second)], then: lenient
      )
      .prefix(2) == [[31, 36], [43, 45]])
  }
}
