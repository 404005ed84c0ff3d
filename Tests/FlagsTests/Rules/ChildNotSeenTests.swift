import Flags
import Records
import Testing

@Suite struct ChildNotSeenTests {
  let rule = FlagRule.childNotSeen

  /// A child of a status who was last seen by the social worker and by anybody so many days ago.
  private func drawing(_ plan: String, bySocialWorker: Int, byAnybody: Int) -> String {
    """
    -200 social care assessment · plan: \(plan)
    -\(bySocialWorker) social care home visit · role: social worker · child_seen: yes · plan: \(plan)
    -\(byAnybody) school school · child_seen: yes · plan: \(plan)
    """.replacing("care assessment", with: "care other")
  }

  @Test(arguments: [
    // On a protection plan the social worker sees the child within 28 days.
    ("cp", 28, 3, "-"), ("cp", 29, 3, "B"), ("cin", 90, 3, "-"), ("cla", 90, 3, "-"),
    // Anybody, within 42 days.
    ("cin", 42, 42, "-"), ("cin", 43, 43, "B"), ("assessment", 43, 43, "B"), ("cla", 43, 43, "B"),
    ("early help", 120, 120, "-"), ("closed", 120, 120, "-"),
    // For today: 42 days on a protection plan, 56 in need, 84 in care.
    ("cp", 42, 42, "B"), ("cp", 43, 43, "A"), ("cin", 56, 56, "B"), ("cin", 57, 57, "A"),
    ("assessment", 56, 56, "B"), ("assessment", 57, 57, "A"), ("cla", 84, 84, "B"),
    ("cla", 85, 85, "A"),
  ])
  func `how long a child may go unseen depends on the status`(
    plan: String, bySocialWorker: Int, byAnybody: Int, band: String
  ) throws {
    let drawing = drawing(plan, bySocialWorker: bySocialWorker, byAnybody: byAnybody)
    #expect(try finding(rule, drawing)?.band.rawValue ?? "-" == band)
  }

  @Test(arguments: [
    ("-9 social care home visit · child_seen: no", "-"),
    ("-9 social care home visit · child_seen: no\n-2 social care no access", "B: -20 -9 -2"),
    ("-9 social care no access\n-2 police home visit · child_seen: no", "B: -20 -9 -2"),
    // A visit that does not say is neither seen nor not; a sighting ends the run.
    ("-9 social care no access\n-2 social care home visit", "-"),
    (
      """
      -9 social care no access
      -5 social care home visit · child_seen: yes
      -2 social care no access
      """, "-"
    ),
  ])
  func `two visits running without the child raise it`(visits: String, expected: String) throws {
    let start =
      "-20 social care home visit · role: social worker · child_seen: yes · plan: cin\n"
    #expect(try found(rule, start + visits) == expected)
  }

  @Test(arguments: [(42, "-"), (43, "B: -43"), (57, "A: -57")])
  func `a child never seen is counted from the start of the status`(
    days: Int, expected: String
  ) throws {
    #expect(try found(rule, "-\(days) health referral · plan: assessment") == expected)
  }

  @Test func `an assessment that was completed needs no sighting`() throws {
    let open = "-90 health referral · plan: assessment"
    let done = open + "\n-50 social care other · outcome: assessment completed"
    #expect(try finding(rule, open) != nil)
    #expect(try finding(rule, done) == nil)
  }

  @Test func `the line says how long and how many visits were made`() throws {
    let drawing = """
      -60 social care home visit · role: social worker · child_seen: yes · plan: cin
      -50 school school · child_seen: yes
      -9 social care no access
      -2 social care home visit · child_seen: no
      """
    #expect(
      try sentence(rule, drawing)
        == "Not seen by SW for 60 days, by anyone for 50 days (2 visits made).")
  }
}
