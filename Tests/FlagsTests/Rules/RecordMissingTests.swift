import Flags
import Records
import Testing

@Suite struct RecordMissingTests {
  let rule = FlagRule.recordMissing

  @Test(arguments: [
    // Two working days after Thursday 28 May end today; after Wednesday they ended on Friday.
    ("-20 + planned-visit planned · for: @-4 · worker: A. Ward", "-"),
    ("-20 + planned-visit planned · for: @-5 · worker: A. Ward", "D: -20"),
    // Over the bank holiday of 25 May.
    ("-20 + planned-visit planned · for: @-10 · worker: A. Ward", "D: -20"),
    ("-20 + planned-visit planned · for: @5 · worker: A. Ward", "-"),
  ])
  func `a planned visit without a note two working days later is a gap`(
    drawing: String, expected: String
  ) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `a bank holiday is no working day of the two`() throws {
    let drawing = "-20 + planned-visit planned · for: @-10 · worker: A. Ward"
    #expect(try found(rule, drawing, after: -5) == "-")
    #expect(try found(rule, drawing, after: -4) == "D: -20")
  }

  @Test(arguments: [
    ("-5 social care home visit", "-"), ("-1 social care home visit", "-"),
    ("-5 social care office visit", "-"), ("-5 social care no access", "-"),
    ("-6 social care home visit", "D: -20"), ("-5 social care phone", "D: -20"),
    ("-6 + planned-visit called off · for: @-5", "-"),
    ("-6 + planned-visit called off · for: @-4", "D: -20"),
    // The visit of the next plan is the note of that plan alone.
    (
      """
      -20 + planned-visit planned · for: @-3 · worker: A. Ward
      -3 social care home visit
      """, "D: -20"
    ),
    (
      """
      -20 + planned-visit planned · for: @-3 · worker: A. Ward
      -4 social care home visit
      -3 social care home visit
      """, "-"
    ),
    (
      """
      -20 + planned-visit planned · for: @-3 · worker: A. Ward
      -4 + planned-visit called off · for: @-3
      -3 social care home visit
      """, "-"
    ),
    ("-30 + planned-visit planned · for: @-9 · worker: A. Ward", "D: -30 -20"),
  ])
  func `a visit from its day to the next plan, or its calling off, clears it`(
    added: String, expected: String
  ) throws {
    let plan = "-20 + planned-visit planned · for: @-5 · worker: A. Ward\n"
    #expect(try found(rule, plan + added) == expected)
  }

  @Test(arguments: [
    ("child_seen: yes · seen_alone: yes · child_words: I like school", "-"),
    ("child_seen: yes · child_words: I like school", "D: -5"),
    ("child_seen: yes · seen_alone: no", "D: -5"),
    ("child_seen: yes · seen_alone: unknown · child_words: asleep", "-"),
    ("child_seen: no", "-"), ("child_seen: unknown", "-"), ("announced: no", "D: -5"),
    ("child_seen: yes · seen_alone: yes · child_words: ow · injuries: bruise to ear", "D: -5"),
    (
      """
      child_seen: yes · seen_alone: yes · child_words: ow · injuries: bruise to ear \
      · explanation_given: fell
      """, "-"
    ),
  ])
  func `a visit typed here to a child on a protection plan says what it must`(
    cells: String, expected: String
  ) throws {
    let plan = "-60 social care case conference · plan: cp\n"
    let visit = "-5 social care home visit · \(cells)"
    #expect(try found(rule, plan + visit + " · typed: yes") == expected)
    // What came from a file was not asked for here.
    #expect(try found(rule, plan + visit) == "-")
    let inNeed = "-60 social care supervision · plan: cin\n"
    #expect(try found(rule, inNeed + visit + " · typed: yes") == "-")
  }

  @Test(arguments: [
    ("-9 social care case conference · plan: cp", "-"),
    ("-10 social care case conference · plan: cp", "D: -10"),
    ("-30 social care case conference · plan: cp\n-1 social care closure", "-"),
    (
      "-30 social care case conference · plan: cp\n-5 social care home visit · typed: yes",
      "D: -10 -5"
    ),
  ])
  func `only while the child is on the plan`(added: String, expected: String) throws {
    let visit = "-10 social care home visit · child_seen: yes · typed: yes\n"
    #expect(try found(rule, visit + added) == expected)
  }

  @Test func `office visits and calls need no such note`() throws {
    let drawing = """
      -60 social care case conference · plan: cp
      -5 social care office visit · typed: yes
      -5 social care phone · typed: yes
      """
    #expect(try found(rule, drawing) == "-")
  }

  @Test func `the line says which visit, and what is missing`() throws {
    #expect(
      try sentence(rule, "-20 + planned-visit planned · for: @-5 · worker: A. Ward")
        == "Visit 2026-05-27 has no note after 5 days.")
    let plan = "-60 social care case conference · plan: cp\n"
    #expect(
      try sentence(
        rule,
        plan + "-5 social care home visit · child_seen: yes · injuries: bruise · typed: yes") == """
          CP visit note of 2026-05-27 has no word on whether alone, no words or observation, no \
          explanation.
          """)
    #expect(
      try sentence(rule, plan + "-5 social care home visit · typed: yes")
        == "CP visit note of 2026-05-27 has no word on whether the child was seen.")
  }
}
