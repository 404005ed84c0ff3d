import Records
import Storage
import Testing

extension CaseStoreContract {
  private static func draft(
    _ child: Child, _ form: Draft.Form = .visit, words: String = "He said \"no\".",
    keptAt: Instant = Story.monday
  ) -> Draft {
    Draft(
      key: Draft.Key(form, child.id), child: child.id, keptAt: keptAt,
      fields: [Draft.Field("when", "yest 14:30"), Draft.Field("words", words + "\n👩‍👧 王小明")])
  }

  @Test(arguments: Backend.allCases)
  func `a draft comes back as it was typed, the latest kept of its form and subject`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1", name: "Zoë Example")
    try held.store.add(child)
    try held.store.saveDraft(Self.draft(child))
    let later = Self.draft(
      child, words: "He said \"yes\".", keptAt: Story.monday.adding(seconds: 9))
    try held.store.saveDraft(later)
    let other = Self.draft(child, .fact, keptAt: Story.monday.adding(seconds: 20))
    try held.store.saveDraft(other)
    let unfinished = try held.store.drafts()
    #expect(unfinished.map(\.draft) == [other, later])
    #expect(unfinished.map(\.child) == [child, child])
  }

  @Test(arguments: Backend.allCases)
  func `A10 nobody is given another's draft, and nobody removes one`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let draft = Self.draft(child)
    try held.store.saveDraft(draft)
    #expect(try held.store(as: "nokafor").drafts().isEmpty)
    try held.store(as: "nokafor").discard(draft.key)
    _ = try held.store(as: "nokafor").record(
      [NewContact(child: child.id, facts: Story.bruise)],
      finishing: draft.key, at: Story.monday)
    #expect(try held.store.drafts().map(\.draft) == [draft])
    try held.store.discard(draft.key)
    #expect(try held.store.drafts().isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `a draft goes with the save of what it held, and stays when that is refused`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let mark = Draft.Key(.visit, child.id)
    try held.store.saveDraft(Self.draft(child))
    let nobody = NewContact(child: Identifier(high: 7, low: 7), facts: Story.bruise)
    #expect(throws: StoreError.unknownChild) {
      try held.store.record(
        [NewContact(child: child.id, facts: Story.bruise), nobody], finishing: mark,
        at: Story.monday)
    }
    #expect(try held.store.drafts().count == 1)
    #expect(try held.store.caseFile(of: child.id).record.versions.isEmpty)
    _ = try held.store.record(
      [NewContact(child: child.id, facts: Story.bruise)], finishing: mark,
      at: Story.monday)
    #expect(try held.store.drafts().isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `an amendment, an answer and a fact finish their drafts too`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday)
    let flag = try #require(saved.raised.first)
    let keys = [
      Draft.Key(.amendment, saved.contact.id), Draft.Key(.answer, flag.id),
      Draft.Key(.fact, child.id),
    ]
    for key in keys {
      let draft = Draft(key: key, child: child.id, keptAt: Story.monday, fields: [])
      try held.store.saveDraft(draft)
    }
    let own = keys
    _ = try held.store.amend(
      saved.contact, to: Story.bruise, because: "again", finishing: own[0],
      at: Story.monday)
    _ = try held.store.answer(
      flag.id, Story.decision, replacing: nil, finishing: own[1],
      at: Story.monday)
    #expect(try held.store.drafts().map(\.draft.key) == [keys[2]])
    let fact = try Fact(
      kind: .recordFault, step: "found", on: Story.today,
      texts: ["about": "the visit", "because": "a day late"])
    _ = try held.store.recordFact(
      fact, of: child.id, correcting: nil, finishing: own[2], at: Story.monday)
    #expect(try held.store.drafts().isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `siblings seen at once are saved at once, each with their own words`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let children = [Story.child("C1", household: "H1"), Story.child("C2", household: "H1")]
    for child in children { try held.store.add(child) }
    let new = children.enumerated().map { index, child in
      NewContact(child: child.id, facts: Story.visit(0) { $0.childWords = "word \(index)" })
    }
    let recorded = try held.store.record(new, finishing: nil, at: Story.monday)
    #expect(recorded.map(\.contact.child) == children.map(\.id))
    for (index, child) in children.enumerated() {
      let file = try held.store.caseFile(of: child.id)
      #expect(file.record.versions.map(\.facts.childWords) == ["word \(index)"])
    }
  }
}
