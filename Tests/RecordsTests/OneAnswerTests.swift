import Records
import SeededRandom
import Testing

/// One function for one question: how names compare, and in which order children are listed.
@Suite struct OneAnswerTests {
  @Test(
    arguments: [
      ("I. Rowe", "Ida Rowe", true), ("Rowe, Ida", "Ida Rowe", true),
      ("ida rowe", "IDA ROWE", true),
      ("Mrs I Rowe", "Ida Rowe", true), ("Ida M. Rowe", "Ida Rowe", true),
      ("Ida Mary Rowe", "Ida M Rowe", true), ("Łukasz Wrona", "Lukasz Wrona", true),
      ("van der Berg, Jo", "Jo van der Berg", true), ("Ida Row", "Ida Rowe", false),
      ("Iain Rowe", "Ida Rowe", false), ("Ida Rowe", "Rowe", false), ("Rowe", "rowe", true),
      ("Ida Mary Rowe", "Ida Jane Rowe", false), ("W Two", "W One", false),
    ] as [(String, String, Bool)])
  func `2.8 names are compared by their parts`(left: String, right: String, agree: Bool) {
    #expect(PersonName(left).agrees(with: right) == agree)
    #expect(PersonName(right).agrees(with: left) == agree)
  }

  /// A child with some flags, drawn at random.
  private func drawn(
    _ number: UInt64, _ random: inout SplitMix64, at now: Instant
  ) -> (child: Child, flags: [Flag]) {
    let child = Child(
      id: Identifier(high: number, low: 0), ref: "C\(number)",
      household: [nil, "H1", "H2"].randomElement(using: &random) ?? nil)
    let flags = (0..<Int.random(in: 1...4, using: &random)).map { index in
      Flag(
        id: Identifier(high: number, low: UInt64(index + 1)), child: child.id,
        rule: RuleID("R0\(index + 1)"),
        raisedAt: now.adding(seconds: -86_400 * Int.random(in: 0...3, using: &random)),
        band: Band.allCases.randomElement(using: &random) ?? .today, bandSince: now.londonDay,
        line: "words", evidence: [],
        answer: Bool.random(using: &random)
          ? Answer(
            id: Identifier(high: number, low: 99), flag: child.id,
            decision: .escalate(
              Answer.Escalate(
                rung: .s47, owner: "N. Okafor", due: now.londonDay, because: nil)),
            answeredBy: "N. Okafor", answeredAt: now) : nil)
    }
    return (child, flags)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `2.3 the order of the list is one, in whatever order the flags come`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let now = Instant(seconds: 1_790_000_000)
    let cases = (1...12).map { drawn(UInt64($0), &random, at: now) }
    let entries = cases.flatMap { item in item.flags.map { FlagEntry(flag: $0, child: item.child) }
    }
    let ordered = FlaggedOrder.ordered(entries, at: now)
    #expect(FlaggedOrder.ordered(entries.shuffled(using: &random), at: now) == ordered)
    #expect(Set(ordered.map(\.id)) == Set(entries.map(\.id)))
    // All of a child stand together, and so do the children of a household.
    let children = ordered.map(\.child.id).runs
    #expect(Set(children).count == children.count)
    let households = ordered.map { $0.child.household ?? $0.child.ref }.runs
    #expect(Set(households).count == households.count)
    // The first of each child's is the flag by which they are placed.
    for item in cases {
      let place = CasePlace(of: item.child.id, item.flags, at: now)
      #expect(ordered.first { $0.child.id == item.child.id }?.flag == place.flags.first)
      let open = item.flags.filter { !$0.isAnswered(at: now) }
      #expect(place.band == (open.isEmpty ? item.flags : open).map(\.band).min())
    }
  }
}

extension Array where Element: Equatable {
  /// Each element once for as long as it repeats.
  fileprivate var runs: [Element] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
