import Flags
import Records
import Testing

@Suite struct HandsChangedTests {
  let rule = FlagRule.handsChanged

  @Test(arguments: [
    ("", "-"),
    (
      """
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      """, "C: -364 -200 -10"
    ),
    (
      """
      -365 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      """, "-"
    ),
    // The confirmation clears it, and not that the child was introduced.
    (
      """
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      -9 + involvement chronology read · worker: c. moss
      """, "-"
    ),
    (
      """
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      -9 + involvement introduced · worker: C. Moss
      """, "C: -364 -200 -10"
    ),
    // Another's confirmation is none.
    (
      """
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -190 + involvement chronology read · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      """, "C: -364 -200 -10"
    ),
    (
      """
      -60 social care supervision · plan: cp
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      """, "B: -364 -200 -10"
    ),
    (
      """
      -60 social care supervision · plan: cin
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss
      """, "C: -364 -200 -10"
    ),
  ])
  func `three workers in 365 days raise it, for the week on a protection plan`(
    drawing: String, expected: String
  ) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    // Five working days after Friday 22 May, over the bank holiday, end on Monday.
    ("-10 + involvement allocated · worker: B. Lane", "-"),
    ("-11 + involvement allocated · worker: B. Lane", "C: -200 -11"),
    (
      """
      -11 + involvement allocated · worker: B. Lane
      0 + involvement chronology read · worker: B. Lane
      """, "-"
    ),
    (
      """
      -60 social care supervision · plan: cp
      -11 + involvement allocated · worker: B. Lane
      """, "B: -200 -11"
    ),
    ("-11 + involvement allocated · worker: B. Lane · handover: met together", "C: -200 -11"),
  ])
  func `a transfer without the chronology read within five working days raises it`(
    added: String, expected: String
  ) throws {
    let first = "-200 + involvement allocated · worker: A. Ward\n"
    #expect(try found(rule, first + added) == expected)
  }

  @Test func `the first worker of a child takes nothing over`() throws {
    #expect(try found(rule, "-60 + involvement allocated · worker: A. Ward") == "-")
  }

  @Test(arguments: [
    // Three working days after Wednesday 27 May end on Monday.
    ("-5 + involvement left · worker: A. Ward", "-"),
    ("-6 + involvement left · worker: A. Ward", "C: -100"),
    (
      "-6 + involvement left · worker: A. Ward\n-1 + involvement allocated · worker: B. Lane", "-"
    ),
    // The last of two to leave.
    (
      """
      -90 + involvement allocated · worker: B. Lane
      -6 + involvement left · worker: A. Ward
      -5 + involvement left · worker: B. Lane
      """, "-"
    ),
    ("-60 social care supervision · plan: cp\n-6 + involvement left · worker: A. Ward", "B: -100"),
  ])
  func `more than three working days without a worker raise it`(
    added: String, expected: String
  ) throws {
    let first = "-100 + involvement allocated · worker: A. Ward\n"
    #expect(try found(rule, first + added) == expected)
  }

  @Test func `nobody in sight for years is evidence by the day on which the last one left`() throws
  {
    let drawing = """
      -500 + involvement allocated · worker: A. Ward
      -400 + involvement left · worker: A. Ward
      """
    #expect(try found(rule, drawing) == "C: -400")
  }

  @Test(arguments: [
    ("TSPROC", "-"), ("CHCHAN", "C: -300 -200 -10"), ("LEFTRL", "C: -300 -200 -10"),
  ])
  func `a planned move of a team is no change of hands`(
    reason: String, expected: String
  ) throws {
    let drawing = """
      -300 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane
      -10 + involvement allocated · worker: C. Moss · reason: \(reason)
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `whoever comes with a planned move of a team is allocated`() throws {
    let drawing = """
      -100 + involvement allocated · worker: A. Ward
      -20 + involvement left · worker: A. Ward
      -20 + involvement allocated · worker: B. Lane · reason: TSPROC
      """
    #expect(try found(rule, drawing) == "-")
    let left = drawing + "\n-6 + involvement left · worker: B. Lane"
    #expect(try found(rule, left) == "C: -100")
  }

  @Test func `the line counts workers and says the gap and the last handover`() throws {
    let drawing = """
      -364 + involvement allocated · worker: A. Ward
      -200 + involvement allocated · worker: B. Lane · handover: met the child together
      -10 + involvement allocated · worker: C. Moss
      """
    #expect(
      try sentence(rule, drawing)
        == "3 workers in 364 days; allocated; last handover note 2025-11-13.")
    let left = """
      -100 + involvement allocated · worker: A. Ward
      -6 + involvement left · worker: A. Ward
      """
    #expect(
      try sentence(rule, left)
        == "1 worker in 100 days; unallocated 6 days; last handover note none.")
  }
}
