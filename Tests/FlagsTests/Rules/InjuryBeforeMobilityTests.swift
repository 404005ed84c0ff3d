import Flags
import Records
import Testing

@Suite struct InjuryBeforeMobilityTests {
  let rule = FlagRule.injuryBeforeMobility

  @Test(arguments: [
    // Under nine months a child whose mobility nobody recorded is taken not to crawl.
    ("0 health GP · injuries: bruise to shin", 8, "A: 0"),
    ("0 health GP · injuries: bruise to shin", 9, "-"),
    ("0 health GP · injuries: mark to arm", 0, "A: 0"),
    // It takes both, a paediatric opinion and a referral.
    ("0 health hospital · injuries: bruise to shin", 4, "A: 0"),
    (
      "0 health GP · injuries: bruise to shin\n0 health referral · escalation_level: referral", 4,
      "A: 0"
    ),
    (
      """
      0 health hospital · injuries: bruise to shin
      0 health referral · escalation_level: referral
      """,
      4, "-"
    ),
    // Later than the same day it has fired, and both together clear it.
    (
      """
      -3 health GP · injuries: bruise to shin
      0 health clinic · role: paediatrician · escalation_level: referral
      """, 4, "-"
    ),
    ("-300 health GP · injuries: bruise to shin", 12, "A: -300"),
  ])
  func `a mark on a child who cannot move`(drawing: String, age: Int, expected: String) throws {
    #expect(try found(rule, drawing, ageInMonths: age) == expected)
  }

  @Test(arguments: [
    // Through disability at any age, and for good; any other note gives way to the age.
    ("-400 + mobility noted · mobility: not independently mobile", 60, "A: 0"),
    (
      """
      -400 + mobility noted · mobility: not independently mobile
      -20 + mobility noted · mobility: walking
      """, 60, "-"
    ),
    ("-400 + mobility noted · mobility: rolling", 60, "-"),
    ("-91 + mobility noted · mobility: rolling", 12, "A: 0"),
    ("-92 + mobility noted · mobility: rolling", 12, "-"),
    ("-20 + mobility noted · mobility: not rolling", 10, "A: 0"),
    // Noted walking or crawling at eight months; under six months no note counts.
    ("-20 + mobility noted · mobility: walking", 8, "-"),
    ("-20 + mobility noted · mobility: crawling", 8, "-"),
    ("1 + mobility noted · mobility: walking", 8, "A: 0"),
    ("-20 + mobility noted · mobility: walking", 6, "-"),
    ("-20 + mobility noted · mobility: walking", 5, "A: 0"),
  ])
  func `what was noted of how the child moves`(note: String, age: Int, expected: String) throws {
    let drawing = note + "\n0 health GP · injuries: bruise to shin"
    #expect(try found(rule, drawing, ageInMonths: age) == expected)
  }

  @Test(arguments: [
    // A medical view of this mark is an opinion, once the doctor saw it; a strategy discussion is a
    // referral and more.
    ("-2 + injury medical view · of: @-3 · opinion: inconclusive", "A: -3"),
    (
      """
      -2 + injury medical view · of: @-3 · opinion: consistent with accident
      -2 health referral · escalation_level: referral
      """, "-"
    ),
    (
      """
      -2 + injury medical view · of: @-3 · opinion: not seen
      -2 health referral · escalation_level: referral
      """, "A: -3"
    ),
    (
      """
      -2 + injury medical view · of: @-2 · opinion: inconclusive
      -2 health referral · escalation_level: referral
      """, "A: -3"
    ),
    (
      """
      -2 + injury medical view · of: @-3 · opinion: inconclusive
      -2 + meeting held · meeting: strategy discussion · agencies: police; health
      """, "-"
    ),
    (
      """
      -2 + injury medical view · of: @-3 · opinion: inconclusive
      -2 + meeting held · meeting: strategy discussion · agencies: police
      """, "A: -3"
    ),
    ("-2 + meeting held · meeting: strategy discussion · agencies: police; health", "A: -3"),
  ])
  func `a medical view and a referral together clear it`(more: String, expected: String) throws {
    let drawing = "-3 health GP · injuries: bruise to shin\n" + more
    #expect(try found(rule, drawing, ageInMonths: 4) == expected)
  }

  @Test func `a mark recorded as a fact is a mark`() throws {
    let drawing = """
      -3 + injury recorded · sites: shin · type: mark uncertain
      -1 + injury medical view · of: @-3 · opinion: inconclusive · opinion_by: Dr Example
      """
    #expect(try found(rule, drawing, ageInMonths: 4) == "A: -3")
    #expect(
      try sentence(rule, drawing, ageInMonths: 4) == """
        Mark to shin/knee, age 3 months, not independently mobile. Paediatric opinion: 2026-05-31.
        """)
  }

  @Test func `without a date of birth nothing is assumed`() throws {
    #expect(try found(rule, "0 health GP · injuries: bruise to shin") == "-")
  }

  @Test func `the line says site, age and opinion`() throws {
    #expect(
      try sentence(rule, "0 health GP · injuries: bruise to cheek", ageInMonths: 4)
        == "Bruise to cheek, age 4 months, not independently mobile. Paediatric opinion: none.")
  }
}
