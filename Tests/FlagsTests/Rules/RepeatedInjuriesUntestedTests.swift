import Flags
import Records
import Testing

@Suite struct RepeatedInjuriesUntestedTests {
  let rule = FlagRule.repeatedInjuriesUntested

  @Test(arguments: [
    // Two points in 90 days, three in 365: both sides of each.
    ("-89 health GP · injuries: burn to arm\n0 health GP · injuries: burn to leg", 60, "A: -89 0"),
    ("-90 health GP · injuries: burn to arm\n0 health GP · injuries: burn to leg", 60, "-"),
    (
      "-364 health GP · injuries: cut\n-200 health GP · injuries: burn\n0 health GP · injuries: scald",
      60, "A: -364 -200 0"
    ),
    (
      "-365 health GP · injuries: cut\n-200 health GP · injuries: burn\n0 health GP · injuries: scald",
      60, "-"
    ),
    // One mark is one injury at most, and a site of high concern counts double under four.
    ("0 health GP · injuries: bruise to ear", 47, "A: 0"),
    ("0 health GP · injuries: bruise to ear", 48, "-"),
    ("0 health GP · injuries: bruise to arm", 47, "-"),
    // Everyday marks of a child who walks weigh nothing, with one account of them.
    (
      """
      -2 health GP · injuries: bruise to shin · explanation_given: fell
      0 school school · injuries: graze to knee · explanation_given: fell
      """, 30, "-"
    ),
    (
      "-9 health GP · injuries: bruise to shin\n0 health GP · injuries: graze to knee", 30,
      "A: -9 0"
    ),
    // Somebody tested every account, or a doctor found an accident.
    (
      """
      -9 health GP · injuries: burn · explanation_given: fell · explanation_challenged: yes
      0 health GP · injuries: cut · explanation_given: fell · explanation_challenged: yes
      """, 60, "-"
    ),
    (
      """
      -9 health GP · injuries: burn · explanation_given: fell · explanation_challenged: yes
      0 health GP · injuries: cut · explanation_given: fell · explanation_challenged: no
      """, 60, "A: -9 0"
    ),
    ("0 health hospital · injuries: bruise to ear · outcome: consistent with the account", 30, "-"),
    ("0 health hospital · injuries: bruise to ear · outcome: non-accidental", 30, "A: 0"),
    // A strategy discussion starts the count anew; a referral does not.
    (
      """
      -9 health GP · injuries: burn
      -5 social care strategy discussion · escalation_level: strategy discussion
      0 health GP · injuries: cut
      """, 60, "-"
    ),
    (
      "-9 health GP · injuries: burn\n-5 school referral · escalation_level: referral\n0 health GP · injuries: cut",
      60, "A: -9 0"
    ),
    // The same marks told again are one injury; a reference back is none.
    ("-2 health GP · injuries: burn to arm\n0 school school · injuries: burn to arm", 60, "-"),
    (
      "-3 health GP · injuries: burn to arm\n0 school school · injuries: burn to arm", 60, "A: -3 0"
    ),
    ("-9 health GP · injuries: burn to arm\n0 school school · injuries: as before: burn", 60, "-"),
    ("-9 health GP · injuries: none seen\n0 school school · injuries: no injury", 60, "-"),
  ])
  func `injuries count by what they weigh`(drawing: String, age: Int, expected: String) throws {
    #expect(try found(rule, drawing, ageInMonths: age) == expected)
  }

  @Test func `the line counts injuries and quotes the last untested account`() throws {
    let drawing = """
      -17 health GP · injuries: burn to arm
      0 health GP · injuries: cut to leg · explanation_given: fell off settee
      """
    #expect(
      try sentence(rule, drawing, ageInMonths: 60)
        == "2 injuries in 18 days, 2 with an untested explanation: \"fell off settee\".")
  }
}
