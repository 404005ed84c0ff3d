import Flags
import Records
import Testing

@Suite struct NotSharedTests {
  let rule = FlagRule.notShared

  /// What an agency came to know on a day.
  private func known(
    _ day: Int, _ agency: String = "health", level: String = "medium", then more: String = ""
  ) -> String {
    "\(day) + share known · what: left alone · agency: \(agency) · level: \(level)\(more)"
  }

  @Test(arguments: [
    // Known on Thursday it is due on Friday, known on Friday or later it is due today.
    (-4, 0, "B: -4"), (-3, 0, "-"), (-2, 0, "-"), (0, 0, "-"),
    // The bank holiday on Monday the 25th is no working day.
    (-10, -6, "-"), (-10, -5, "B: -10"),
  ])
  func `more than one working day after it was known`(
    day: Int, after: Int, expected: String
  ) throws {
    #expect(try found(rule, known(day), after: after) == expected)
  }

  @Test(arguments: [
    // An injury by the end of that day, a Sunday too, whatever its level.
    (0, "medium", "-"), (-1, "medium", "A: -1"), (-1, "low", "A: -1"), (-1, "high", "A: -1"),
  ])
  func `an injury is due on the day itself and is for today`(
    day: Int, level: String, expected: String
  ) throws {
    #expect(try found(rule, known(day, level: level, then: " · injury: yes")) == expected)
    #expect(try found(rule, known(day, level: level, then: " · injury: no")) == "-")
  }

  @Test(arguments: [("low", "-"), ("medium", "B: -9"), ("high", "B: -9")])
  func `a low concern need not be shared`(level: String, expected: String) throws {
    #expect(try found(rule, known(-9, level: level)) == expected)
  }

  @Test(arguments: [
    ("school", "B: -9"), ("police", "B: -9"), ("The Meadow Nursery", "B: -9"),
    ("social care", "-"), ("Social Care", "-"),
  ])
  func `what social care knows is with social care`(agency: String, expected: String) throws {
    #expect(try found(rule, known(-9, agency)) == expected)
  }

  @Test(arguments: [
    ("-2 + share shared · what: left alone · told: Wil Worker", "-"),
    ("-2 + share not shared · what: left alone · because: the court forbids it", "-"),
    ("-2 + share shared · what: Left alone. · told: Wil Worker", "-"),
    // Another thing shared, or a meeting, is no answer.
    ("-2 + share shared · what: missed clinic · told: Wil Worker", "B: -9"),
    ("-2 + meeting held · meeting: strategy discussion · agencies: police; health", "B: -9"),
    ("-2 social care closure", "B: -9"),
    // Once shared, the same known again is to be shared again.
    (
      """
      -8 + share shared · what: left alone · told: Wil Worker
      -5 + share known · what: left alone · agency: school · level: high
      """, "B: -5"
    ),
  ])
  func `it is cleared by sharing, or by the reason not to`(more: String, expected: String) throws {
    #expect(try found(rule, "-20 school school\n" + known(-9) + "\n" + more) == expected)
  }

  @Test func `one entered in error is none`() throws {
    let error = "\n-8 + share known · what: left alone · agency: health · level: medium"
    #expect(try found(rule, known(-9) + error + " · in_error: another child") == "-")
  }

  @Test func `several are one flag, which an injury leads`() throws {
    let injury =
      "-5 + share known · what: burnt hand · agency: school · level: medium · injury: yes"
    let drawing = known(-9) + "\n" + injury
    #expect(try found(rule, drawing) == "A: -9 -5")
    #expect(
      try sentence(rule, drawing) == """
        School recorded "burnt hand" on 2026-05-27. Not shared with the social worker after 5 days.
        """)
  }

  @Test func `the line says who knew what, and since when`() throws {
    #expect(
      try sentence(rule, known(-4)) == """
        Health recorded "left alone" on 2026-05-28. Not shared with the social worker after 4 days.
        """)
  }
}
