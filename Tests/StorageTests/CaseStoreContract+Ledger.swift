import Records
import Storage
import Testing

/// What a store keeps for its lead: every answer, facts across children, and the rulebooks.
extension CaseStoreContract {
  private func moment(_ seconds: Int) -> Instant { Story.monday.adding(seconds: seconds) }

  /// A store with a child, a flag and a head of service who can sign.
  private func flagged(_ backend: Backend) throws -> (TestStore, Child, Flag) {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    var mint = IdentifierMint()
    try held.store.add(
      Person(
        id: mint.next(at: Story.monday), name: "S. Haddad", role: Role("head of service"),
        agency: Agency(.socialCare), account: "shaddad"))
    try held.store.setSecret(of: "shaddad", from: nil, to: "a long secret", at: Story.monday)
    let raised = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    return (held, child, try #require(raised.first))
  }

  @Test(arguments: Backend.allCases)
  func `every answer is kept with its signature and what broke it open`(
    _ backend: Backend
  ) throws {
    let (held, child, flag) = try flagged(backend)
    #expect(try held.store.answers().isEmpty)
    _ = try held.store(as: "nokafor").answer(flag.id, Story.decision, at: moment(60))
    _ = try held.store.sign(flag.id, by: "shaddad", secret: "a long secret", at: moment(120))
    let news = try held.store.record(
      Story.visit(0) { $0.kind = .noAccess }, child: child.id, at: moment(180))
    let promise = Answer.Decision.escalate(
      Answer.Escalate(
        rung: .strategyDiscussion, owner: "S. Haddad", due: Story.today, because: nil))
    let last = try held.store.answer(flag.id, promise, at: moment(240))
    let answers = try held.store.answers()
    #expect(answers.map(\.decision) == [Story.decision, promise])
    #expect(answers.map(\.answeredBy) == ["nokafor", "irowe"])
    #expect(answers[0].signature?.name == "S. Haddad")
    #expect(answers[0].signature?.at == moment(120))
    #expect(answers[0].signer == .headOfService)
    #expect(answers[0].broken == Answer.Break(contact: news.contact.id, at: moment(180)))
    #expect(answers[1] == last.answer)
    #expect(answers[1].signature == nil)
    #expect(answers[1].signer == nil)
    let ledger = try held.store.ledger(at: moment(300), calendar: Backend.judge.calendar)
    #expect(ledger.rules[flag.rule]?.answers == 2)
    #expect(ledger.rules[flag.rule]?.broken == 1)
    #expect(ledger.rules[flag.rule]?.unsigned == 0)
  }

  @Test(arguments: Backend.allCases)
  func `a decision that nobody signed is kept so when another follows it`(
    _ backend: Backend
  ) throws {
    let (held, _, flag) = try flagged(backend)
    for seconds in [60, 60, 120] {
      _ = try held.store.answer(flag.id, Story.decision, at: moment(seconds))
    }
    _ = try held.store.sign(flag.id, by: "shaddad", secret: "a long secret", at: moment(180))
    let answers = try held.store.answers()
    #expect(answers.map(\.awaitsSignature) == [true, true, false])
    #expect(answers.map(\.answeredAt) == [moment(60), moment(60), moment(120)])
  }

  @Test(arguments: Backend.allCases)
  func `facts of one kind are given across the children, in the order of recording`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let children = ["C1", "C2"].map { Story.child($0) }
    for child in children { try held.store.add(child) }
    var noted: [FactRecord] = []
    for (index, code) in ["LD", "AUT", "NONE", "MOB"].enumerated() {
      let fact = try Fact(
        kind: .characteristics, step: nil, on: Story.today.adding(days: -index),
        texts: ["disability": code])
      let child = children[index % 2].id
      noted.append(
        try held.store.recordFact(
          fact, of: child, correcting: index == 3 ? noted[1].id : nil,
          at: moment(index)
        ).record)
      _ = try held.store.recordFact(
        try Fact(kind: .voice, step: nil, on: Story.today, texts: [:]), of: child,
        correcting: nil, at: moment(index))
    }
    #expect(try held.store.facts(of: .characteristics) == noted)
    #expect(try held.store.facts(of: .voice).count == 4)
    #expect(try held.store.facts(of: .adult).isEmpty)
  }

  private func note(
    _ kind: FactKind, _ texts: [String: String] = [:], daysAgo: Int = 0, of child: Child,
    correcting earlier: Identifier? = nil, in store: any CaseStore
  ) throws -> Identifier {
    let fact = try Fact(
      kind: kind, step: kind.steps[0].name, on: Story.today.adding(days: -daysAgo), texts: texts)
    return try store.recordFact(
      fact, of: child.id, correcting: earlier, at: Story.monday
    ).record.id
  }

  @Test(arguments: Backend.allCases)
  func `a correction must be possible too, and of a fact of this child and kind`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let children = ["C1", "C2"].map { Story.child($0) }
    for child in children { try held.store.add(child) }
    let store = held.store
    let ear = ["sites": "bruise to ear"]
    let first = try note(.injury, ear, of: children[0], in: store)
    let other = StoreError.impossibleFact(.nothingToContinue(.injury))
    #expect(throws: StoreError.impossibleFact(.inFuture)) {
      try note(.injury, ear, daysAgo: -1, of: children[0], correcting: first, in: store)
    }
    #expect(throws: StoreError.impossibleFact(.beforeBirth(nil))) {
      try note(.injury, ear, daysAgo: 131, of: children[0], correcting: first, in: store)
    }
    #expect(throws: other) { try note(.injury, ear, of: children[1], correcting: first, in: store) }
    let voice = try note(.voice, [:], of: children[0], in: store)
    #expect(throws: other) { try note(.injury, ear, of: children[0], correcting: voice, in: store) }
    #expect(try held.store.facts(of: .injury).count == 1)
    _ = try note(
      .injury, ["sites": "bruise to cheek"], of: children[0], correcting: first, in: store)
    let matters = Matter.matters(in: try held.store.caseFile(of: children[0].id).record.facts)
    #expect(matters.filter { $0.kind == .injury }.map(\.records.count) == [2])
  }

  @Test(arguments: Backend.allCases)
  func `rulebooks are given in the order of their adoption, whole`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    #expect(try held.store.rulebooks().isEmpty)
    // Two in one second, and one by a clock that was put back.
    let adopted = [("Autumn", 0), ("Winter", 0), ("Łódź’s \"own\"", -60)].map { edition, seconds in
      AdoptedRulebook(
        edition: edition, text: "edition = '''\(edition)'''\n", by: "irowe",
        at: moment(seconds))
    }
    for rulebook in adopted {
      try held.store.adopt(edition: rulebook.edition, text: rulebook.text, at: rulebook.at)
    }
    #expect(try held.store.rulebooks() == adopted)
  }
}
