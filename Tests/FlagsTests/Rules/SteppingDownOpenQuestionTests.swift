import Flags
import Records
import Testing

@Suite struct SteppingDownOpenQuestionTests {
  let rule = FlagRule.steppingDownOpenQuestion

  private static let draft = "-1 + step-down drafted · to: closed · because: settled\n"

  @Test(arguments: [
    ("", "-"),
    ("-200 health GP · injuries: burn to arm", "A: -1 -200"),
    (
      "-200 health GP · injuries: burn · explanation_given: fell · explanation_challenged: no",
      "A: -1 -200"
    ),
    (
      "-200 health GP · injuries: burn · explanation_given: fell · explanation_challenged: yes",
      "-"
    ),
    ("-200 health hospital · injuries: burn · outcome: consistent with the account", "-"),
    // Everyday marks with one account weigh nothing.
    ("-200 health GP · injuries: bruise to shin · explanation_given: fell", "-"),
    ("-200 health GP · injuries: bruise to shin", "A: -1 -200"),
    // A strategy discussion tests no account.
    (
      """
      -200 health GP · injuries: burn to arm
      -190 social care strategy discussion · escalation_level: strategy discussion
      """, "A: -1 -200"
    ),
  ])
  func `an untested injury holds a closure`(added: String, expected: String) throws {
    #expect(try found(rule, Self.draft + added, ageInMonths: 60) == expected)
  }

  @Test(arguments: [
    ("-200 health GP · other_adults_noted: Danny", "A: -1 -200"),
    ("-200 health GP · other_adults_noted: yes", "A: -1 -200"),
    ("-200 health GP · other_adults_noted: no", "-"),
    ("-200 + adult sighted · adult: Danny", "A: -1 -200"),
    ("-200 + adult checks requested · adult: Danny", "A: -1 -200"),
    (
      "-200 health GP · other_adults_noted: Danny\n-9 + adult checks requested · adult: Danny",
      "A: -1 -200"
    ),
    ("-200 health GP · other_adults_noted: Danny\n-9 + adult checked · adult: danny", "-"),
    ("-200 health GP · other_adults_noted: Danny\n-9 + adult excluded · adult: Danny", "-"),
    (
      "-200 health GP · other_adults_noted: Danny\n-9 + adult checked · adult: Lee",
      "A: -1 -200"
    ),
  ])
  func `an adult who was not checked holds a closure`(added: String, expected: String) throws {
    #expect(try found(rule, Self.draft + added) == expected)
  }

  @Test(arguments: [
    ("-27 school school · presenting_concern: thin", "A: -1 -27"),
    ("-28 school school · presenting_concern: thin", "-"),
    ("-27 school school · presenting_concern: none", "-"),
    ("-27 + concern raised · concern: thin · raised_by: 2A", "A: -1 -27"),
    ("-28 + concern raised · concern: thin · raised_by: 2A", "-"),
    (
      """
      -27 + concern raised · concern: thin · raised_by: 2A
      -9 + concern set aside · concern: thin · set_aside_as: malicious · because: feud
      """, "A: -1 -27"
    ),
    (
      """
      -27 + concern raised · concern: thin · raised_by: 2A
      -9 + concern answered · concern: Thin · because: weighed and well
      """, "-"
    ),
    // A strategy discussion does not make it older.
    (
      """
      -27 school school · presenting_concern: thin
      -9 social care strategy discussion · escalation_level: strategy discussion
      """, "A: -1 -27"
    ),
  ])
  func `a concern younger than 28 days holds a closure`(added: String, expected: String) throws {
    #expect(try found(rule, Self.draft + added) == expected)
  }

  @Test func `a concern of a contact that was answered there is not open`() throws {
    let contact = try DrawnCase("-9 school school · presenting_concern: thin").contacts[0]
    let facts = try DrawnCase(
      """
      -9 + concern raised · concern: thin · raised_by: 2A
      -5 + concern answered · concern: thin · because: weighed and well
      -1 + step-down drafted · to: closed · because: settled
      """)
    let beside = facts.facts.map { record in
      FactRecord(
        id: record.id, child: record.child,
        contact: record.fact.kind == .concern ? contact.id : nil,
        recordedAt: record.recordedAt, recordedBy: record.recordedBy, fact: record.fact)
    }
    for (count, isOpen) in [(1, true), (2, false)] {
      let known = Array(beside.prefix(count)) + beside.suffix(1)
      var view = CaseView(
        Chronology(child: facts.child, contacts: [contact], facts: known), on: DrawnCase.today)
      #expect((rule.judge(&view, parameters) != nil) == isOpen)
    }
  }

  @Test(
    arguments: [
      (.today, "A: -1 -11"), (.thisWeek, "A: -1 -11"), (.supervision, "-"), (.recordGap, "-"),
    ] as [(Band, String)])
  func `a flag of today or the week holds a closure`(band: Band, expected: String) throws {
    let flag = try drawnFlag("R06", band, raised: -10)
    #expect(try found(rule, Self.draft, flags: [flag]) == expected)
  }

  @Test(
    arguments: [
      (decision(until: 0), false, "-"), (decision(until: -1), false, "A: -1 -11"),
      (decision(until: 5), true, "A: -1 -11"),
      // What is only promised is still open.
      (promise(of: .strategyDiscussion, by: 5), false, "A: -1 -11"),
    ] as [(Answer.Decision, Bool, String)])
  func `a decision that stands covers a flag, and a promise does not`(
    answer: Answer.Decision, isBroken: Bool, expected: String
  ) throws {
    let flag = try drawnFlag("R06", .today, raised: -10, answer: answer, isBroken: isBroken)
    #expect(try found(rule, Self.draft, flags: [flag]) == expected)
  }

  @Test(arguments: [
    ("Injury of 2025-11-13 untested", "-"), ("injury of 2025-11-13, untested", "-"),
    ("injury", "A: -1 -200"), ("Injury of 2025-11-13", "A: -1 -200"), ("untested", "A: -1 -200"),
    ("adult", "A: -1 -200"), ("inj", "A: -1 -200"), ("!", "A: -1 -200"),
    ("the injury", "A: -1 -200"),
  ])
  func `a question carried with an owner, named as it was asked, holds nothing`(
    question: String, expected: String
  ) throws {
    let drawing = """
      -200 health GP · injuries: burn to arm
      -1 + step-down drafted · to: closed · because: settled
      -1 + step-down carried · to: closed · question: \(question) · owner: I. Rowe
      """
    #expect(try found(rule, drawing, ageInMonths: 60) == expected)
  }

  @Test(arguments: [
    ("", "-"), ("-1 + step-down drafted · to: cin · because: settled", "A: -1 -200"),
    (
      "-2 + step-down drafted · to: cin · because: settled\n-1 + step-down withdrawn · to: cin",
      "-"
    ),
    ("-2 + step-down drafted · to: cin · because: settled\n-1 + step-down done · to: cin", "-"),
    (
      """
      -3 + step-down drafted · to: cin · because: settled
      -2 + step-down withdrawn · to: cin
      -1 + step-down drafted · to: cin · because: settled
      """, "A: -1 -200"
    ),
  ])
  func `only a draft that is neither withdrawn nor done is held`(
    added: String, expected: String
  ) throws {
    let injury = "-200 health GP · injuries: burn to arm\n"
    #expect(try found(rule, injury + added, ageInMonths: 60) == expected)
  }

  @Test func `the line lists what is open`() throws {
    let drawing = """
      -28 health GP · injuries: burn to arm · other_adults_noted: Danny
      -5 school school · presenting_concern: thin
      -1 + step-down drafted · to: closed · because: settled
      """
    #expect(
      try sentence(
        rule, drawing, ageInMonths: 60, flags: [drawnFlag("R06", .today, raised: -10)]) == """
          Closing with open: injury of 2026-05-04 untested · adult "Danny" unchecked · flag R06 · \
          concern of 2026-05-27.
          """)
    let down = """
      -200 health GP · injuries: burn to arm
      -1 + step-down drafted · to: early help · because: settled
      """
    #expect(
      try sentence(rule, down, ageInMonths: 60)
        == "Stepping down with open: injury of 2025-11-13 untested.")
  }
}
