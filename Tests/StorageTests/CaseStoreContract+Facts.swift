import Records
import Storage
import Testing

/// What is recorded beside the contacts, in every store.
extension CaseStoreContract {
  private func fact(
    _ kind: FactKind, _ step: String?, _ texts: [String: String], daysAgo: Int = 0
  ) throws -> Fact {
    try Fact(kind: kind, step: step, on: Story.today.adding(days: -daysAgo), texts: texts)
  }

  private func held(_ backend: Backend) throws -> (TestStore, Child) {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    return (held, child)
  }

  @Test(arguments: Backend.allCases)
  func `a fact is kept with all that it says, and judged`(_ backend: Backend) throws {
    let (held, child) = try held(backend)
    let sighted = try fact(
      .adult, "sighted",
      [
        "adult": "Danny", "role": "friend", "overnight": "yes", "agency": "health", "time": "21:05",
      ],
      daysAgo: 20)
    let noted = try held.store.recordFact(
      sighted, of: child.id, correcting: nil, at: Story.monday)
    #expect(noted.raised.map(\.rule.description) == ["R09"])
    let file = try held.store.caseFile(of: child.id)
    #expect(file.record.facts == [noted.record])
    #expect(file.record.facts[0].fact == sighted)
    #expect(file.record.facts[0].recordedAt == Story.monday)
    #expect(file.flags.map(\.id) == noted.raised.map(\.id))
  }

  @Test(arguments: Backend.allCases)
  func `facts of a visit's form are saved with it, or nothing is`(_ backend: Backend) throws {
    let (held, child) = try held(backend)
    let voice = try fact(.voice, nil, ["answered_for": "yes"])
    let recorded = try held.store.record(
      Story.visit(0), noting: [voice], child: child.id, at: Story.monday)
    #expect(recorded.contact.isTyped)
    let facts = try held.store.caseFile(of: child.id).record.facts
    #expect(facts.map(\.fact) == [voice])
    #expect(facts.map(\.contact) == [recorded.contact.id])

    let impossible = try fact(
      .condition, "imposed",
      [
        "condition": "bail", "type": "bail", "adult": "Danny",
        "ends": Story.today.adding(days: -2).iso,
      ])
    #expect(throws: StoreError.impossibleFact(.endsBeforeStart(.ends))) {
      try held.store.record(
        Story.visit(0), noting: [voice, impossible], child: child.id,
        at: Story.monday)
    }
    let after = try held.store.caseFile(of: child.id).record
    #expect(after.versions.count == 1)
    #expect(after.facts.count == 1)
  }

  @Test(arguments: Backend.allCases)
  func `what can't be true is refused by the store too`(_ backend: Backend) throws {
    let (held, child) = try held(backend)
    func refused(_ fact: Fact) -> StoreError? {
      do throws(StoreError) {
        _ = try held.store.recordFact(
          fact, of: child.id, correcting: nil, at: Story.monday)
        return nil
      } catch {
        return error
      }
    }
    let injury = ["sites": "bruise to ear"]
    #expect(
      refused(try fact(.injury, "recorded", injury, daysAgo: 131))
        == .impossibleFact(.beforeBirth(nil)))
    #expect(
      refused(try fact(.injury, "recorded", injury, daysAgo: -1)) == .impossibleFact(.inFuture))
    #expect(
      refused(try fact(.condition, "varied", ["condition": "bail"]))
        == .impossibleFact(.nothingToContinue(.condition)))
    #expect(try held.store.caseFile(of: child.id).record.facts.isEmpty)
    #expect(refused(try fact(.injury, "recorded", injury, daysAgo: 130)) == nil)
    let nobody = Identifier(high: 7, low: 7)
    #expect(throws: StoreError.unknownChild) {
      try held.store.recordFact(
        try fact(.injury, "recorded", injury), of: nobody, correcting: nil,
        at: Story.monday)
    }
  }

  // MARK: Signing

  private func people(_ store: any CaseStore) throws {
    var mint = IdentifierMint()
    for (name, role, account) in [
      ("I. Rowe", "team manager", "irowe"), ("N. Okafor", "team manager", "nokafor"),
      ("S. Haddad", "head of service", "shaddad"),
    ] {
      try store.add(
        Person(
          id: mint.next(at: Story.monday), name: name, role: Role(role),
          agency: Agency(.socialCare), account: account))
      try store.setSecret(of: account, from: nil, to: "\(account) secret", at: Story.monday)
    }
  }

  private func decided(_ store: any CaseStore) throws -> Flag {
    let child = Story.child("C1")
    try store.add(child)
    let raised = try store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    return try store.answer(
      try #require(raised.first).id, Story.decision, at: Story.monday)
  }

  @Test(arguments: Backend.allCases)
  func `a decision covers its flag only once another of the needed role has signed it`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    try people(held.store)
    let flag = try decided(held.store)
    #expect(flag.answer?.signer == .headOfService)
    #expect(flag.state(at: Story.monday, calendar: Backend.judge.calendar) == .open)

    func signing(_ account: String, _ secret: String) -> StoreError? {
      do throws(StoreError) {
        _ = try held.store.sign(flag.id, by: account, secret: secret, at: Story.monday)
        return nil
      } catch {
        return error
      }
    }
    #expect(signing("irowe", "irowe secret") == .impossibleAnswer(.signedByAuthor))
    #expect(
      signing("nokafor", "nokafor secret")
        == .impossibleAnswer(.signerTooJunior(needed: .headOfService)))
    #expect(signing("shaddad", "nokafor secret") == .impossibleAnswer(.wrongSecret))
    #expect(signing("nobody", "nokafor secret") == .unknownPerson)
    #expect(try held.store.flags(includingCleared: false).first?.flag.answer?.signature == nil)
    #expect(signing("shaddad", "shaddad secret") == nil)
    let signed = try #require(try held.store.flags(includingCleared: false).first?.flag)
    #expect(signed.answer?.signature?.name == "S. Haddad")
    #expect(signed.state(at: Story.monday, calendar: Backend.judge.calendar) == .answered)
    #expect(signing("shaddad", "shaddad secret") == .impossibleAnswer(.nothingToSign))
  }

  @Test(arguments: Backend.allCases)
  func `a secret is changed only by who knows the one before`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    try people(held.store)
    for old in [nil, "wrong"] {
      #expect(throws: StoreError.impossibleAnswer(.wrongSecret)) {
        try held.store.setSecret(of: "shaddad", from: old, to: "another one", at: Story.monday)
      }
    }
    try held.store.setSecret(
      of: "shaddad", from: "shaddad secret", to: "another one", at: Story.monday)
    let flag = try decided(held.store)
    #expect(throws: StoreError.impossibleAnswer(.wrongSecret)) {
      try held.store.sign(flag.id, by: "shaddad", secret: "shaddad secret", at: Story.monday)
    }
    _ = try held.store.sign(flag.id, by: "shaddad", secret: "another one", at: Story.monday)
  }

  @Test(arguments: Backend.allCases)
  func `a review too late or past is refused by the store too`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let raised = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    let flag = try #require(raised.first)
    func answering(_ days: Int) -> StoreError? {
      let decision = Answer.Decision.decide(
        Answer.Decide(
          reason: .other, because: "x", wouldChange: "y",
          reviewBy: Story.today.adding(days: days)))
      do throws(StoreError) {
        _ = try held.store.answer(flag.id, decision, at: Story.monday)
        return nil
      } catch {
        return error
      }
    }
    #expect(answering(-1) == .impossibleAnswer(.reviewHasPassed))
    let latest = Story.today.adding(days: 2)
    #expect(answering(3) == .impossibleAnswer(.reviewTooLate(latest: latest)))
    #expect(try held.store.flags(includingCleared: false).first?.flag.answer == nil)
    #expect(answering(0) == nil)
    #expect(answering(2) == nil)
  }
}
