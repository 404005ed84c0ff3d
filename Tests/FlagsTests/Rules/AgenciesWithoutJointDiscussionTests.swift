import Flags
import Records
import Testing

@Suite struct AgenciesWithoutJointDiscussionTests {
  let rule = FlagRule.agenciesWithoutJointDiscussion

  @Test(arguments: [
    // Two agencies in 21 days, three in 84: both sides of each.
    (
      """
      -20 school school · presenting_concern: a
      0 police police attendance · presenting_concern: b
      """,
      "B: -20 0"
    ),
    (
      """
      -21 school school · presenting_concern: a
      0 police police attendance · presenting_concern: b
      """,
      "-"
    ),
    (
      """
      -83 health clinic · presenting_concern: a
      -40 school school · presenting_concern: b
      0 police police attendance · presenting_concern: c
      """, "B: -83 -40 0"
    ),
    (
      """
      -84 health clinic · presenting_concern: a
      -40 school school · presenting_concern: b
      0 police police attendance · presenting_concern: c
      """, "-"
    ),
    // One agency is no jigsaw, nor are two low concerns.
    (
      "-9 police police attendance · presenting_concern: a\n0 police phone · presenting_concern: b",
      "-"
    ),
    (
      "-9 school school · presenting_concern: late\n0 health clinic · presenting_concern: late", "-"
    ),
    (
      "-9 school school · presenting_concern: late\n0 health hospital · presenting_concern: ill",
      "B: -9 0"
    ),
    // Word that social care only took is the sender's; a visit of its own is its own.
    (
      """
      -9 police police attendance · presenting_concern: a
      0 social care phone · presenting_concern: b
      """,
      "-"
    ),
    (
      """
      -9 police police attendance · presenting_concern: a
      0 social care referral · presenting_concern: b
      """,
      "-"
    ),
    (
      """
      -9 police police attendance · presenting_concern: a
      0 social care home visit · presenting_concern: b
      """,
      "B: -9 0"
    ),
    // An injury that weighs is for today.
    (
      "-9 school school · presenting_concern: a\n0 health GP · injuries: burn to arm", "A: -9 0"
    ),
    (
      """
      -9 school school · presenting_concern: a
      0 health hospital · injuries: graze to knee · explanation_given: fell
      """, "B: -9 0"
    ),
    // A meeting of those who know starts the jigsaw anew; a referral does not.
    (
      """
      -9 school school · presenting_concern: a
      -5 social care other · escalation_level: joint information
      0 police police attendance · presenting_concern: b
      """, "-"
    ),
    (
      """
      -9 school school · presenting_concern: a
      -5 social care strategy discussion · escalation_level: strategy discussion
      0 police police attendance · presenting_concern: b
      """, "-"
    ),
    (
      """
      -9 school school · presenting_concern: a
      -5 school referral · escalation_level: referral
      0 police police attendance · presenting_concern: b
      """, "B: -9 0"
    ),
    // New concerns after an old meeting are not hidden by it.
    (
      """
      -12 social care other · escalation_level: joint information
      -9 school school · presenting_concern: a
      0 police police attendance · presenting_concern: b
      """, "B: -9 0"
    ),
  ])
  func `pieces held by several agencies raise it`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test(arguments: [
    // Any meeting at which agencies share what they know, held; from a strategy discussion up with
    // two agencies named.
    ("meeting held · meeting: professionals' meeting", "-"),
    ("meeting held · meeting: checks", "-"), ("meeting held · meeting: medical", "-"),
    ("meeting held · meeting: strategy discussion · agencies: police; school", "-"),
    ("meeting held · meeting: strategy discussion · agencies: police", "B: -9 0"),
    ("meeting asked · meeting: professionals' meeting · asked_by: school", "B: -9 0"),
    ("meeting held · meeting: core group", "B: -9 0"),
    ("meeting held · meeting: review conference · agencies: police; school", "B: -9 0"),
    ("meeting held · meeting: assessment", "B: -9 0"),
    // A management decision pauses it until its review.
    ("decision made · decision: wait · because: known · by: Mo Manager · review_by: @0", "-"),
    (
      "decision made · decision: wait · because: known · by: Mo Manager · review_by: @-1", "B: -9 0"
    ),
  ])
  func `a meeting or a decision that is recorded beside the contacts`(
    fact: String, expected: String
  ) throws {
    let drawing = """
      -9 school school · presenting_concern: a
      -5 + \(fact)
      0 police police attendance · presenting_concern: b
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `the line names the agencies in the order in which they spoke`() throws {
    let drawing = """
      -9 school school · presenting_concern: a
      -3 health clinic · presenting_concern: b
      0 police police attendance · presenting_concern: c
      """
    #expect(
      try sentence(rule, drawing) == """
        School, health and police each recorded a concern since 2026-05-23. No strategy discussion \
        or professionals' meeting.
        """)
  }
}
