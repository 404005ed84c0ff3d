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
      "0 health hospital · injuries: bruise to shin\n0 health referral · escalation_level: referral",
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

  @Test func `without a date of birth nothing is assumed`() throws {
    #expect(try found(rule, "0 health GP · injuries: bruise to shin") == "-")
  }

  @Test func `the line says site, age and opinion`() throws {
    #expect(
      try sentence(rule, "0 health GP · injuries: bruise to cheek", ageInMonths: 4)
        == "Bruise to cheek, age 4 months, not independently mobile. Paediatric opinion: none.")
  }
}
