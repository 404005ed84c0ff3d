import Records
import Storage
import Testing

/// The gate before a closure or step down, in every store.
extension CaseStoreContract {
  /// A child in need around whom an adult was seen, about whom one question is open.
  private func questioned(_ backend: Backend, plan: PlanStatus = .childInNeed) throws
    -> (TestStore, Child)
  {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(
      Story.visit(0) {
        $0.plan = plan
        $0.childSeen = .yes
        $0.otherAdultsNoted = "Danny (friend)"
      }, child: child.id, at: Story.monday)
    return (held, child)
  }

  private func fact(
    _ kind: FactKind, _ step: String, _ texts: [String: String]
  ) throws -> Fact {
    try Fact(kind: kind, step: step, on: Story.today, texts: texts)
  }

  private func refusal(
    _ facts: ContactFacts, noting: [Fact] = [], of child: Child, in store: any CaseStore,
    at moment: Instant = Story.monday.adding(seconds: 60)
  ) -> StoreError? {
    do throws(StoreError) {
      _ = try store.record(facts, noting: noting, child: child.id, at: moment)
      return nil
    } catch {
      return error
    }
  }

  private static let closure = Story.visit(0) { $0.kind = .closure }
  private static func under(_ plan: PlanStatus) -> ContactFacts {
    Story.visit(0) {
      $0.plan = plan
      $0.kind = .officeVisit
    }
  }

  @Test(arguments: Backend.allCases)
  func `a closure or step down is refused while a question is open, and nothing is saved`(
    _ backend: Backend
  ) throws {
    let (held, child) = try questioned(backend)
    let before = try held.store.caseFile(of: child.id)
    let voice = try fact(.voice, "noted", ["answered_for": "yes"])
    for facts in [Self.closure, Self.under(.closed), Self.under(.earlyHelp)] {
      let refused = refusal(facts, noting: [voice], of: child, in: held.store)
      #expect(refused == .openQuestions(1))
    }
    #expect(try held.store.caseFile(of: child.id) == before)
    #expect(try held.store.log(after: nil, limit: 9).count == 1)
  }

  @Test(
    arguments: Backend.allCases,
    ["adult \"Danny (friend)\" unchecked", "Adult Danny, friend: unchecked"])
  func `a question carried with an owner lets the closure through`(
    _ backend: Backend, question: String
  ) throws {
    let (held, child) = try questioned(backend)
    let because = ["to": "closed", "because": "moved to Leeds"]
    for (step, more) in [
      ("drafted", [:]), ("carried", ["question": question, "owner": "Leeds duty team"]),
    ] {
      #expect(refusal(Self.closure, of: child, in: held.store) == .openQuestions(1))
      _ = try held.store.recordFact(
        try fact(.stepDown, step, because.merging(more) { $1 }), of: child.id, correcting: nil,
        at: Story.monday)
    }
    #expect(refusal(Self.closure, of: child, in: held.store) == nil)
    #expect(try held.store.caseFile(of: child.id).summary.status == .closed)
  }

  @Test(arguments: Backend.allCases)
  func `a question answered lets the closure through`(_ backend: Backend) throws {
    let (held, child) = try questioned(backend)
    _ = try held.store.recordFact(
      try fact(.adult, "checked", ["adult": "Danny"]), of: child.id, correcting: nil,
      at: Story.monday)
    #expect(refusal(Self.closure, of: child, in: held.store) == nil)
  }

  @Test(arguments: Backend.allCases)
  func `a status that goes up or stays is never refused`(_ backend: Backend) throws {
    let (held, child) = try questioned(backend)
    for plan in [PlanStatus.childInNeed, .assessment, .childProtection, .lookedAfter] {
      #expect(refusal(Self.under(plan), of: child, in: held.store) == nil, "\(plan)")
    }
    #expect(refusal(Self.under(.childProtection), of: child, in: held.store) == .openQuestions(1))
    #expect(refusal(Story.visit(0), of: child, in: held.store) == nil)
  }

  @Test(arguments: Backend.allCases)
  func `a late entry from before the plan is no step down`(_ backend: Backend) throws {
    let (held, child) = try questioned(backend, plan: .childProtection)
    let late = Story.visit(20) { $0.plan = .childInNeed }
    #expect(refusal(late, of: child, in: held.store) == nil)
    #expect(try held.store.caseFile(of: child.id).summary.status == .childProtection)
  }

  @Test(arguments: Backend.allCases)
  func `an import is never refused`(_ backend: Backend) throws {
    let (held, child) = try questioned(backend)
    var batch = ImportBatch()
    batch.add(Self.closure, ref: child.ref)
    let report = try held.store.importContacts(batch, at: Story.monday) { _, _ in true }
    #expect(report.added == 1)
    #expect(try held.store.caseFile(of: child.id).summary.status == .closed)
  }

  @Test(arguments: Backend.allCases)
  func `an amendment is no way around the gate`(_ backend: Backend) throws {
    let (held, child) = try questioned(backend)
    let known = try #require(try held.store.caseFile(of: child.id).record.versions.first)
    var facts = known.facts
    facts.plan = .earlyHelp
    let before = try held.store.caseFile(of: child.id)
    // A plan mistyped was never a step down when it is the first that is known.
    facts.kind = .closure
    #expect(throws: StoreError.openQuestions(1)) {
      try held.store.amend(
        known, to: facts, because: "mistyped", at: Story.monday)
    }
    #expect(try held.store.caseFile(of: child.id) == before)
    facts = known.facts
    facts.outcome = "tea and toast"
    _ = try held.store.amend(
      known, to: facts, because: "added", at: Story.monday)
  }

  @Test(arguments: Backend.allCases)
  func `what time alone has raised holds a closure, though nobody has looked`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(
      Story.visit(0) {
        $0.plan = .childInNeed
        $0.childSeen = .yes
      }, child: child.id, at: Story.monday)
    let closure = { (days: Int) in
      var facts = Self.closure
      facts.date = Story.today.adding(days: days)
      return facts
    }
    let later = Story.monday.adding(seconds: 60 * 86_400)
    let refused = refusal(closure(60), of: child, in: held.store, at: later)
    guard case .openQuestions(let count) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(count > 0)
    #expect(try held.store.caseFile(of: child.id).record.versions.count == 1)
    #expect(refusal(closure(1), of: child, in: held.store) == nil)
  }

  @Test(arguments: [
    "a\r\nb", "a\tb\\c", "\\", "\r", "\n\r\n", "e\u{301}\u{0}f", "\\t\\n", "作者\u{85}\u{2028}",
  ])
  func `evidence names an agency exactly, whatever stands in its name`(_ name: String) throws {
    for backend in Backend.allCases {
      let held = try backend.makeStore()
      let child = Story.child("C1")
      try held.store.add(child)
      var facts = Story.bruise
      facts.agency = Agency(.health, name: name)
      let raised = try held.store.record(facts, child: child.id, at: Story.monday).raised
      let flags = try held.store.caseFile(of: child.id).flags
      #expect(flags == raised && flags.first?.evidence.first?.agency.name == name)
    }
  }
}
