import Flags
import Records
import Testing

@Suite struct PlanDriftTests {
  let rule = FlagRule.planDrift

  private let inNeed = "-250 social care other · plan: cin\n"

  @Test(arguments: [
    // 45 working days over Easter and two bank holidays; the week's when over by more than half.
    ("-69 health referral · plan: assessment", "-"),
    ("-70 health referral · plan: assessment", "C: -70"),
    ("-97 health referral · plan: assessment", "C: -97"),
    ("-98 health referral · plan: assessment", "B: -98"),
    ("-98 health referral · plan: assessment\n-9 social care other · plan: cin", "-"),
    (
      """
      -98 health referral · plan: assessment
      -9 social care other · outcome: assessment completed
      """,
      "-"
    ),
    ("-98 health referral · plan: assessment\n-9 social care closure", "-"),
    (
      "-98 health referral · plan: assessment\n-9 social care home visit · child_seen: yes",
      "B: -98"
    ),
  ])
  func `an assessment is late`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    // The first within ten working days of the conference.
    ("-17 social care case conference · plan: cp", "-"),
    ("-18 social care case conference · plan: cp", "C: -18"),
    ("-21 social care case conference · plan: cp", "C: -21"),
    ("-22 social care case conference · plan: cp", "B: -22"),
    // Then every 42 days.
    ("-80 social care case conference · plan: cp\n-42 social care core group", "-"),
    ("-80 social care case conference · plan: cp\n-43 social care core group", "C: -43"),
    ("-80 social care case conference · plan: cp\n-63 social care core group", "C: -63"),
    ("-80 social care case conference · plan: cp\n-64 social care core group", "B: -64"),
    // A meeting recorded as a fact was held too; one asked for was not.
    (
      "-22 social care case conference · plan: cp\n-3 + meeting held · meeting: core group", "-"
    ),
    (
      """
      -22 social care case conference · plan: cp
      -3 + meeting asked · meeting: core group · asked_by: school
      """, "B: -22"
    ),
    (
      "-80 social care other · plan: cp\n-80 + meeting held · meeting: initial conference", "B: -80"
    ),
    // Without a protection plan there is no core group.
    (inNeedWithConference, "-"),
    (
      "-22 social care case conference · plan: cp\n-3 social care home visit · child_seen: yes",
      "B: -22"
    ),
  ])
  func `a core group is late`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing) == expected)
  }

  private static let inNeedWithConference =
    "-80 social care case conference · plan: cp\n-40 social care other · plan: cin"

  @Test(arguments: [
    // The first within 91 days of the initial conference, each later one within 182.
    ("-91 social care case conference · plan: cp", "-"),
    ("-92 social care case conference · plan: cp", "C: -92"),
    ("-136 social care case conference · plan: cp", "C: -136"),
    ("-137 social care case conference · plan: cp", "B: -137"),
    ("-260 social care case conference · plan: cp\n-182 social care case conference", "-"),
    ("-260 social care case conference · plan: cp\n-183 social care case conference", "C: -183"),
    ("-137 social care case conference · plan: cp\n-9 social care case conference", "-"),
    (
      "-137 social care case conference · plan: cp\n-9 + meeting held · meeting: review conference",
      "-"
    ),
    (
      "-137 social care case conference · plan: cp\n-9 + meeting held · meeting: care review",
      "B: -137"
    ),
  ])
  func `a review conference is late`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing + "\n-5 social care core group") == expected)
  }

  @Test func `a second clock makes it one for the week`() throws {
    let drawing = "-92 social care case conference · plan: cp\n-43 social care core group"
    #expect(try found(rule, drawing) == "B: -43 -92")
    #expect(try found(rule, drawing, after: -1) == "-")
  }

  @Test(arguments: [
    ("-100 + plan made · plan: cin · review_due: @0", "-"),
    ("-100 + plan made · plan: cin · review_due: @-1", "C: -100"),
    ("-30 + plan made · plan: cin · review_due: @-10", "C: -30"),
    ("-31 + plan made · plan: cin · review_due: @-11", "B: -31"),
    // The plan of another status, or one that ended, is not this child's.
    ("-31 + plan made · plan: cla · review_due: @-11", "-"),
    ("-31 + plan made · plan: cin · review_due: @-11\n-9 + plan ended · plan: cin", "-"),
    // Held: reviewed, with another day or without, or a conference or care review since.
    ("-31 + plan made · plan: cin · review_due: @-11\n-9 + plan reviewed · plan: cin", "-"),
    (
      """
      -31 + plan made · plan: cin · review_due: @-11
      -9 + plan reviewed · plan: cin · review_due: @9
      """,
      "-"
    ),
    (
      "-31 + plan made · plan: cin · review_due: @-11\n-9 + meeting held · meeting: care review",
      "-"
    ),
    ("-31 + plan made · plan: cin · review_due: @-11\n-9 social care case conference", "-"),
    // A change of the plan does not hold its review, a new day moves it.
    (
      """
      -31 + plan made · plan: cin · review_due: @-11
      -20 + plan changed · plan: cin · visit_every: 20
      """,
      "B: -31"
    ),
    (
      """
      -31 + plan made · plan: cin · review_due: @-11
      -20 + plan changed · plan: cin · review_due: @0
      """,
      "-"
    ),
    ("-31 + plan made · plan: cin · review_due: @-11\n-9 social care core group", "B: -31"),
  ])
  func `the review of a recorded plan is late`(plan: String, expected: String) throws {
    #expect(try found(rule, inNeed + plan) == expected)
  }

  @Test(arguments: [
    ("-112 + plan made · plan: pre-proceedings", "-"),
    ("-113 + plan made · plan: pre-proceedings", "C: -113"),
    ("-168 + plan made · plan: pre-proceedings", "C: -168"),
    ("-169 + plan made · plan: pre-proceedings", "B: -169"),
    ("-169 + plan made · plan: pre-proceedings\n-9 + plan ended · plan: pre-proceedings", "-"),
    (
      """
      -169 + plan made · plan: pre-proceedings
      -9 social care court · escalation_level: proceedings
      """,
      "-"
    ),
    (
      """
      -169 + plan made · plan: pre-proceedings
      -9 + meeting held · meeting: legal planning · agencies: legal; police
      """,
      "B: -169"
    ),
  ])
  func `pre-proceedings run on for longer than sixteen weeks`(
    plan: String, expected: String
  ) throws {
    #expect(try found(rule, inNeed + plan) == expected)
  }

  @Test(arguments: [
    (-273, "", "-"), (-274, "", "C: -274"),
    (-274, "\n-100 social care other · escalation_level: conference", "C: -100"),
    (-274, "\n-100 social care other · escalation_level: strategy discussion", "C: -100"),
    (-274, "\n-100 social care other · escalation_level: legal", "-"),
    (-274, "\n-100 + meeting held · meeting: legal planning · agencies: legal; police", "-"),
    (-274, "\n-100 social care other · plan: cin", "-"),
  ])
  func `a protection plan of nine months with no rung above a conference`(
    start: Int, more: String, expected: String
  ) throws {
    #expect(try found(rule, "\(start) social care other · plan: cp" + more) == expected)
  }

  /// Actions agreed on one day for another, and looked at twice.
  private func actions(_ dues: [Int], then more: String = "") -> String {
    let agreed = dues.enumerated().map { index, due in
      "-90 + action agreed · action: step \(index) · owner: parents · due: @\(due)"
    }
    let looks = "-40 social care core group\n-10 social care core group"
    return inNeed + (agreed + [looks] + (more.isEmpty ? [] : [more])).joined(separator: "\n")
  }

  @Test(
    arguments: [
      // Half of them late at both of the last two.
      ([-41], "", "C: -10 -90"), ([-40], "", "-"), ([-41, 9], "", "C: -10 -90"),
      ([-41, 9, 9], "", "-"), ([], "", "-"),
      // Done or dropped by the look it is not late; done in part it is.
      ([-41], "-10 + action done · action: step 0", "-"),
      ([-41], "-9 + action done · action: step 0", "C: -10"),
      ([-41], "-10 + action dropped · action: step 0 · because: moved", "-"),
      ([-41], "-10 + action partly done · action: step 0", "C: -10 -90"),
      // Only the last two looks count, of the present status, and one day is one look.
      ([-41], "-5 social care core group\n-6 + action done · action: step 0", "-"),
      ([-11], "-10 + meeting held · meeting: core group", "-"),
      ([-11], "-5 + meeting held · meeting: core group", "C: -10 -90"),
      ([-11], "-5 + meeting held · meeting: review conference", "C: -10 -90"),
      ([-41], "-20 social care other · plan: early help", "-"),
      ([-41], "-3 social care closure", "-"),
    ] as [([Int], String, String)])
  func `half of the actions late at two looks running`(
    dues: [Int], more: String, expected: String
  ) throws {
    #expect(try found(rule, actions(dues, then: more)) == expected)
  }

  @Test func `the line names each clock, how long the plan is open and what is late`() throws {
    let drawing = """
      -92 social care case conference · plan: cp
      -43 social care core group
      -50 + action agreed · action: course · owner: parents · due: @-9
      -50 + action agreed · action: clinic · owner: parents · due: @9
      """
    #expect(try found(rule, drawing) == "B: -43 -92 -50")
    #expect(
      try sentence(rule, drawing) == """
        Core group due 2026-05-31, not held. Review due 2026-05-31, not held. \
        Plan open 92 days, 1 action late.
        """)
    #expect(
      try sentence(rule, "-274 social care other · plan: cp")
        == "Plan open 274 days, 0 actions late.")
  }
}
