import Flags
import Records
import Testing

@Suite struct ConditionBreachedTests {
  let rule = FlagRule.conditionBreached

  private static let bail = """
    -30 + condition imposed · condition: police bail · type: bail · adult: Danny \
    · forbids: contact with the child · ends: @60

    """
  private static let home = """
    -30 + condition imposed · condition: court order · type: court order · adult: Danny \
    · forbids: the child's home

    """
  private static let ended = "condition ended · condition: police bail"
  private static let seen = "health GP · other_adults_noted: Danny"
  private static let agreement = """
    -30 + condition imposed · condition: agreement · type: written agreement · adult: Danny \
    · forbids: contact with the child

    """

  @Test(arguments: [
    ("", "-"),
    ("-3 + condition breached · condition: police bail · words: seen in the street", "A: -3"),
    ("-3 health GP · other_adults_noted: Danny", "A: -3"),
    ("-3 health GP · other_adults_noted: danny (friend)", "A: -3"),
    ("-3 + adult sighted · adult: DANNY", "A: -3"),
    ("-3 health GP · other_adults_noted: Lee", "-"),
    ("-3 health GP · other_adults_noted: yes", "-"),
    // From the day on which it was imposed to the day on which it ended.
    ("-30 health GP · other_adults_noted: Danny", "A: -30"),
    ("-31 health GP · other_adults_noted: Danny", "-"),
    ("-6 + \(ended)\n-6 \(seen)", "A: -6"),
    ("-6 + \(ended)\n-5 \(seen)", "-"),
    // The newest breach is the one that is told.
    ("-9 \(seen)\n-3 \(seen)", "A: -3"),
    // Its end forgives nothing.
    ("-3 \(seen)\n-1 + \(ended)", "A: -3"),
  ])
  func `a breach of bail is for today`(added: String, expected: String) throws {
    #expect(try found(rule, Self.bail + added) == expected)
  }

  @Test(arguments: [
    ("-3 social care home visit · other_adults_noted: Danny", "A: -3"),
    ("-3 social care no access · other_adults_noted: Danny", "A: -3"),
    ("-3 school school · other_adults_noted: Danny", "-"),
    ("-3 + adult sighted · adult: Danny · place: home", "A: -3"),
    ("-3 + adult sighted · adult: Danny · place: the child's home", "A: -3"),
    ("-3 + adult sighted · adult: Danny · place: the park", "-"),
    ("-3 + adult sighted · adult: Danny · place: his mother's care home", "-"),
    ("-3 + adult sighted · adult: Danny", "-"),
  ])
  func `the child's home may be where an adult may not be`(
    added: String, expected: String
  ) throws {
    #expect(try found(rule, Self.home + added) == expected)
  }

  @Test func `a condition that forbids other things is not breached by a sighting`() throws {
    let drawing = """
      -30 + condition imposed · condition: order · type: court order · adult: Danny · forbids: other
      -3 social care home visit · other_adults_noted: Danny
      """
    #expect(try found(rule, drawing) == "-")
  }

  @Test(arguments: [
    ("19:00", "07:00", "18:59", false), ("19:00", "07:00", "19:00", true),
    ("19:00", "07:00", "23:30", true), ("19:00", "07:00", "07:00", true),
    ("19:00", "07:00", "07:01", false), ("09:00", "17:00", "08:59", false),
    ("09:00", "17:00", "09:00", true), ("09:00", "17:00", "17:00", true),
    ("09:00", "17:00", "17:01", false),
  ])
  func `an adult seen elsewhere in curfew hours breaches it, over midnight too`(
    from: String, until: String, time: String, breaks: Bool
  ) throws {
    let curfew = """
      -30 + condition imposed · condition: tag · type: curfew · adult: Danny · from: \(from) \
      · until: \(until)

      """
    let expected = breaks ? "A: -3" : "-"
    let contact = "-3 police police attendance · time: \(time) · other_adults_noted: Danny"
    #expect(try found(rule, curfew + contact) == expected)
    let fact = "-3 + adult sighted · adult: Danny · place: the park · time: \(time)"
    #expect(try found(rule, curfew + fact) == expected)
    let atHome = "-3 + adult sighted · adult: Danny · place: home · time: \(time)"
    #expect(try found(rule, curfew + atHome) == "-")
    #expect(try found(rule, curfew + "-3 health GP · other_adults_noted: Danny") == "-")
  }

  @Test func `outside curfew hours contact with the child stays forbidden`() throws {
    let drawing = """
      -30 + condition imposed · condition: licence · type: licence · adult: Danny · from: 19:00 \
      · until: 07:00 · forbids: contact with the child
      -3 school school · time: 12:00 · other_adults_noted: Danny
      """
    #expect(try found(rule, drawing) == "A: -3")
  }

  @Test(arguments: [
    ("Danny (boyfriend)", "A: -3"), ("Danny (partner)", "A: -3"), ("Danny (husband)", "A: -3"),
    ("Danny (friend)", "-"), ("Danny", "-"), ("Lee (boyfriend)", "-"),
  ])
  func `a relationship of somebody who must disclose theirs breaches it`(
    adult: String, expected: String
  ) throws {
    let drawing = """
      -30 + condition imposed · condition: disclosure · type: disclosure of relationships \
      · adult: Danny
      -3 health GP · other_adults_noted: \(adult)
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test(
    arguments: [
      ("bail", "A: -3"), ("licence", "A: -3"), ("curfew", "A: -3"), ("court order", "A: -3"),
      ("non-molestation order", "A: -3"), ("exclusion", "A: -3"), ("written agreement", "B: -3"),
    ])
  func `a written agreement is for the week and all else for today`(
    type: String, expected: String
  ) throws {
    let drawing = """
      -30 + condition imposed · condition: terms · type: \(type) · adult: Danny
      -3 + condition breached · condition: Terms · words: came back
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `of several the worst gives the band, and all are evidence`() throws {
    let drawing =
      Self.agreement + Self.home + "-3 social care home visit · other_adults_noted: Danny"
    #expect(try found(rule, drawing) == "A: -3")
    let apart =
      Self.agreement + Self.home
      + "-9 social care home visit · other_adults_noted: Danny\n"
      + "-3 school school · other_adults_noted: Danny"
    #expect(try found(rule, apart) == "A: -3 -9")
  }

  @Test(
    arguments: [
      (-3, nil, "A: -4"), (nil, -3, "A: -4"), (-3, -3, "-"), (-4, -4, "-"), (-5, -3, "A: -4"),
      (-3, -5, "A: -4"),
    ] as [(Int?, Int?, String)])
  func `the enforcer told and joint information since clear a breach, together`(
    told: Int?, held: Int?, expected: String
  ) throws {
    let drawing = [
      Self.bail + "-4 health GP · other_adults_noted: Danny",
      told.map { "\($0) + condition enforcer told · condition: police bail · told: police" },
      held.map { "\($0) police other · escalation_level: joint information" },
    ].compactMap { $0 }.joined(separator: "\n")
    #expect(try found(rule, drawing) == expected)
    if expected == "-" {
      let again = drawing + "\n-1 health GP · other_adults_noted: Danny"
      #expect(try found(rule, again) == "A: -1")
    }
  }

  @Test(arguments: [
    ("-3 social care other · escalation_level: management decision", "A: -4"),
    ("-3 school referral · escalation_level: referral", "-"),
    ("-2 + meeting held · meeting: strategy discussion · agencies: police; social care", "-"),
    // Held at some time of the week that began on the day of the breach.
    ("-4 police other · escalation_level: joint information · date_precision: week", "A: -4"),
  ])
  func `a manager's decision is not enough, and a higher rung is`(
    rung: String, expected: String
  ) throws {
    let told = "-3 + condition enforcer told · condition: police bail · told: police\n"
    let breach = "-4 health GP · other_adults_noted: Danny\n"
    #expect(try found(rule, Self.bail + breach + told + rung) == expected)
  }

  @Test(
    arguments: [
      // Five working days before Monday 8 June is today.
      (7, 0, "B: -30"), (8, 0, "-"), (5, 0, "B: -30"),
      // Over the bank holiday of 25 May: before Monday 1 June it is Friday 22 May.
      (0, -10, "B: -30"), (0, -11, "-"),
      // Past its end it stays until somebody records that.
      (-10, 0, "B: -30"),
    ])
  func `a condition that ends within five working days is for the week`(
    ends: Int, after: Int, expected: String
  ) throws {
    let drawing = """
      -30 + condition imposed · condition: police bail · type: bail · adult: Danny · ends: @\(ends)
      """
    #expect(try found(rule, drawing, after: after) == expected)
  }

  @Test(arguments: [
    ("-1 + condition ended · condition: police bail", "-"),
    ("-1 + condition replaced · condition: police bail", "-"),
    ("-1 + condition recalled · condition: police bail", "-"),
    ("-1 + condition varied · condition: police bail · ends: @90", "-"),
    ("-1 + condition varied · condition: police bail · terms: by day", "B: -1"),
    (
      "-1 + condition imposed · condition: order · type: court order · adult: DANNY · ends: @8",
      "-"
    ),
    ("-1 + condition imposed · condition: order · type: court order · adult: Danny", "-"),
    (
      "-1 + condition imposed · condition: order · type: court order · adult: Danny · ends: @3",
      "B: -30 -1"
    ),
    ("-1 + condition imposed · condition: order · type: court order · adult: Lee", "B: -30"),
    (
      """
      -2 + condition imposed · condition: order · type: court order · adult: Danny
      -1 + condition ended · condition: order
      """, "B: -30"
    ),
  ])
  func `its end, a later day or another condition on the same adult clears that`(
    added: String, expected: String
  ) throws {
    let bail = """
      -30 + condition imposed · condition: police bail · type: bail · adult: Danny · ends: @3

      """
    #expect(try found(rule, bail + added) == expected)
  }

  @Test func `the line says which condition, who, where, when and by whom`() throws {
    #expect(
      try sentence(rule, Self.bail + "-3 social care home visit · other_adults_noted: Danny") == """
        police bail (bail, to 2026-07-31) – Danny recorded at home visit on 2026-05-29 by \
        social care.
        """)
    #expect(
      try sentence(rule, Self.home + "-3 + adult sighted · adult: Danny · place: home") == """
        court order (court order) – Danny recorded at home on 2026-05-29 by social care.
        """)
    #expect(
      try sentence(
        rule,
        "-9 + condition imposed · condition: bail · type: bail · adult: Danny · ends: @3")
        == "bail (bail, to 2026-06-04): ends 2026-06-04 and nothing replaces it.")
  }
}
