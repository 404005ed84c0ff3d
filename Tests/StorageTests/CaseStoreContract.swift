import Records
import Storage
import Testing

/// What every store must answer, whatever it is made of.
@Suite struct CaseStoreContract {
  // MARK: Saving

  @Test(arguments: Backend.allCases)
  func `a contact saved is on the chronology exactly as it was typed`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1", name: "Zoë Example")
    try held.store.add(child)
    var facts = Story.bruise
    facts.ref = "x-1"
    facts.plan = .childInNeed
    facts.time = TimeOfDay(hour: 9, minute: 5)
    facts.precision = .week
    facts.agency = Agency(.other, name: "Harbour Mosque 作者")
    facts.role = "imam"
    facts.childSeen = .yes
    facts.seenAlone = .unknown
    facts.announced = .no
    facts.presentingConcern = "says \"ow\",\nthen nothing"
    facts.childWords = "👩‍👧 e\u{301}"
    facts.explanationChallenged = .no
    facts.otherAdultsNoted = "Danny (friend)"
    facts.outcome = "told the duty team"
    facts.escalation = .referral
    facts.source = "telephone"
    let saved = try held.store.record(facts, child: child.id, at: Story.monday)
    let file = try held.store.caseFile(of: child.id)
    #expect(file.record.versions == [saved.contact])
    #expect(file.record.versions.first?.facts == facts)
    #expect(file.child == child)
  }

  @Test(arguments: Backend.allCases)
  func `a contact raises its flag in the same save`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday)
    #expect(saved.raised.map(\.rule.description) == ["R04"])
    let entries = try held.store.flags(includingCleared: false)
    #expect(entries.map(\.flag) == saved.raised)
    #expect(entries.map(\.child.ref) == ["C1"])
    #expect(try held.store.cases(.flagged).map(\.flags) == [saved.raised])
  }

  @Test(arguments: Backend.allCases)
  func `a flag keeps its id and first day over later saves`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday)
    let later = Story.monday.adding(seconds: 3 * 86_400)
    let again = try held.store.record(
      Story.visit(-2), child: child.id, at: later)
    #expect(Set(again.raised.map(\.rule.description)) == ["R15", "R18"])
    let flag = try #require(try held.store.flags(includingCleared: false).first?.flag)
    #expect(flag.id == saved.raised.first?.id)
    #expect(flag.raisedOn == Story.today)
  }

  @Test(arguments: Backend.allCases)
  func `an amendment is a further version and the first one stays`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday)
    var facts = Story.bruise
    facts.injuries = "mud on cheek"
    facts.outcome = "walrus"
    let amended = try held.store(as: "nokafor").amend(
      saved.contact, to: facts, because: "washed off",
      at: Story.monday.adding(seconds: 60))
    let file = try held.store.caseFile(of: child.id)
    #expect(file.record.versions == [saved.contact, amended.contact])
    #expect(file.record.contacts() == [amended.contact])
    #expect(amended.contact.version == 2)
    #expect(amended.contact.amendmentReason == "washed off")
    #expect(try held.store.log(after: nil, limit: 9).map(\.contact) == [amended.contact])
    #expect(try held.store.cases(.matching("bruise")).isEmpty)
    #expect(try held.store.cases(.matching("walrus")).count == 1)
    #expect(throws: StoreError.changedElsewhere) {
      try held.store.amend(
        saved.contact, to: facts, because: "again", at: Story.monday)
    }
  }

  // MARK: Refusing

  @Test(arguments: Backend.allCases)
  func `a reference names one child`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    try held.store.add(Story.child("C1"))
    #expect(throws: StoreError.duplicateChild) { try held.store.add(Story.child("C1")) }
    #expect(try held.store.cases(.matching("")).count == 1)
  }

  @Test(arguments: Backend.allCases)
  func `nobody and nothing unknown is written to`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let nobody = Identifier(high: 7, low: 7)
    #expect(throws: StoreError.unknownChild) {
      try held.store.record(Story.bruise, child: nobody, at: Story.monday)
    }
    #expect(throws: StoreError.unknownChild) { try held.store.caseFile(of: nobody) }
    #expect(throws: StoreError.unknownFlag) {
      try held.store.answer(nobody, Story.decision, at: Story.monday)
    }
    #expect(throws: StoreError.unknownContact) { try held.store.log(after: nobody, limit: 1) }
    #expect(try held.store.child(ref: "C1") == nil)
  }

  @Test(arguments: Backend.allCases)
  func `an account is one person`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    var mint = IdentifierMint()
    let person = Person(
      id: mint.next(at: Story.monday), name: "Ida Rowe", role: .teamManager,
      agency: Agency(.socialCare), account: "irowe")
    try held.store.add(person)
    #expect(try held.store.people() == [person])
    #expect(throws: StoreError.duplicatePerson) { try held.store.add(person) }
  }

  // MARK: Answering

  @Test(arguments: Backend.allCases)
  func `an answer stands until a new fact breaks it open`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let raised = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    let flag = try #require(raised.first)
    let answered = try held.store(as: "nokafor").answer(
      flag.id, Story.decision, at: Story.monday.adding(seconds: 60))
    #expect(answered.answer?.decision == Story.decision)
    #expect(answered.answer?.answeredBy == "nokafor")
    #expect(try held.store.flags(includingCleared: false).map(\.flag) == [answered])

    _ = try held.store.record(
      Story.visit(0), child: child.id, at: Story.monday.adding(seconds: 120))
    #expect(try held.store.flags(includingCleared: false).first?.flag.answer?.broken == nil)

    let news = try held.store.record(
      Story.visit(0) { $0.kind = .noAccess }, child: child.id,
      at: Story.monday.adding(seconds: 180))
    let broken = try held.store.flags(includingCleared: false).first { $0.id == flag.id }
    #expect(broken?.flag.answer?.broken?.contact == news.contact.id)
    #expect(broken?.flag.answer?.decision == Story.decision)
  }

  @Test(arguments: Backend.allCases)
  func `an escalation promised is kept with its owner and day`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let raised = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    let flag = try #require(raised.first)
    let promise = Answer.Decision.escalate(
      Answer.Escalate(
        rung: .strategyDiscussion, owner: "S. Haddad", due: Story.today, because: nil))
    _ = try held.store.answer(flag.id, promise, at: Story.monday)
    let file = try held.store.caseFile(of: child.id)
    #expect(file.flags.first?.answer?.decision == promise)
  }
}
