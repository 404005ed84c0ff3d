import Flags
import Records
import Testing

@Suite struct ClosedThenBackTests {
  let rule = FlagRule.closedThenBack

  private let start = "-500 social care home visit · plan: cin · presenting_concern: thin\n"

  @Test(arguments: [
    // A referral up to 180 days after a closure, 84 after a step down.
    ("-180 social care closure · outcome: settled\n0 school referral", "B: -180 -500 0"),
    ("-181 social care closure · outcome: settled\n0 school referral", "-"),
    (
      """
      -100 social care home visit · plan: cp
      -84 social care case conference · plan: cin
      0 school referral
      """,
      "B: -84 -500 0"
    ),
    (
      """
      -100 social care home visit · plan: cp
      -85 social care case conference · plan: cin
      0 school referral
      """,
      "-"
    ),
    ("-84 social care other · outcome: removed from register\n0 school referral", "B: -84 -500 0"),
    // A medium concern brings it back, a low one only with another.
    (
      "-90 social care closure\n0 police police attendance · presenting_concern: row",
      "B: -90 -500 0"
    ),
    ("-90 social care closure\n0 school school · presenting_concern: late", "-"),
    (
      """
      -90 social care closure
      -9 school school · presenting_concern: late
      0 health clinic · presenting_concern: thin
      """,
      "B: -90 -500 -9 0"
    ),
    ("-90 social care closure\n0 school school · outcome: in every day", "-"),
    // On the day of the closure itself nothing has come back.
    ("0 social care closure\n0 school referral", "-"),
    // It holds for 21 days from the last.
    ("-90 social care closure\n-20 school referral", "B: -90 -500 -20"),
    ("-90 social care closure\n-21 school referral", "-"),
    (
      "-90 social care closure\n-21 school referral\n-20 school school · presenting_concern: late",
      "B: -90 -500 -21 -20"
    ),
    // A referral taken up answers it, but not the row that raises it.
    ("-90 social care closure\n0 school referral · escalation_level: referral", "B: -90 -500 0"),
    (
      """
      -90 social care closure
      -5 school referral
      0 social care other · escalation_level: assessment
      """,
      "-"
    ),
    (
      """
      -90 social care closure
      -5 school referral
      0 social care other · escalation_level: joint information
      """,
      "B: -90 -500 -5"
    ),
    (
      """
      -90 social care closure
      -5 school referral
      0 + meeting held · meeting: strategy discussion · agencies: police; school
      """, "-"
    ),
    (
      """
      -90 social care closure
      -5 school referral
      0 + meeting held · meeting: strategy discussion · agencies: police
      """, "B: -90 -500 -5"
    ),
    ("-90 social care closure\n-5 school referral\n0 + meeting held · meeting: assessment", "-"),
    // A move between need and assessment is no step down; into care is none either.
    (
      """
      -50 social care other · plan: assessment
      -40 social care other · plan: cin
      0 school referral
      """,
      "-"
    ),
    ("-50 social care other · plan: cla\n0 school referral", "-"),
  ])
  func `worry after an ending raises it`(drawing: String, expected: String) throws {
    #expect(try found(rule, start + drawing) == expected)
  }

  @Test func `the line shows what was known before`() throws {
    let drawing = start + "-90 social care closure · outcome: settled\n0 school referral"
    #expect(
      try sentence(rule, drawing) == """
        Closed 2026-03-03 ("settled"). Concern again after 90 days; earlier concerns: 2025-01-17 thin.
        """)
  }
}
