import Flags
import Records
import Testing

@Suite struct IncidentsPilingUpTests {
  let rule = FlagRule.incidentsPilingUp

  private static let absent = "police police attendance · child_seen: no"

  @Test(arguments: [
    ([-364, -100, 0], "B: -364 -100 0"), ([-365, -100, 0], "-"), ([-100, 0], "-"),
    ([-300, -200, -100, 0], "B: -300 -200 -100 0"), ([0, 0, 0], "-"), ([-1, -1, 0, 0], "-"),
  ])
  func `three days with the police in 365 raise it without the child too`(
    days: [Int], expected: String
  ) throws {
    let drawing = days.map { "\($0) \(Self.absent)" }.joined(separator: "\n")
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("-59 police police attendance · child_seen: yes\n0 police police attendance", "B: -59 0"),
    ("-60 police police attendance · child_seen: yes\n0 police police attendance", "-"),
    ("-59 police police attendance · child_seen: unknown\n0 police police attendance", "B: -59 0"),
    ("-59 police police attendance\n0 police police attendance · child_seen: no", "-"),
    // One on a day, at which the child was if at any.
    ("0 police police attendance\n0 police police attendance", "-"),
    (
      """
      -9 police police attendance
      0 police police attendance · child_seen: no
      0 police police attendance · child_seen: yes
      """, "B: -9 0"
    ),
    (
      """
      -9 police police attendance
      0 police police attendance · child_seen: yes
      0 police police attendance · child_seen: no
      """, "B: -9 0"
    ),
    ("-9 police phone\n0 police other", "-"),
  ])
  func `two in 60 days with the child there raise it`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("-8 police other · escalation_level: joint information", "-"),
    ("-8 social care strategy discussion · escalation_level: strategy discussion", "-"),
    ("-8 social care home visit · escalation_level: s47", "-"),
    ("-8 + meeting held · meeting: checks", "-"),
    ("-8 + meeting held · meeting: professionals' meeting", "-"),
    // What happened on the day itself stood before the discussion.
    ("0 police other · escalation_level: joint information", "-"),
    ("-10 police other · escalation_level: joint information", "B: -9 0"),
    ("-8 school referral · escalation_level: referral", "B: -9 0"),
    ("-8 social care other · escalation_level: assessment", "B: -9 0"),
    ("-8 social care other · escalation_level: management decision", "B: -9 0"),
    ("-8 social care strategy discussion", "B: -9 0"),
    (
      """
      -40 social care strategy discussion · escalation_level: strategy discussion · outcome: NFA
      -8 social care strategy discussion · escalation_level: strategy discussion · outcome: NFA
      """, "B: -9 0"
    ),
    // Held at some time of the week that began on that day.
    (
      "-9 police other · escalation_level: joint information · date_precision: week", "B: -9 0"
    ),
  ])
  func `joint information or a strategy discussion clears it, and not a referral alone`(
    added: String, expected: String
  ) throws {
    let drawing = "-9 police police attendance\n0 police police attendance\n" + added
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `the line counts incidents and the times at which the child was there`() throws {
    let drawing = """
      -364 police police attendance · child_seen: no
      -100 police police attendance
      0 police police attendance · child_seen: yes
      """
    #expect(
      try sentence(rule, drawing) == """
        3 police incidents in 365 days; children present at 2; last joint discussion none.
        """)
    let discussed =
      drawing
      + "\n-365 social care strategy discussion · escalation_level: strategy discussion"
    #expect(
      try sentence(rule, discussed) == """
        3 police incidents in 365 days; children present at 2; last joint discussion 2025-06-01.
        """)
  }
}
