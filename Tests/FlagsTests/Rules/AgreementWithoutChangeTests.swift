import Flags
import Records
import Testing

@Suite struct AgreementWithoutChangeTests {
  let rule = FlagRule.agreementWithoutChange

  /// An action agreed for a day.
  private static func action(_ name: String, _ agreed: Int, due: Int) -> String {
    "\(agreed) + action agreed · action: \(name) · owner: parents · due: @\(due) · category: NEG\n"
  }

  /// A concern raised on a day, in words that may have come before.
  private static func concern(
    _ day: Int, _ words: String = "hungry", category: String = "NEG"
  ) -> String {
    "\(day) + concern raised · concern: \(words) · raised_by: 2A · category: \(category)\n"
  }

  private static func clinic(_ due: Int) -> String { action("clinic", -140, due: due) }

  private static let first = action("course", -170, due: -120) + concern(-100)
  private static let second = action("clinic", -90, due: -60) + concern(-20)
  private static let cycles = first + second

  @Test(
    arguments: [
      // Two cycles, whatever the words of the concern.
      ([cycles], "B: -170 -100 -90 -20"), ([first], "-"), ([second], "-"),
      ([first, clinic(-60), concern(-20, "left alone")], "B: -170 -100 -140 -20"),
      ([first, clinic(-60), concern(-20, category: "PHY")], "-"),
      // Back within 84 days of the day that the action was due, and after it.
      ([first, clinic(-104), concern(-20)], "B: -170 -100 -140 -20"),
      ([first, clinic(-105), concern(-20)], "-"),
      ([first, clinic(-20), concern(-20)], "-"),
      ([first, clinic(-21), concern(-20)], "B: -170 -100 -140 -20"),
      // Both returns in 180 days.
      ([action("course", -220, due: -200), concern(-179), second], "B: -220 -179 -90 -20"),
      ([action("course", -220, due: -200), concern(-180), second], "-"),
      // One return is one, however many actions it follows.
      ([action("course", -170, due: -60), clinic(-55), concern(-20)], "-"),
      (
        [action("course", -170, due: -60), clinic(-55), concern(-30), concern(-20)],
        "B: -170 -30 -140 -20"
      ),
      // Done by its day it is no cycle; a day late, in part, or dropped, it is.
      ([cycles, "-60 + action done · action: clinic"], "-"),
      ([cycles, "-59 + action done · action: clinic"], "B: -170 -100 -90 -20"),
      ([cycles, "-60 + action partly done · action: clinic"], "B: -170 -100 -90 -20"),
      (
        [cycles, "-60 + action dropped · action: clinic · because: moved"],
        "B: -170 -100 -90 -20"
      ),
    ] as [([String], String)])
  func `an action undone and the same concern back, twice`(
    lines: [String], expected: String
  ) throws {
    #expect(try found(rule, lines.joined()) == expected)
  }

  @Test func `it goes quiet once no concern came for 56 days`() throws {
    #expect(try found(rule, Self.cycles, after: 35) == "B: -170 -100 -90 -20")
    #expect(try found(rule, Self.cycles, after: 36) == "-")
    let contact = Self.cycles + "9 school school · presenting_concern: thin"
    #expect(try found(rule, contact, after: 36) == "B: -170 -100 -90 -20")
    let seen =
      Self.cycles + "9 + improvement noted · improvement: fed · evidence: seen by a worker"
    #expect(try found(rule, seen, after: 36) == "-")
  }

  @Test(arguments: [
    // A conference or more clears it, dated with the last return or after; nothing below it does.
    ("-10 social care case conference · escalation_level: conference", "-"),
    ("-20 social care case conference · escalation_level: conference", "-"),
    ("-21 social care case conference · escalation_level: conference", "-"),
    ("-101 social care case conference · escalation_level: conference", "B: -170 -100 -90 -20"),
    ("-10 + meeting held · meeting: initial conference · agencies: police; health", "-"),
    ("-10 + meeting held · meeting: legal planning · agencies: legal; police", "-"),
    ("-10 + meeting held · meeting: initial conference · agencies: police", "B: -170 -100 -90 -20"),
    ("-10 social care case conference", "B: -170 -100 -90 -20"),
    ("-10 social care other · escalation_level: s47", "B: -170 -100 -90 -20"),
    (
      "-10 + meeting held · meeting: strategy discussion · agencies: police; health",
      "B: -170 -100 -90 -20"
    ),
  ])
  func `only a conference or a higher rung clears it`(more: String, expected: String) throws {
    #expect(try found(rule, Self.cycles + more) == expected)
  }

  /// So many improvements, the first on a day and the others later.
  private func improvements(_ days: [Int], by whom: String = "parent's word") -> String {
    days.map { "\($0) + improvement noted · improvement: home tidy · evidence: \(whom)" }
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ([-179, -90, -9], "parent's word", "B: -179 -90 -9"), ([-180, -90, -9], "parent's word", "-"),
    ([-90, -9], "parent's word", "-"), ([-179, -90, -9], "seen by a worker", "-"),
    ([-179, -90, -9], "another agency", "-"),
    ([-179, -90, -55], "parent's word", "B: -179 -90 -55"),
    ([-179, -90, -56], "parent's word", "-"),
  ])
  func `three improvements on a parent's word alone`(
    days: [Int], whom: String, expected: String
  ) throws {
    #expect(try found(rule, improvements(days, by: whom)) == expected)
  }

  /// Appointments around a review: missed and kept in the weeks before its eve, on its eve, and
  /// after it.
  private func review(
    _ day: Int, usual: [Bool] = [true, true, false, false],
    eve: [Bool] = [true, false, false, false], after: [Bool] = [true, false],
    eveFrom: Int = -14, afterFrom: Int = 27
  ) -> String {
    func lines(_ missed: [Bool], from start: Int) -> [String] {
      missed.enumerated().map { index, isMissed in
        "\(day + start + index) health \(isMissed ? "was not brought" : "clinic")"
      }
    }
    let around =
      lines(usual, from: -70) + lines(eve, from: eveFrom) + lines(after, from: afterFrom)
    return (around + ["\(day) social care case conference"]).joined(separator: "\n") + "\n"
  }

  private let plan = """
    -300 + plan made · plan: cp
    -9 school school · presenting_concern: thin

    """

  @Test func `fewer missed only before each of two reviews`() throws {
    #expect(try found(rule, plan + review(-160) + review(-40)) == "B: -160 -40")
    #expect(try found(rule, plan + review(-40)) == "-")
    let facts = (review(-160) + review(-40)).replacing(
      "social care case conference", with: "+ meeting held · meeting: review conference")
    #expect(try found(rule, plan + facts) == "B: -160 -40")
    // Where no plan is recorded, as on imported rows alone, it does not run.
    let imported = "-9 school school · presenting_concern: thin\n"
    #expect(try found(rule, imported + review(-160) + review(-40)) == "-")
  }

  @Test(arguments: [
    // At most half the usual rate on the eve, which has at least one appointment.
    ([true, true, false, false], [true, true, false, false], -14, [true, false], 27, "-"),
    ([true, true, false, false], [true, false, false], -14, [true, false], 27, "-"),
    ([true, true, false, false], [false], -1, [true, false], 27, "B: -160 -40"),
    ([true, true, false, false], [], -14, [true, false], 27, "-"),
    // At least four appointments in the 56 days before that, and some of them missed.
    ([true, true, false], [false], -14, [true, false], 27, "-"),
    ([false, false, false, false], [false], -14, [false], 27, "-"),
    // Back to the usual rate within 28 days after.
    ([true, true, false, false], [false], -14, [true, false, false], 1, "-"),
    ([true, true, false, false], [false], -14, [true], 28, "B: -160 -40"),
    ([true, true, false, false], [false], -14, [true], 29, "-"),
    // The eve is 14 days; a missed appointment before it is among the usual ones.
    ([true, true, false, false], [true, false], -15, [true], 28, "B: -160 -40"),
  ])
  func `what counts as better only before a review`(
    usual: [Bool], eve: [Bool], eveFrom: Int, after: [Bool], afterFrom: Int, expected: String
  ) throws {
    let last = review(
      -40, usual: usual, eve: eve, after: after, eveFrom: eveFrom, afterFrom: afterFrom)
    #expect(try found(rule, plan + review(-160) + last) == expected)
  }

  @Test(arguments: [(-70, "B: -160 -40"), (-71, "-")])
  func `the usual weeks are the 56 days before the eve`(first: Int, expected: String) throws {
    let moved = review(-40).replacing("-110 health", with: "\(-40 + first) health")
    #expect(try found(rule, plan + review(-160) + moved) == expected)
  }

  @Test func `the line gives counts and dates`() throws {
    #expect(
      try sentence(rule, Self.cycles + "-59 + action done · action: clinic")
        == "2 actions agreed, 1 done, same concern back twice.")
    #expect(
      try sentence(rule, improvements([-90, -50, -9])) == """
        0 actions agreed, 0 done, same concern back 0 times. 3 improvements on a parent's word alone.
        """)
    #expect(
      try sentence(rule, plan + review(-160) + review(-40)) == """
        0 actions agreed, 0 done, same concern back 0 times. Missed less only before the review of \
        2026-04-22.
        """)
  }
}
