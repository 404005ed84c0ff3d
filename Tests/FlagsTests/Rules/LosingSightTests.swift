import Flags
import Records
import Testing

@Suite struct LosingSightTests {
  let rule = FlagRule.losingSight

  @Test(arguments: [
    ("-90 + setting started · setting: Elm School", "-"),
    ("-11 + setting withdrawn · setting: Elm School", "B: -11"),
    ("-11 + setting home education notice · setting: Elm School", "B: -11"),
    ("-11 + setting absent · setting: Elm School · days: 9", "-"),
    ("-11 + setting absent · setting: Elm School · days: 10", "B: -11"),
    ("-11 + setting attendance · setting: Elm School · percent: 90", "-"),
    ("-11 + setting attendance · setting: Elm School · percent: 89", "B: -11"),
    (
      """
      -20 + setting attendance · setting: Elm School · percent: 80
      -11 + setting attendance · setting: elm school · percent: 91
      """, "-"
    ),
    (
      """
      -20 + setting absent · setting: Elm School · days: 12
      -11 + setting back · setting: Elm School
      """, "-"
    ),
    (
      """
      -20 + setting withdrawn · setting: Elm School
      -11 + setting back · setting: Elm School
      """, "-"
    ),
    // Another in its place, while the child is there.
    (
      """
      -20 + setting withdrawn · setting: Elm School
      -11 + setting started · setting: Oak School
      """, "-"
    ),
    (
      """
      -20 + setting withdrawn · setting: Elm School
      -20 + setting started · setting: Oak School
      """, "-"
    ),
    (
      """
      -20 + setting withdrawn · setting: Elm School
      -11 + setting started · setting: Oak School
      -2 + setting withdrawn · setting: Oak School
      """, "B: -20 -2"
    ),
    (
      """
      -90 + setting started · setting: Oak School
      -60 + setting withdrawn · setting: Oak School
      -20 + setting withdrawn · setting: Elm School
      """, "B: -60 -20"
    ),
  ])
  func `a child who falls away from school, nursery or childminder raises it`(
    drawing: String, expected: String
  ) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("@0", "-10 social care home visit · child_seen: yes", "-"),
    ("@-1", "-10 social care home visit · child_seen: yes", "B: -11"),
    ("@0", "-11 social care home visit · child_seen: yes", "B: -11"),
    ("@0", "-10 social care home visit · child_seen: no", "B: -11"),
    ("@0", "-10 social care no access", "B: -11"), ("@0", "", "B: -11"),
    ("", "-10 social care home visit · child_seen: yes", "B: -11"),
  ])
  func `the child seen since and the next sighting planned clear it, together`(
    planned: String, added: String, expected: String
  ) throws {
    let next = planned.isEmpty ? "" : " · next_sighting: \(planned)"
    let drawing = "-11 + setting withdrawn · setting: Little Oaks\(next)\n\(added)"
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `when the planned day has passed it comes back, and says so before`() throws {
    let drawing = """
      -11 + setting withdrawn · setting: Little Oaks · next_sighting: @3
      -10 social care home visit · child_seen: yes
      """
    #expect(try found(rule, drawing, after: 3) == "-")
    #expect(try found(rule, drawing, after: 4) == "B: -11")
    let drawn = try DrawnCase(drawing)
    var view = CaseView(
      Chronology(child: drawn.child, contacts: drawn.contacts, facts: drawn.facts),
      on: DrawnCase.today)
    #expect(rule.judge(&view, parameters) == nil)
    #expect(view.nextChange == DrawnCase.today.adding(days: 4))
  }

  @Test(arguments: [
    // Five working days after Friday 22 May, over the bank holiday, end on Monday.
    ("-10 + address moved in · address: 2 Elm Road", "-"),
    ("-11 + address moved in · address: 2 Elm Road", "B: -11"),
    (
      "-11 + address moved in · address: 2 Elm Road\n0 + address confirmed · address: 2 elm road",
      "-"
    ),
    ("-11 + address moved in · address: 2 Elm Road\n0 social care home visit", "B: -11"),
    ("-180 + address confirmed · address: 2 Elm Road", "-"),
    ("-181 + address confirmed · address: 2 Elm Road", "B: -181"),
    (
      """
      -181 + address confirmed · address: 2 Elm Road
      -9 + address confirmed · address: 2 Elm Road
      """, "-"
    ),
    // Moved, and in nowhere that anybody knows.
    (
      """
      -20 + address confirmed · address: 2 Elm Road
      -10 + address moved out · address: 2 Elm Road
      """, "-"
    ),
    (
      """
      -20 + address confirmed · address: 2 Elm Road
      -11 + address moved out · address: 2 Elm Road
      """, "B: -11"
    ),
    (
      """
      -20 + address confirmed · address: 2 Elm Road
      -11 + address moved out · address: 2 Elm Road
      -11 + address moved in · address: 3 Oak Road
      """, "B: -11"
    ),
    (
      """
      -20 + address confirmed · address: 2 Elm Road
      -11 + address moved out · address: 2 Elm Road
      -11 + address moved in · address: 3 Oak Road
      -1 + address confirmed · address: 3 Oak Road
      """, "-"
    ),
  ])
  func `an address that nobody confirmed raises it`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("", "B: -3"), ("-4 + address confirmed · address: 2 Elm Road", "B: -3"),
    ("-3 + address confirmed · address: 2 Elm Road", "-"),
    ("-2 + address confirmed · address: 2 Elm Road", "-"),
    ("-2 social care home visit · child_seen: yes", "B: -3"),
    // The newest of several.
    (
      """
      -2 + address confirmed · address: 2 Elm Road
      -1 + address visited in error · address: 1 Ash Road
      """, "B: -1"
    ),
  ])
  func `a visit to an old address raises it until the present one is confirmed`(
    added: String, expected: String
  ) throws {
    let drawing = """
      -300 + address moved in · address: 1 Ash Road
      -100 + address moved in · address: 2 Elm Road
      -99 + address confirmed · address: 2 Elm Road
      -3 + address visited in error · address: 1 Ash Road
      \(added)
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("-60 social care supervision · plan: cp", "A: -11"),
    ("-60 social care supervision · plan: cin", "B: -11"),
    (
      """
      -60 social care supervision · plan: cin
      -27 school school · presenting_concern: thin
      """, "A: -11"
    ),
    (
      """
      -60 social care supervision · plan: cin
      -28 school school · presenting_concern: thin
      """, "B: -11"
    ),
    (
      """
      -60 social care supervision · plan: cin
      -27 school school · presenting_concern: thin
      -20 social care strategy discussion · escalation_level: strategy discussion
      """, "B: -11"
    ),
    ("-27 school school · presenting_concern: thin", "B: -11"),
    ("-60 social care supervision · plan: cla", "B: -11"),
  ])
  func `it is for today on a protection plan, or in need with an open concern`(
    added: String, expected: String
  ) throws {
    let drawing = "-11 + setting withdrawn · setting: Little Oaks\n" + added
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `the line says what was lost, what is planned, and what was confirmed`() throws {
    let nursery = "-11 + setting withdrawn · setting: Little Oaks"
    #expect(
      try sentence(rule, nursery)
        == "Withdrawn (Little Oaks, 2026-05-21). Next sighting planned: none.")
    let both =
      nursery + " · next_sighting: @3\n-20 + address confirmed · address: 2 Elm Road\n"
      + "-11 + address moved in · address: 3 Oak Road"
    #expect(
      try sentence(rule, both) == """
        Withdrawn (Little Oaks, 2026-05-21). Next sighting planned: 2026-06-04. Address last \
        confirmed 2026-05-12.
        """)
    #expect(
      try sentence(rule, "-11 + setting absent · setting: Elm School · days: 10") == """
        Absent 10 school days running (Elm School, 2026-05-21). Next sighting planned: none.
        """)
    #expect(
      try sentence(rule, "-11 + address moved in · address: 3 Oak Road") == """
        Moved 2026-05-21; address not confirmed. Next sighting planned: none. Address last \
        confirmed never.
        """)
  }
}
