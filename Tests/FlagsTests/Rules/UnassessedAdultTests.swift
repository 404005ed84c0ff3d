import Flags
import Records
import Testing

@Suite struct UnassessedAdultTests {
  let rule = FlagRule.unassessedAdult

  @Test(arguments: [
    // Five working days after Friday 22 May, over the bank holiday on the 25th, end on Monday.
    ("-10 health GP · other_adults_noted: Danny", 30, "-"),
    ("-11 health GP · other_adults_noted: Danny", 30, "A: -11"),
    // Under five it is for today; above, from the second sighting.
    ("-20 health GP · other_adults_noted: Danny", 59, "A: -20"),
    ("-20 health GP · other_adults_noted: Danny", 60, "B: -20"),
    (
      "-20 health GP · other_adults_noted: Danny\n-2 police police attendance · other_adults_noted: Danny",
      60, "A: -20 -2"
    ),
    ("-20 social care home visit · plan: cp · other_adults_noted: Danny", 60, "A: -20"),
    // Two differing claims of who he is need no waiting.
    (
      "-1 health GP · other_adults_noted: Danny (friend)\n0 school school · other_adults_noted: Danny (uncle)",
      60, "A: -1 0"
    ),
    // A bare yes waits for a second within 28 days, and is for today from the third.
    ("-20 health GP · other_adults_noted: yes", 60, "-"),
    (
      "-40 health GP · other_adults_noted: yes\n-13 school school · other_adults_noted: yes", 60,
      "B: -40 -13"
    ),
    (
      "-41 health GP · other_adults_noted: yes\n-13 school school · other_adults_noted: yes", 60,
      "-"
    ),
    (
      "-40 health GP · other_adults_noted: yes\n-13 school school · other_adults_noted: yes\n-2 health GP · other_adults_noted: yes",
      60, "A: -40 -13 -2"
    ),
    // The same agency, day, role and kind is one sighting of the unknown adult.
    (
      "-20 health GP · other_adults_noted: yes\n-20 health GP · other_adults_noted: yes", 60, "-"
    ),
    // A strategy discussion answers other questions, not this one.
    (
      "-20 health GP · other_adults_noted: Danny\n-5 social care strategy discussion · escalation_level: strategy discussion",
      30, "A: -20"
    ),
    (
      "-20 health GP · other_adults_noted: no\n-9 school school · other_adults_noted: unknown", 30,
      "-"
    ),
  ])
  func `an adult stays an open question`(drawing: String, age: Int, expected: String) throws {
    #expect(try found(rule, drawing, ageInMonths: age) == expected)
  }

  @Test func `the line says who, how often, since when and by whom`() throws {
    let drawing = """
      -20 health GP · other_adults_noted: Danny
      -2 police police attendance · other_adults_noted: Danny
      -2 police police attendance · other_adults_noted: a lodger
      -20 school school · other_adults_noted: mother's friend
      """
    #expect(
      try sentence(rule, drawing, ageInMonths: 30)
        == """
        "Danny" seen or mentioned twice since 2026-05-12 (health, police). Checks: none. \
        And 1 other adult.
        """)
  }
}
