import Records
import Storage
import Testing

extension CaseStoreContract {
  private var rows: [ContactFacts] {
    [Story.bruise, Story.visit(4), Story.visit(2) { $0.ref = "s-1" }, Story.visit(4)]
  }

  private func batch(_ rows: [ContactFacts], ref: String = "C1") -> ImportBatch {
    var batch = ImportBatch()
    for facts in rows {
      batch.add(
        facts, ref: ref, name: "Ada Example", dateOfBirth: Story.today.adding(days: -130),
        household: "H1", worker: facts.professional)
    }
    return batch
  }

  private func take(_ batch: ImportBatch, into store: any CaseStore) throws -> ImportReport {
    try store.importContacts(batch, at: Story.monday) { _, _ in true }
  }

  @Test(arguments: Backend.allCases)
  func `importing twice adds nothing the second time`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let first = try take(batch(rows), into: held.store)
    #expect(first.added == 3)
    #expect(first.alreadyThere == 1)
    #expect(first.childrenAdded == 1)
    #expect(first.flagsRaised == 1)
    let second = try take(batch(rows), into: held.store)
    #expect(second.added == 0)
    #expect(second.alreadyThere == 4)
    #expect(second.childrenAdded == 0)
    #expect(second.flagsRaised == 0)
    #expect(try held.store.log(after: nil, limit: 9).count == 3)
  }

  @Test(arguments: Backend.allCases)
  func `9.1 from which day a flag would have stood is kept with it when its case is judged`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    var bruise = Story.bruise
    bruise.date = Story.today.adding(days: -12)
    _ = try take(batch([bruise]), into: held.store)
    let flag = try #require(
      try held.store.flags(includingCleared: false).map(\.flag).first {
        $0.rule == RuleID("R04")
      })
    #expect(flag.raisedOn == Story.today)
    #expect(flag.wouldHaveBeenRaisedOn == bruise.date)
  }

  @Test(arguments: Backend.allCases)
  func `a sender's reference is one contact of that agency and that child`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    _ = try take(batch(rows), into: held.store)
    let sameAgain = Story.visit(1) { $0.ref = "s-1" }
    let otherAgency = Story.visit(1) {
      $0.ref = "s-1"
      $0.agency = Agency(.police)
    }
    #expect(try take(batch([sameAgain, otherAgency]), into: held.store).added == 1)
    #expect(try take(batch([sameAgain], ref: "C2"), into: held.store).added == 1)
  }

  @Test(arguments: Backend.allCases)
  func `an import fills what is not known of a child and changes no fact`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    var mint = IdentifierMint()
    try held.store.add(
      Child(id: mint.next(at: Story.monday), ref: "C1", name: "Ada Known", worker: "T. Pryce"))
    _ = try take(batch(rows), into: held.store)
    let child = try #require(try held.store.child(ref: "C1"))
    #expect(child.name == "Ada Known")
    #expect(child.household == "H1")
    #expect(child.worker == "I. Rowe")
    #expect(child.dateOfBirth == Story.today.adding(days: -130))
  }

  @Test(arguments: Backend.allCases)
  func `an import that is stopped leaves nothing behind`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    var whole = batch(rows)
    whole.add(Story.visit(1), ref: "C2")
    #expect(throws: StoreError.cancelled) {
      try held.store.importContacts(whole, at: Story.monday) { done, _ in done < 4 }
    }
    #expect(try held.store.cases(.matching("")).isEmpty)
    #expect(try held.store.flags(includingCleared: true).isEmpty)
    #expect(try held.store.log(after: nil, limit: 9).isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `a rescan changes nothing that is up to date and can be stopped`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    _ = try take(batch(rows), into: held.store)
    let before = try held.store.flags(includingCleared: true)
    let report = try held.store.rescan(at: Story.monday) { _, _ in true }
    #expect(report.children == 1)
    #expect(report.flagsRaised == 0)
    #expect(report.flagsCleared == 0)
    #expect(try held.store.flags(includingCleared: true) == before)
    #expect(throws: StoreError.cancelled) {
      try held.store.rescan(at: Story.monday) { _, _ in false }
    }
  }
}
