import Records
import SeededRandom
import Testing

@Suite struct MatterTests {
  private static let bail = ["condition": "police bail", "type": "bail", "adult": "Danny"]

  @Test(arguments: ["police bail", "Police BAIL", "  police   bail ", "Pólice-bail"])
  func `a matter goes on by its name, whatever the case, accents or blanks`(name: String) throws {
    var facts = DrawnFacts()
    try facts.add(.condition, "imposed", -30, Self.bail)
    try facts.add(.condition, "breached", -3, ["condition": name, "words": "came back"])
    #expect(facts.matters.map(\.records.count) == [2])
  }

  @Test func `another name or another kind is another matter`() throws {
    var facts = DrawnFacts()
    try facts.add(.condition, "imposed", -30, Self.bail)
    try facts.add(.condition, "breached", -3, ["condition": "court bail", "words": "came back"])
    try facts.add(.series, "planned", -2, ["series": "police bail"].adding(.series, "planned"))
    #expect(facts.matters.map(\.kind) == [.condition, .condition, .series])
  }

  @Test func `what has no name stands alone`() throws {
    for kind in FactKind.all where kind.key.isEmpty {
      var facts = DrawnFacts()
      let step = kind.steps[0]
      for _ in 1...2 { try facts.add(kind, step.name, -3, kind.neededTexts(step)) }
      #expect(facts.matters.count == 2, "\(kind.id)")
    }
  }

  @Test func `a later fact says more, and what it does not say stays`() throws {
    var facts = DrawnFacts()
    try facts.add(.condition, "imposed", -30, Self.bail.merging(["ends": "2026-07-01"]) { $1 })
    try facts.add(.condition, "varied", -3, ["condition": "POLICE BAIL", "ends": "2026-08-01"])
    let matter = try #require(facts.matters.first)
    #expect(matter.fact.day(.ends)?.iso == "2026-08-01")
    #expect(matter.fact.text(.adult) == "Danny")
    #expect(matter.date == today.adding(days: -30))
    #expect(matter.first("imposed")?.fact.day(.ends)?.iso == "2026-07-01")
    #expect(matter.latest("varied") == matter.last)
  }

  @Test func `an opening after an end begins another matter, and nothing else does`() throws {
    var facts = DrawnFacts()
    try facts.add(.condition, "imposed", -30, Self.bail)
    try facts.add(.condition, "imposed", -20, Self.bail)
    try facts.add(.condition, "ended", -10, ["condition": "police bail"])
    try facts.add(.condition, "enforcer told", -9, ["condition": "police bail", "told": "police"])
    #expect(facts.matters.map(\.records.count) == [4])
    #expect(facts.matters.map(\.isClosed) == [true])
    try facts.add(.condition, "imposed", -8, Self.bail)
    try facts.add(.condition, "breached", -7, ["condition": "police bail", "words": "came back"])
    #expect(facts.matters.map(\.records.count) == [4, 2])
    #expect(facts.matters.map(\.isClosed) == [true, false])
  }

  @Test func `what was entered in error stays on record, and no rule reads it`() throws {
    var facts = DrawnFacts()
    try facts.add(.adult, "sighted", -20, ["adult": "Danny"])
    try facts.add(.adult, "sighted", -19, ["adult": "Lee"])
    #expect(facts.chronology.sightings.count == 2)
    try facts.add(.adult, "sighted", -20, ["adult": "danny", "in_error": "another child"])
    #expect(facts.matters.map(\.isInError) == [true, false])
    #expect(facts.chronology.matters.map { $0.fact.text(.adult) } == ["Lee"])
    #expect(facts.chronology.sightings.map(\.date) == [today.adding(days: -19)])
  }

  @Test func `an error takes all with it that was recorded before, and nothing after`() throws {
    var facts = DrawnFacts()
    try facts.add(.adult, "sighted", -20, ["adult": "Danny"])
    try facts.add(.adult, "checked", -10, ["adult": "Danny"])
    // The day of an error is often that of what was wrong.
    try facts.add(.adult, "sighted", -20, ["adult": "Danny", "in_error": "another child"])
    #expect(facts.chronology.matters.isEmpty)
    try facts.add(.adult, "sighted", -15, ["adult": "Danny"])
    #expect(facts.chronology.matters.map(\.date) == [today.adding(days: -15)])
    #expect(facts.matters.flatMap(\.records).count == 4)
  }

  @Test func `a correction mends what has no name, on an earlier day too`() throws {
    var facts = DrawnFacts()
    let first = try facts.add(
      .injury, "recorded", -5, ["sites": "ear", "type": "bruise", "seen_by": "GP"])
    try facts.add(.injury, "recorded", -5, ["sites": "thigh", "type": "burn"])
    #expect(facts.matters.count == 2)
    let second = try facts.add(.injury, "recorded", -6, corrects: first.id, ["sites": "forearm"])
    #expect(facts.matters.map(\.records.count) == [2, 1])
    try facts.add(.injury, "recorded", -7, corrects: second.id, ["sites": "shin"])
    let matter = try #require(facts.matters.first)
    #expect(matter.records.count == 3)
    #expect(matter.fact.text(.sites) == "shin")
    #expect(matter.fact.text(.seenBy) == "GP")
    let events = facts.chronology.injuries
    #expect(events.map(\.date) == [today.adding(days: -7), today.adding(days: -5)])
    #expect(events.map(\.sites) == [[.shinOrKnee], [.thigh]])
  }

  @Test func `a correction may say that it was an error, and one of nothing stands alone`() throws {
    var facts = DrawnFacts()
    let first = try facts.add(.injury, "recorded", -5, ["sites": "ear"])
    try facts.add(
      .injury, "recorded", -6, corrects: first.id, ["sites": "ear", "in_error": "another child"])
    #expect(facts.chronology.injuries.isEmpty)
    try facts.add(
      .injury, "recorded", -6, corrects: Identifier(high: 9, low: 9), ["sites": "ear"])
    #expect(facts.matters.count == 2)
    #expect(facts.chronology.injuries.count == 1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `no order of recording within a day loses a record`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var facts: [Fact] = []
    for _ in 0..<30 {
      let kind = FactKind.all.filter { !$0.key.isEmpty }.prefix(4).randomElement(using: &random)
      let step = kind?.steps.randomElement(using: &random)
      guard let kind, let step else { continue }
      var texts = kind.neededTexts(step)
      if Int.random(in: 0..<10, using: &random) == 0 { texts["in_error"] = "another child" }
      facts.append(try Fact(kind: kind, step: step.name, on: today, texts: texts))
    }
    for _ in 0..<20 {
      var drawn = DrawnFacts()
      for fact in facts.shuffled(using: &random) {
        let earlier = drawn.records.randomElement(using: &random)
        let isCorrection = Int.random(in: 0..<5, using: &random) == 0
        drawn.add(
          fact, corrects: isCorrection && earlier?.fact.kind == fact.kind ? earlier?.id : nil)
      }
      let matters = drawn.matters
      #expect(matters.flatMap(\.records).map(\.id).sorted() == drawn.records.map(\.id))
      #expect(matters == Matter.matters(in: drawn.records.shuffled(using: &random)))
    }
  }
}

extension [String: String] {
  /// These texts with those that a step of a kind needs besides.
  fileprivate func adding(_ kind: FactKind, _ step: String) -> [String: String] {
    guard let step = kind.step(step) else { return self }
    return merging(kind.neededTexts(step)) { mine, _ in mine }
  }
}
