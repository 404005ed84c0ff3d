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
      """
      -364 health GP · injuries: cut
      -200 health GP · injuries: burn
      0 health GP · injuries: scald
      """,
      60, "A: -364 -200 0"
    ),
    (
      """
      -365 health GP · injuries: cut
      -200 health GP · injuries: burn
      0 health GP · injuries: scald
      """,
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
      """
      -9 health GP · injuries: burn
      -5 school referral · escalation_level: referral
      0 health GP · injuries: cut
      """,
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

  @Test(arguments: [
    // Marks recorded as facts count as those of contacts do.
    (
      """
      -9 + injury recorded · sites: arm · type: burn
      0 + injury recorded · sites: leg · type: cut
      """,
      60, "A: -9 0"
    ),
    ("0 + injury recorded · sites: ear · type: bruise", 47, "A: 0"),
    ("0 + injury recorded · sites: ear · type: bruise", 48, "-"),
    ("0 + injury recorded · sites: shin; arm · type: bruise · count: 4", 60, "-"),
    // A doctor's view of an accident takes the weight away, from the injury that it is of.
    (
      """
      -9 health GP · injuries: burn to arm
      -8 + injury medical view · of: @-9 · opinion: consistent with accident
      0 health GP · injuries: cut to leg
      """, 60, "-"
    ),
    (
      """
      -9 health GP · injuries: burn to arm
      -8 + injury medical view · of: @-8 · opinion: consistent with accident
      0 health GP · injuries: cut to leg
      """, 60, "A: -9 0"
    ),
    (
      """
      -9 health GP · injuries: burn to arm
      -8 + injury medical view · of: @-9 · opinion: inconclusive
      0 health GP · injuries: cut to leg
      """, 60, "A: -9 0"
    ),
    // Every account tested, it is cleared; not while one is untested, nor once another was given.
    (
      """
      -9 health GP · injuries: burn to arm · explanation_given: fell
      -8 + explanation tested · of: @-9 · tested_by: paediatric opinion · result: cannot tell
      -5 health GP · injuries: cut to leg
      -5 + explanation given · of: @-5 · words: fell
      -4 + explanation tested · of: @-5 · tested_by: open questions · result: fits
      """, 60, "-"
    ),
    (
      """
      -9 health GP · injuries: burn to arm · explanation_given: fell
      -8 + explanation tested · of: @-9 · tested_by: paediatric opinion · result: cannot tell
      -5 health GP · injuries: cut to leg · explanation_given: fell
      """, 60, "A: -9 -5"
    ),
    (
      """
      -9 health GP · injuries: burn to arm · explanation_given: fell · explanation_challenged: yes
      -5 health GP · injuries: cut to leg · explanation_given: fell · explanation_challenged: yes
      -4 + explanation given · of: @-9 · words: pushed
      """, 60, "A: -9 -5"
    ),
    // An everyday mark weighs once its account changed, or was tested and does not fit.
    (
      """
      -9 health GP · injuries: burn to arm
      0 health GP · injuries: bruise to shin · explanation_given: fell
      0 + explanation given · of: @0 · words: the dog did it · compared: different
      """, 60, "A: -9 0"
    ),
    (
      """
      -9 health GP · injuries: burn to arm
      0 health GP · injuries: bruise to shin · explanation_given: fell
      0 + explanation tested · of: @0 · tested_by: scene seen · result: does not fit
      """, 60, "A: -9 0"
    ),
    (
      """
      -9 health GP · injuries: burn to arm
      0 health GP · injuries: bruise to shin · explanation_given: fell
      0 + explanation tested · of: @0 · tested_by: scene seen · result: fits
      """, 60, "-"
    ),
    // How the child moves about weighs too: at five, not on their own; at eight months, walking.
    ("0 health GP · injuries: bruise to arm", 60, "-"),
    (
      """
      -400 + mobility noted · mobility: not independently mobile
      0 health GP · injuries: bruise to arm
      """,
      60, "A: 0"
    ),
    ("0 health GP · injuries: bruise to arm · explanation_given: fell", 8, "A: 0"),
    (
      """
      -20 + mobility noted · mobility: walking
      0 health GP · injuries: bruise to arm · explanation_given: fell
      """, 8, "-"
    ),
    // A strategy discussion recorded beside the contacts starts the count anew with two agencies.
    (
      """
      -9 health GP · injuries: burn
      -5 + meeting held · meeting: strategy discussion · agencies: police; health
      0 health GP · injuries: cut
      """, 60, "-"
    ),
    (
      """
      -9 health GP · injuries: burn
      -5 + meeting held · meeting: strategy discussion · agencies: police
      0 health GP · injuries: cut
      """, 60, "A: -9 0"
    ),
  ])
  func `facts beside the contacts count with them`(
    drawing: String, age: Int, expected: String
  ) throws {
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
