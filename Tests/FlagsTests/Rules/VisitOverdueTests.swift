import Flags
import Records
import Testing

@Suite struct VisitOverdueTests {
  let rule = FlagRule.visitOverdue

  /// A child of a status whom the social worker last saw at home so many days ago.
  private func drawing(_ plan: String, _ day: Int?, then more: String = "") -> String {
    let start = "-200 social care other · plan: \(plan)"
    let visit = day.map {
      "\($0) social care home visit · role: social worker · child_seen: yes"
    }
    return [start, visit, more.isEmpty ? nil : more].compactMap { $0 }.joined(separator: "\n")
  }

  /// Not a visit by right, and yet a sighting, so that the child is not unseen (R06).
  private let office = "-5 social care office visit · role: social worker · child_seen: yes"

  @Test(arguments: [
    // Ten working days on a protection plan, over a bank holiday: due today, or last Friday.
    ("cp", -17, "-"), ("cp", -18, "C: -18 -5"),
    // A whole interval over, one visit was missed outright.
    ("cp", -32, "C: -32 -5"), ("cp", -33, "B: -33 -5"),
    // Twenty working days in need, six weeks in care.
    ("cin", -32, "-"), ("cin", -33, "C: -33 -5"), ("cin", -62, "C: -62 -5"),
    ("cin", -63, "B: -63 -5"),
    ("cla", -42, "-"), ("cla", -43, "C: -43 -5"), ("cla", -84, "C: -84 -5"),
    ("cla", -85, "B: -85 -5"),
    // No visits by right.
    ("early help", -150, "-"), ("assessment", -150, "-"), ("closed", -150, "-"),
  ])
  func `the visit is late by the interval of the status`(
    plan: String, day: Int, expected: String
  ) throws {
    #expect(try found(rule, drawing(plan, day, then: office)) == expected)
  }

  @Test(arguments: [
    // On a protection plan it is for today when the child is also not seen: 28 days by the worker,
    // or two visits running.
    ("cp", -28, "", "C: -28"), ("cp", -29, "", "A: -29"), ("cin", -50, "", "C: -50"),
    ("cp", -20, "-9 social care no access", "C: -20 -9"),
    ("cp", -20, "-9 social care no access\n-3 social care no access", "A: -20 -9 -3"),
    ("cin", -40, "-9 social care no access\n-3 social care no access", "C: -40 -9 -3"),
  ])
  func `a child not seen either makes it one for today`(
    plan: String, day: Int, more: String, expected: String
  ) throws {
    #expect(try found(rule, drawing(plan, day, then: more)) == expected)
  }

  @Test(arguments: [
    // The plan's own interval, as it was last changed; an ended one or another's does not count.
    (-10, "-100 + plan made · plan: cp · visit_every: 5", "-"),
    (-11, "-100 + plan made · plan: cp · visit_every: 5", "C: -11"),
    (-18, "-100 + plan made · plan: cp · visit_every: 5", "B: -18"),
    (-17, "-100 + plan made · plan: cp · visit_every: 5", "C: -17"),
    (-18, "-100 + plan made · plan: cp · visit_every: 20", "-"),
    (-11, "-100 + plan made · plan: cin · visit_every: 5", "-"),
    (
      -18,
      """
      -100 + plan made · plan: cp · visit_every: 5
      -90 + plan changed · plan: cp · visit_every: 15
      """,
      "-"
    ),
    (-11, "-100 + plan made · plan: cp · visit_every: 5\n-90 + plan ended · plan: cp", "-"),
    (-11, "-100 + plan made · plan: cp · visit_every: 5\n-90 + plan reviewed · plan: cp", "C: -11"),
  ])
  func `a recorded plan sets its own interval`(day: Int, plan: String, expected: String) throws {
    #expect(try found(rule, drawing("cp", day, then: plan)) == expected)
  }

  @Test func `early help has visits by right where its plan says so`() throws {
    let plan = "-100 + plan made · plan: early help · visit_every: 10"
    #expect(try found(rule, drawing("early help", -18, then: plan)) == "C: -18")
  }

  @Test(arguments: [(-17, "-"), (-18, "C: -18")])
  func `a child never visited is counted from the start of the status`(
    day: Int, expected: String
  ) throws {
    #expect(try found(rule, "\(day) social care other · plan: cp") == expected)
  }

  @Test(arguments: [
    ("social care home visit · role: social worker · child_seen: yes", true),
    ("social care school · role: social worker · child_seen: yes", true),
    ("social care hospital · role: social worker · child_seen: yes", true),
    ("social care office visit · role: social worker · child_seen: yes", false),
    ("social care core group · role: social worker · child_seen: yes", false),
    ("social care phone · role: social worker · child_seen: yes", false),
    ("social care home visit · role: social worker · child_seen: no", false),
    ("social care home visit · role: social worker", false),
    ("social care home visit · role: family support · child_seen: yes", false),
    ("health home visit · role: health visitor · child_seen: yes", false),
    ("social care strategy discussion · escalation_level: strategy discussion", false),
  ])
  func `only the child seen by a social worker clears it`(contact: String, clears: Bool) throws {
    #expect(try (finding(rule, drawing("cin", -40, then: "-3 \(contact)")) == nil) == clears)
  }

  @Test(arguments: [
    ("professional: Cass Cover · role: social worker", true),
    ("professional: Wil Worker", true), ("professional: Cass Cover", false),
    ("professional: Cass Cover · role: family support", false),
  ])
  func `a visit of a worker who covers counts`(who: String, clears: Bool) throws {
    let drawn = try DrawnCase(
      drawing("cin", -40, then: "-3 social care home visit · \(who) · child_seen: yes"))
    var child = drawn.child
    child.worker = "Wil Worker"
    var view = CaseView(Chronology(child: child, contacts: drawn.contacts), on: DrawnCase.today)
    #expect((rule.judge(&view, parameters) == nil) == clears)
  }

  @Test func `the line says when it was due and how often somebody tried`() throws {
    let more = """
      -9 social care no access
      -3 social care home visit · child_seen: no
      -2 health home visit · child_seen: yes
      """
    #expect(
      try sentence(rule, drawing("cin", -40, then: more))
        == "Stat visit due 2026-05-21, 11 days over. 2 attempts since.")
    #expect(
      try sentence(rule, drawing("cp", -18)) == """
        Stat visit due 2026-05-29, 3 days over. 0 attempts since.
        """)
  }
}
