import Flags
import Records
import Testing

@Suite struct RepeatReferralsNoActionTests {
  let rule = FlagRule.repeatReferralsNoAction

  /// Referrals on days, each with a concern of its own, closed with no further action.
  private func referrals(_ days: [Int], outcome: String = "NFA", concern: String? = nil) -> String {
    days.map { day in
      let words = concern ?? "worry of \(day)"
      return "\(day) school referral · presenting_concern: \(words) · outcome: \(outcome)"
    }.joined(separator: "\n")
  }

  @Test(arguments: [
    ([-364, -90, 0], 60, true), ([-365, -90, 0], 60, false), ([-90, 0], 60, false),
    // Two are enough for a child under two.
    ([-90, 0], 23, true), ([-90, 0], 24, false), ([0], 23, false), ([-365, 0], 23, false),
  ])
  func `referrals turned away in a year raise it`(
    days: [Int], months: Int, fires: Bool
  ) throws {
    #expect(try (finding(rule, referrals(days), ageInMonths: months) != nil) == fires)
  }

  @Test func `two with the same concern are enough`() throws {
    #expect(try finding(rule, referrals([-90, 0], concern: "left alone"), ageInMonths: 60) != nil)
  }

  @Test(arguments: ["advice given", "no further action"])
  func `advice and no further action are both turning away`(outcome: String) throws {
    #expect(try finding(rule, referrals([-90, 0], outcome: outcome), ageInMonths: 12) != nil)
    #expect(try finding(rule, referrals([-90, 0], outcome: "allocated"), ageInMonths: 12) == nil)
  }

  @Test(arguments: [
    ("referral", false), ("assessment", false), ("joint information", true), ("none", true),
  ])
  func `only those after the last referral taken up are counted`(
    rung: String, fires: Bool
  ) throws {
    let drawing =
      referrals([-90]) + "\n-50 social care other · escalation_level: \(rung)\n" + referrals([0])
    #expect(try (finding(rule, drawing, ageInMonths: 12) != nil) == fires)
  }

  @Test func `a referral that was turned away is no referral held`() throws {
    let drawing = """
      -90 school referral · presenting_concern: a · outcome: NFA · escalation_level: referral
      0 police referral · presenting_concern: b · outcome: NFA · escalation_level: referral
      """
    #expect(try found(rule, drawing, ageInMonths: 12) == "B: -90 0")
  }

  @Test(arguments: [
    ([-364, -90, 0], "", "B: -364 -90 0"), ([-365, -90, 0], "", "-"),
    ([-200, -200, 0], "", "-"),
    (
      [-200, -90, 0],
      "\n-150 social care strategy discussion · escalation_level: strategy discussion",
      "-"
    ),
    ([-200, -90, 0], "\n-150 social care other · escalation_level: assessment", "B: -200 -90 0"),
  ])
  func `three referral days without a strategy discussion raise it whatever came of them`(
    days: [Int], held: String, expected: String
  ) throws {
    let drawing = referrals(days, outcome: "assessment started") + held
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test func `an injury alleged in any of them is for today`() throws {
    let drawing = referrals([-90]) + "\n0 school referral · injuries: bruise to arm · outcome: NFA"
    #expect(try finding(rule, drawing, ageInMonths: 12)?.band == .today)
  }

  @Test func `the line counts them and names their sources`() throws {
    #expect(
      try sentence(rule, referrals([-90, -30, 0]), ageInMonths: 60)
        == "3rd referral in 91 days, all closed without assessment. Sources: school.")
  }
}
