import Records
import Storage
import Testing

extension CaseStoreContract {
  /// Three children with contacts of several days, agencies and kinds.
  private static func caseload(_ backend: Backend) throws -> TestStore {
    let held = try backend.makeStore()
    let names = [("C1", "Zoë Adams"), ("C2", "Łukasz Brook"), ("C3", "Ann Marlow-Example")]
    for (number, (ref, name)) in names.enumerated() {
      let child = Story.child(ref, name: name)
      try held.store.add(child)
      for day in 0..<6 {
        var facts = Story.visit(day * 7 + number)
        facts.time = day % 2 == 0 ? TimeOfDay(clamping: 60 * (8 + number)) : nil
        facts.kind = [.homeVisit, .phone, .gp][(day + number) % 3]
        facts.agency =
          [Agency(.socialCare), Agency(.health), Agency(.school, name: "St Ann's")][
            day % 3]
        facts.childWords = day == 2 ? "The heron bit me, \(name)" : nil
        _ = try held.store.record(facts, child: child.id, at: Story.monday)
      }
    }
    return held
  }

  @Test(arguments: Backend.allCases, [false, true])
  func `an index gives every contact once, in the order of its query`(
    _ backend: Backend, isReversed: Bool
  ) throws {
    let held = try Self.caseload(backend)
    for order in LogQuery.Order.allCases {
      var query = LogQuery()
      (query.order, query.isReversed) = (order, isReversed)
      let index = try held.store.logIndex(query)
      let entries = try held.store.log(at: Array(index.places))
      #expect(index.count == 18 && Set(entries.map(\.id)).count == 18)
      #expect(entries.map(\.id) == entries.sorted(by: query.areInOrder).map(\.id), "\(order)")
    }
    let newest = try held.store.log(at: Array(try held.store.logIndex(LogQuery()).places))
    #expect(newest == (try held.store.log(after: nil, limit: 99)))
  }

  @Test(
    arguments: Backend.allCases,
    [
      ("heron", 3), ("her zoe", 1), ("lukasz", 6), ("quay st", 18), ("gp c2", 2), ("zzz", 0),
      ("\"';*() OR 1", 0), ("%", 18), ("health phone", 2),
    ])
  func `an index is narrowed to words of note, child, agency and kind`(
    _ backend: Backend, _ asked: (words: String, count: Int)
  ) throws {
    let held = try Self.caseload(backend)
    var query = LogQuery()
    query.words = asked.words
    let index = try held.store.logIndex(query)
    #expect(index.count == asked.count)
    let entries = try held.store.log(at: Array(index.places))
    #expect(entries.map(\.id) == entries.sorted(by: query.areInOrder).map(\.id))
  }

  @Test(arguments: Backend.allCases)
  func `an amended contact stands in the index once, as it now is`(_ backend: Backend) throws {
    let held = try Self.caseload(backend)
    let first = try #require(try held.store.log(after: nil, limit: 1).first)
    var facts = first.contact.facts
    facts.outcome = "seen again"
    let amended = try held.store.amend(
      first.contact, to: facts, because: "left out", at: Story.monday)
    let index = try held.store.logIndex(LogQuery())
    #expect(index.count == 18)
    let place = try held.store.place(of: first.id)
    let row = try #require(index.row(of: place))
    #expect(try held.store.log(at: [index.places[row]]).map(\.contact) == [amended.contact])
    #expect(throws: StoreError.unknownContact) {
      try held.store.place(of: Identifier(high: 5, low: 5))
    }
    #expect(throws: StoreError.unknownContact) { try held.store.log(at: [987_654]) }
  }

  @Test(arguments: Backend.allCases)
  func `a search finds the notes that hold every word and says which`(_ backend: Backend) throws {
    let held = try Self.caseload(backend)
    let hits = try held.store.search("HERON zoe", limit: 9)
    #expect(hits.map(\.entry.child.ref) == ["C1"])
    #expect(hits.first?.pieces.filter(\.isMatch).map(\.text) == ["heron", "Zoë"])
    #expect(try held.store.search("heron", limit: 2).count == 2)
    #expect(try held.store.search("bit", limit: 9).count == 3)
    #expect(try held.store.search("nothing such", limit: 9).isEmpty)
  }

  @Test(
    arguments: Backend.allCases,
    [
      "", " ", "\"", "'", "O'Brien", "child-12", "100%", "title:secret", "{a b}:x", "a OR", "NOT",
      "NEAR(", "*", "^x", "-", "(", ")", "+", "\u{0}", "\u{202e}", "👩‍👧", "a\nb", "SELECT 1; --",
      String(repeating: "x", count: 5000), "col:*", "\"unbalanced", "x AND", "~", "\\",
    ])
  func `whatever is typed into a search or a finder is words and never an error`(
    _ backend: Backend, _ typed: String
  ) throws {
    let held = try Self.caseload(backend)
    _ = try held.store.search(typed, limit: 5)
    _ = try held.store.find(typed, limit: 5)
    var query = LogQuery()
    query.words = typed
    _ = try held.store.logIndex(query)
  }

  @Test(arguments: Backend.allCases)
  func `a child just added or renamed is found, and two of one name are told apart`(
    _ backend: Backend
  ) throws {
    let held = try Self.caseload(backend)
    #expect(try held.store.find("adams", limit: 5).lines.map(\.child.ref) == ["C1"])
    let twin = Story.child("C9", name: "Zoë Adams")
    try held.store.add(twin)
    let both = try held.store.find("zoe adams", limit: 1)
    #expect(both.lines.count == 1 && both.count == 2)
    #expect(try held.store.find("zoe c9", limit: 5).lines.map(\.child) == [twin])
    #expect(try held.store.find("", limit: 2).count == 4)
  }

  @Test(arguments: Backend.allCases)
  func `the head of the flagged list is those of it who are to be acted on today`(
    _ backend: Backend
  ) throws {
    let held = try Self.caseload(backend)
    let child = Story.child("C8", name: "Bea Example")
    try held.store.add(child)
    _ = try held.store.record(Story.bruise, child: child.id, at: Story.monday)
    let flagged = try held.store.cases(.flagged)
    let head = try held.store.cases(.flaggedToday)
    #expect(head == flagged.filter { line in line.flags.contains { $0.band == .today } })
    #expect(head.map(\.child.ref) == ["C8"])
  }
}
