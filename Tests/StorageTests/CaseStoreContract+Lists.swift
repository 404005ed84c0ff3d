import Records
import Storage
import Testing

extension CaseStoreContract {
  // MARK: Searching

  @Test(
    arguments: Backend.allCases,
    [
      ("", ["C2", "C1", "C3"]), ("zoe", ["C1"]), ("ZOË EX", ["C1"]), ("c3", ["C3"]),
      ("quay", ["C2", "C1", "C3"]), ("bruise che", ["C1"]), ("o'brien", ["C2"]),
      ("bruise kitten", []), ("\" OR *", []), ("%", ["C2", "C1", "C3"]), ("作", ["C1"]),
      ("łó", ["C1"]), ("lodz", ["C1"]), ("strasse", ["C1"]), ("Aase", ["C1"]), ("ødegård", ["C1"]),
    ])
  func `children are found by the beginnings of words`(
    _ backend: Backend, _ search: (words: String, refs: [String])
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1", name: "Zoë Example")
    try held.store.add(child)
    try held.store.add(Story.child("C2", name: "Sean O'Brien"))
    try held.store.add(Story.child("C3", name: "Kit Marlow"))
    var facts = Story.bruise
    facts.outcome = "作者 came from Łódź, Straße 4, with Åase Ødegård"
    _ = try held.store.record(facts, child: child.id, at: Story.monday)
    let refs = Set(try held.store.cases(.matching(search.words)).map(\.child.ref))
    #expect(refs == Set(search.refs), "\(search.words)")
  }

  @Test(arguments: Backend.allCases)
  func `children stand in the order of their family names`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    for (ref, name) in [("C1", "Ada Zhou"), ("C2", "Bo Ányos"), ("C3", "Cy Bell")] {
      try held.store.add(Story.child(ref, name: name))
    }
    #expect(try held.store.cases(.matching("")).map(\.child.ref) == ["C2", "C3", "C1"])
  }

  @Test(arguments: Backend.allCases)
  func `siblings share a household and nobody else is in it`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let first = Story.child("C1", household: "H1")
    try held.store.add(first)
    try held.store.add(Story.child("C2", household: "H1"))
    try held.store.add(Story.child("C3", household: "H2"))
    try held.store.add(Story.child("C4"))
    #expect(try held.store.caseFile(of: first.id).siblings.map(\.ref) == ["C2"])
  }

  // MARK: Across children

  @Test(arguments: Backend.allCases)
  func `the log is newest first and goes on where a page ended`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    for daysAgo in [3, 1, 2, 1, 0] {
      _ = try held.store.record(
        Story.visit(daysAgo), child: child.id, at: Story.monday)
    }
    let all = try held.store.log(after: nil, limit: 10)
    #expect(all.map { Story.today.days(since: $0.contact.date) } == [0, 1, 1, 2, 3])
    #expect(all == all.sorted(by: LogEntry.newestFirst))
    let pages = try stride(from: 0, to: 5, by: 2).flatMap { start in
      try held.store.log(after: start == 0 ? nil : all[start - 1].id, limit: 2)
    }
    #expect(pages == all)
  }

  @Test(arguments: Backend.allCases)
  func `agencies tell their last contact and the concerns that nobody answered`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    let other = Story.child("C2")
    try held.store.add(child)
    try held.store.add(other)
    func save(_ daysAgo: Int, _ child: Child, _ change: (inout ContactFacts) -> Void) throws {
      _ = try held.store.record(
        Story.visit(daysAgo, change), child: child.id, at: Story.monday)
    }
    let worry: (inout ContactFacts) -> Void = {
      $0.agency = Agency(.health)
      $0.kind = .clinic
      $0.professional = "health visitor A"
      $0.presentingConcern = "thin and cold"
    }
    try save(28, child, worry)
    try save(27, child, worry)
    try save(9, other, worry)
    try save(8, other) { $0.escalation = .strategyDiscussion }
    let agencies = try held.store.agencies(on: Story.today)
    let health = try #require(agencies.first { $0.agency == Agency(.health) })
    #expect(agencies.first == health)
    #expect(health.contacts == 3)
    #expect(health.lastContact == Story.today.adding(days: -9))
    #expect(health.unansweredConcerns == 1)
    #expect(health.professionals.map(\.name) == ["health visitor A"])
  }

  // MARK: Time

  @Test(arguments: Backend.allCases)
  func `time alone raises a flag when the list is brought up to date`(_ backend: Backend) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.visit(0) { $0.otherAdultsNoted = "Danny (friend)" }, child: child.id,
      at: Story.monday)
    #expect(saved.raised.isEmpty)
    // Five working days pass without a check: the question is open on the sixth.
    let friday = Story.monday.adding(seconds: 4 * 86_400)
    #expect(try held.store.refresh(to: friday) == 0)
    let tuesday = Story.monday.adding(seconds: 9 * 86_400)
    #expect(try held.store.refresh(to: tuesday) == 1)
    let flag = try #require(try held.store.flags(includingCleared: false).first?.flag)
    #expect(flag.rule == RuleID("R09"))
    #expect(flag.raisedOn == Story.today.adding(days: 8))
    #expect(try held.store.refresh(to: tuesday) == 0)
  }

  @Test(arguments: Backend.allCases)
  func `a case that will change later in the day is judged again then, and not before`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(Story.bruise, child: child.id, at: Story.monday)
    var hours: [Int] = []
    var climbed: Int?
    for hour in 1...60 {
      let now = Story.monday.adding(seconds: hour * 3600)
      if try held.store.refresh(to: now) > 0 { hours.append(hour) }
      #expect(try held.store.refresh(to: now) == 0, "it holds at the moment at which it was judged")
      let rules = try held.store.flags(includingCleared: false).map(\.flag.rule)
      if rules.contains(.flagUnanswered) { climbed = climbed ?? hour }
    }
    let raised = try #require(climbed)
    #expect(hours.contains(raised) && raised % 24 != 14, "raised by a moment, not by midnight")
    #expect(hours.count < 6, "\(hours)")
  }
}
