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
      """
      -20 health GP · other_adults_noted: Danny
      -2 police police attendance · other_adults_noted: Danny
      """,
      60, "A: -20 -2"
    ),
    ("-20 social care home visit · plan: cp · other_adults_noted: Danny", 60, "A: -20"),
    // Two differing claims of who he is need no waiting.
    (
      """
      -1 health GP · other_adults_noted: Danny (friend)
      0 school school · other_adults_noted: Danny (uncle)
      """,
      60, "A: -1 0"
    ),
    // A bare yes waits for a second within 21 days, and is for today only from the third.
    ("-20 health GP · other_adults_noted: yes", 60, "-"),
    (
      "-40 health GP · other_adults_noted: yes\n-20 school school · other_adults_noted: yes", 60,
      "B: -40 -20"
    ),
    (
      "-41 health GP · other_adults_noted: yes\n-20 school school · other_adults_noted: yes", 60,
      "-"
    ),
    (
      "-40 health GP · other_adults_noted: yes\n-20 school school · other_adults_noted: yes", 30,
      "B: -40 -20"
    ),
    (
      """
      -40 social care home visit · plan: cp · other_adults_noted: yes
      -20 school school · other_adults_noted: yes
      """,
      30, "B: -40 -20"
    ),
    (
      """
      -40 health GP · other_adults_noted: yes
      -20 school school · other_adults_noted: yes
      -2 health GP · other_adults_noted: yes
      """,
      60, "A: -40 -20 -2"
    ),
    // The same agency, day, role and kind is one sighting of the unknown adult.
    (
      "-20 health GP · other_adults_noted: yes\n-20 health GP · other_adults_noted: yes", 60, "-"
    ),
    // A strategy discussion answers other questions, not this one.
    (
      """
      -20 health GP · other_adults_noted: Danny
      -5 social care strategy discussion · escalation_level: strategy discussion
      """,
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

  @Test(arguments: [
    // Sighted as a fact is a sighting as well; that somebody was named is none (fault 4.6).
    ("-11 + adult sighted · adult: Danny", "B: -11"), ("-10 + adult sighted · adult: Danny", "-"),
    (
      "-20 + adult sighted · adult: Danny\n-2 + adult named · adult: Danny", "B: -20"
    ),
    (
      "-20 health GP · other_adults_noted: Danny\n-2 + adult sighted · adult: danny",
      "A: -20 -2"
    ),
    (
      """
      -1 + adult sighted · adult: Danny · role: friend
      0 + adult sighted · adult: Danny · role: uncle
      """, "A: -1 0"
    ),
    // Checked clears it; checks asked for, or those on another, do not.
    ("-20 + adult sighted · adult: Danny\n-9 + adult checked · adult: Danny", "-"),
    ("-20 + adult sighted · adult: Danny\n-9 + adult checks requested · adult: Danny", "B: -20"),
    ("-20 + adult sighted · adult: Danny\n-9 + adult checked · adult: Robin", "B: -20"),
    ("-20 + adult sighted · adult: Danny\n-9 + adult identity confirmed · adult: Danny", "-"),
    ("-20 + adult sighted · adult: Danny\n-9 + adult assessed · adult: Danny", "-"),
    ("-20 + adult sighted · adult: Danny\n-9 + adult excluded · adult: Danny", "-"),
    (
      """
      -20 + adult sighted · adult: Danny
      -9 + adult checked · adult: Danny
      -2 + adult sighted · adult: Danny
      """,
      "-"
    ),
    (
      """
      -20 + adult sighted · adult: Danny
      -9 + meeting held · meeting: strategy discussion · agencies: police; health
      """, "B: -20"
    ),
    // Staying overnight or caring for the child, within twenty working days assessed.
    (
      "-32 + adult sighted · adult: Danny · overnight: yes\n-30 + adult checked · adult: Danny", "-"
    ),
    (
      "-33 + adult sighted · adult: Danny · overnight: yes\n-30 + adult checked · adult: Danny",
      "B: -33"
    ),
    (
      "-33 + adult sighted · adult: Danny · overnight: no\n-30 + adult checked · adult: Danny", "-"
    ),
    (
      "-33 + adult sighted · adult: Danny · cares: yes\n-30 + adult checked · adult: Danny",
      "B: -33"
    ),
    (
      "-33 + adult sighted · adult: Danny · cares: yes\n-30 + adult assessed · adult: Danny", "-"
    ),
    (
      """
      -33 + adult sighted · adult: Danny · cares: yes
      -30 + adult identity confirmed · adult: Danny
      """,
      "-"
    ),
  ])
  func `the steps of the checks on an adult`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test(arguments: [
    ("checks requested", "A: -20"), ("checked", "A: -20"), ("assessed", "-"), ("safe", "-"),
    ("conditions", "-"), ("identity confirmed", "-"),
  ])
  func `on a protection plan an adult is assessed, not checked alone`(
    step: String, expected: String
  ) throws {
    let drawing = """
      -200 social care other · plan: cp
      -20 + adult sighted · adult: Danny
      -9 + adult \(step) · adult: Danny
      """
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test(arguments: [("checks requested", "asked"), ("checked", "back"), ("named", "none")])
  func `the line says how far the checks have come`(step: String, words: String) throws {
    let drawing = """
      -200 social care other · plan: cp
      -20 + adult sighted · adult: Danny
      -9 + adult \(step) · adult: Danny
      """
    let line = try sentence(rule, drawing, ageInMonths: 60)
    #expect(line?.hasSuffix("Checks: \(words).") == true)
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
