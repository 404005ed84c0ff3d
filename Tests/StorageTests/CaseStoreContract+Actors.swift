import Records
import Storage
import Testing

// Who asks is held by the handle, and people are told apart by account.

extension CaseStoreContract {
  private func add(_ people: [(name: String, account: String)], to store: any CaseStore) throws {
    var mint = IdentifierMint()
    for person in people {
      try store.add(
        Person(
          id: mint.next(at: Story.monday), name: person.name, role: Role("head of service"),
          agency: Agency(.socialCare), account: person.account))
      try store.setSecret(
        of: person.account, from: nil, to: "\(person.account) secret", at: Story.monday)
    }
  }

  private func decided(_ held: TestStore, as account: String) throws -> Flag {
    let child = Story.child("C1")
    try held.store.add(child)
    let raised = try held.store.record(Story.bruise, child: child.id, at: Story.monday).raised
    return try held.store(as: account).answer(
      try #require(raised.first).id, Story.decision, at: Story.monday)
  }

  @Test(arguments: Backend.allCases)
  func `what is recorded bears the name that is known for the account, or the account`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    try add([("Ida Rowe", "irowe")], to: held.store)
    for account in ["irowe", "nobody"] {
      let store = try held.store(as: account)
      let saved = try store.record(Story.visit(0), child: child.id, at: Story.monday)
      let name = account == "irowe" ? "Ida Rowe" : "nobody"
      #expect(saved.contact.recordedBy == name)
      #expect(try store.me()?.name == (account == "irowe" ? "Ida Rowe" : nil))
      try store.adopt(edition: name, text: "", at: Story.monday)
      #expect(try store.rulebooks().last?.by == name)
      #expect(try store.hold(nil, because: "inquiry", at: Story.monday).setBy == name)
    }
  }

  @Test(arguments: Backend.allCases)
  func `a namesake signs what another decided, and nobody signs their own under a new name`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    // Answered before the store knew who irowe is, so that the answer bears another name.
    let flag = try decided(held, as: "irowe")
    try add([("Ida Rowe", "irowe"), ("irowe", "idar")], to: held.store)
    #expect(flag.answer?.answeredBy == "irowe" && flag.answer?.account == "irowe")
    #expect(throws: StoreError.impossibleAnswer(.signedByAuthor)) {
      try held.store.sign(flag.id, by: "irowe", secret: "irowe secret", at: Story.monday)
    }
    let signed = try held.store.sign(
      flag.id, by: "idar", secret: "idar secret", at: Story.monday)
    #expect(signed.answer?.signature?.name == "irowe")
    let kept = try #require(try held.store.flags(includingCleared: false).first?.flag.answer)
    #expect(kept == signed.answer)
  }

  @Test(arguments: Backend.allCases)
  func `a handle reads what a colleague's wrote, and keeps its own drafts and proposals`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    try add([("Ida Rowe", "irowe"), ("Ngozi Okafor", "nokafor")], to: held.store)
    let other = try held.store(as: "nokafor")
    let saved = try other.record(Story.visit(0), child: child.id, at: Story.monday)
    #expect(try held.store.caseFile(of: child.id).record.versions == [saved.contact])
    let removal = try other.propose(
      .contact(saved.contact.id), of: child.id, on: .erasure, because: "wrong child",
      at: Story.monday)
    #expect(removal.proposed.name == "Ngozi Okafor")
    #expect(try held.store.removals() == [removal])
  }
}
