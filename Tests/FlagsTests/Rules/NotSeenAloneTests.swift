import Flags
import Records
import Testing

@Suite struct NotSeenAloneTests {
  let rule = FlagRule.notSeenAlone

  /// Visits of the social worker at which the child was seen, under a plan.
  private func drawing(_ plan: String, _ visits: [String], then more: String = "") -> String {
    let start = "-300 social care other · plan: \(plan)"
    let lines = visits.map { visit in
      let cells = visit.split(separator: " ", maxSplits: 1).map(String.init)
      let rest = cells.count > 1 ? " · \(cells[1])" : ""
      return "\(cells[0]) social care home visit · role: social worker · child_seen: yes\(rest)"
    }
    return ([start] + lines + (more.isEmpty ? [] : [more])).joined(separator: "\n")
  }

  @Test(
    arguments: [
      // Two running on a protection plan, three otherwise; "no", "unknown" and nothing are not alone.
      ("cp", ["-9 seen_alone: no"], 60, "-"),
      ("cp", ["-20 seen_alone: no", "-9 seen_alone: unknown"], 60, "C: -20 -9"),
      ("cp", ["-20", "-9"], 60, "C: -20 -9"),
      ("cin", ["-20", "-9"], 60, "-"), ("cin", ["-30", "-20", "-9"], 60, "C: -30 -20 -9"),
      ("assessment", ["-20", "-9"], 60, "-"),
      ("assessment", ["-30", "-20", "-9"], 60, "C: -30 -20 -9"),
      ("cla", ["-20", "-9"], 60, "-"), ("cla", ["-30", "-20", "-9"], 60, "C: -30 -20 -9"),
      ("early help", ["-30", "-20", "-9"], 60, "-"), ("closed", ["-30", "-20", "-9"], 60, "-"),
      // From four years on; where the age is unknown nothing is assumed.
      ("cp", ["-20", "-9"], 48, "C: -20 -9"), ("cp", ["-20", "-9"], 47, "-"),
      ("cp", ["-20", "-9"], nil, "-"),
      // A visit alone ends the run.
      ("cp", ["-20", "-9 seen_alone: yes"], 60, "-"),
      ("cp", ["-30", "-20 seen_alone: yes", "-9"], 60, "-"),
      ("cp", ["-30 seen_alone: yes", "-20", "-9"], 60, "C: -20 -9"),
    ] as [(String, [String], Int?, String)])
  func `visits running at which the child was not alone`(
    plan: String, visits: [String], age: Int?, expected: String
  ) throws {
    #expect(try found(rule, drawing(plan, visits), ageInMonths: age) == expected)
  }

  @Test(arguments: [
    // Only visits of the social worker at which the child was seen are looked at.
    ("-5 social care home visit · role: social worker · child_seen: no", "C: -20 -9"),
    ("-5 health home visit · child_seen: yes · seen_alone: yes", "C: -20 -9"),
    (
      "-5 social care core group · role: social worker · child_seen: yes · seen_alone: yes",
      "C: -20 -9"
    ),
    ("-5 social care school · role: social worker · child_seen: yes · seen_alone: yes", "-"),
    ("-5 social care hospital · role: social worker · child_seen: yes · seen_alone: yes", "-"),
    ("-5 social care office visit · role: social worker · child_seen: yes · seen_alone: yes", "-"),
    // A reason on record breaks the run, on the day of the visit alone.
    ("-9 + voice noted · not_alone_because: asleep throughout", "-"),
    ("-8 + voice noted · not_alone_because: asleep throughout", "C: -20 -9"),
    // A strategy discussion is no visit.
    ("-2 + meeting held · meeting: strategy discussion · agencies: police; health", "C: -20 -9"),
  ])
  func `what ends the run and what does not`(more: String, expected: String) throws {
    let drawing = drawing("cp", ["-20", "-9"], then: more)
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test(arguments: [
    // Three running without words at any age, once anybody writes words down.
    (["-60 child_words: babbled", "-20", "-9"], "-"),
    (["-60 child_words: babbled", "-30", "-20", "-9"], "C: -30 -20 -9"),
    (["-30", "-20", "-9"], "-"),
    (["-60 child_words: babbled", "-30", "-20", "-9 child_words: reached for me"], "-"),
    (["-60 child_words: babbled", "-30", "-20 child_words: smiled", "-9"], "-"),
    // Alone, but without a word of what the child did, is no answer.
    (["-60 child_words: babbled", "-30", "-20", "-9 seen_alone: yes"], "C: -30 -20 -9"),
  ])
  func `visits running without words or observation`(visits: [String], expected: String) throws {
    #expect(try found(rule, drawing("cin", visits), ageInMonths: 10) == expected)
  }

  @Test(arguments: [
    // A carer answered at two of the last five.
    (["-9"], "-"), (["-30", "-9"], "C: -30 -9"),
    (["-50", "-9"], "C: -50 -9"), (["-60", "-9"], "-"), (["-8", "-7"], "-"),
  ])
  func `a carer who answers for the child`(answered: [String], expected: String) throws {
    let visits = ["-60", "-50", "-40", "-30", "-20", "-9"]
    let facts = answered.map { "\($0) + voice noted · answered_for: yes" }
    let drawing = drawing("cin", visits, then: facts.joined(separator: "\n"))
    #expect(try found(rule, drawing, ageInMonths: 30) == expected)
    let no = drawing.replacing("answered_for: yes", with: "answered_for: no")
    #expect(try found(rule, no, ageInMonths: 30) == "-")
  }

  @Test func `a visit alone, with words, clears every arm`() throws {
    let facts = "-30 + voice noted · answered_for: yes\n-20 + voice noted · answered_for: yes"
    let before = ["-40", "-30", "-20"]
    #expect(
      try found(rule, drawing("cin", before, then: facts), ageInMonths: 60) == "C: -40 -30 -20")
    let alone = before + ["-9 seen_alone: yes · child_words: I like my nan"]
    #expect(try found(rule, drawing("cin", alone, then: facts), ageInMonths: 60) == "-")
  }

  @Test(arguments: [
    ("-27 school school · presenting_concern: thin", "B: -20 -9"),
    ("-28 school school · presenting_concern: thin", "C: -20 -9"),
    (
      """
      -27 school school · presenting_concern: thin
      -2 + meeting held · meeting: strategy discussion · agencies: police; health
      """, "C: -20 -9"
    ),
    (
      """
      -27 school school · presenting_concern: thin
      -2 + meeting held · meeting: strategy discussion · agencies: police
      """, "B: -20 -9"
    ),
  ])
  func `an open concern makes it one for the week`(more: String, expected: String) throws {
    let drawing = drawing("cp", ["-20", "-9"], then: more)
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test func `the line counts every visit since the child was last alone`() throws {
    let visits = ["-60 seen_alone: yes · child_words: fine", "-40", "-30", "-20", "-9"]
    let reason = drawing("cp", visits, then: "-30 + voice noted · not_alone_because: asleep")
    #expect(
      try sentence(rule, reason, ageInMonths: 60) == """
        Seen 4 times since last spoken to alone (2026-04-02). No words or observation recorded on 4.
        """)
    #expect(
      try sentence(rule, drawing("cp", ["-20", "-9 child_words: hello"]), ageInMonths: 60) == """
        Seen twice since last spoken to alone (never). No words or observation recorded on 0.
        """)
  }

  @Test func `the line says at how many visits a carer answered`() throws {
    let facts = "-20 + voice noted · answered_for: yes\n-9 + voice noted · answered_for: yes"
    #expect(
      try sentence(rule, drawing("cin", ["-20", "-9"], then: facts), ageInMonths: 30) == """
        Seen twice since last spoken to alone (never). No words or observation recorded on 2. \
        A carer answered for the child at 2.
        """)
  }
}
