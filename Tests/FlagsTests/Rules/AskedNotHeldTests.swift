import Flags
import Records
import Testing

@Suite struct AskedNotHeldTests {
  let rule = FlagRule.askedNotHeld

  @Test(arguments: [
    // A working day after Friday 29 May is today; after Thursday it was Friday.
    ("strategy discussion", -3, "-"), ("strategy discussion", -4, "A: -4"),
    ("medical", -3, "-"), ("medical", -4, "B: -4"), ("checks", -3, "-"), ("checks", -4, "B: -4"),
    // Ten working days, over the bank holiday of 25 May.
    ("legal planning", -17, "-"), ("legal planning", -18, "B: -18"),
    // Other clocks chase these.
    ("professionals' meeting", -100, "-"), ("initial conference", -100, "-"),
    ("review conference", -100, "-"), ("core group", -100, "-"), ("assessment", -100, "-"),
  ])
  func `what was asked for waits its working days for a reply`(
    meeting: String, day: Int, expected: String
  ) throws {
    let drawing = "\(day) + meeting asked · meeting: \(meeting) · asked_by: school"
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("medical", 30, "B: -9"), ("medical", -1, "B: -9"), ("strategy discussion", 30, "A: -9"),
    ("strategy discussion", -1, "A: -9"), ("legal planning", 30, "-"),
    ("legal planning", -1, "B: -9"), ("professionals' meeting", 0, "-"),
    ("professionals' meeting", -1, "B: -9"),
  ])
  func `a day that was set counts where it is sooner than the usual one, and never puts it off`(
    meeting: String, due: Int, expected: String
  ) throws {
    let drawing = "-9 + meeting asked · meeting: \(meeting) · asked_by: school · due: @\(due)"
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("medical", "-3 + meeting held · meeting: medical", "-"),
    ("medical", "-3 + meeting declined · meeting: medical · because: seen on Monday", "-"),
    ("medical", "-3 + meeting alternative agreed · meeting: medical · because: GP today", "-"),
    ("medical", "-3 + meeting held · meeting: checks", "B: -9"),
    // A meeting of that name before it was asked for answers nothing.
    ("medical", "-20 + meeting held · meeting: medical", "B: -9"),
    ("medical", "-3 social care strategy discussion · escalation_level: s47", "B: -9"),
    (
      "strategy discussion",
      "-3 + meeting held · meeting: strategy discussion · agencies: social care; police", "-"
    ),
    // Of one agency, or of none that is named, it was not held.
    (
      "strategy discussion",
      "-3 + meeting held · meeting: strategy discussion · agencies: social care", "A: -9"
    ),
    ("strategy discussion", "-3 + meeting held · meeting: strategy discussion", "A: -9"),
    ("legal planning", "-3 + meeting held · meeting: legal planning · agencies: police", "B: -9"),
    (
      "legal planning",
      "-3 + meeting held · meeting: legal planning · agencies: social care; legal services", "-"
    ),
    (
      "strategy discussion",
      "-3 + meeting declined · meeting: strategy discussion · because: no harm alleged", "-"
    ),
    (
      "strategy discussion",
      "-3 social care strategy discussion · escalation_level: strategy discussion", "-"
    ),
    (
      "strategy discussion",
      "-9 social care strategy discussion · escalation_level: strategy discussion", "-"
    ),
    (
      "strategy discussion",
      "-10 social care strategy discussion · escalation_level: strategy discussion", "A: -9"
    ),
    ("strategy discussion", "-3 social care home visit · escalation_level: s47", "-"),
    ("strategy discussion", "-3 school referral · escalation_level: referral", "A: -9"),
    ("strategy discussion", "-3 social care strategy discussion · outcome: declined", "-"),
    ("strategy discussion", "-3 social care supervision", "A: -9"),
  ])
  func `it is held, declined with the reason, or done in another way`(
    meeting: String, reply: String, expected: String
  ) throws {
    let due = meeting == "legal planning" ? " · due: @-4" : ""
    let drawing = "-9 + meeting asked · meeting: \(meeting) · asked_by: school\(due)\n" + reply
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("-4 social care strategy discussion", "A: -4"), ("-3 social care strategy discussion", "-"),
    // That a threshold was not met is no refusal with a reason.
    ("-4 social care strategy discussion · outcome: threshold not met", "A: -4"),
    ("-4 social care strategy discussion · outcome: not needed because seen by GP", "-"),
    ("-4 social care strategy discussion · escalation_level: strategy discussion", "-"),
    (
      """
      -9 police strategy discussion
      -4 social care strategy discussion · escalation_level: strategy discussion
      """, "-"
    ),
    (
      """
      -9 social care strategy discussion · escalation_level: strategy discussion
      -4 police strategy discussion
      """, "A: -4"
    ),
  ])
  func `a row that names a strategy discussion and no rung asked for one`(
    drawing: String, expected: String
  ) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    (1, -3, "-"), (1, -4, "B: -4"), (2, -4, "-"), (2, -5, "B: -5"), (3, -5, "-"), (3, -6, "B: -6"),
    (4, -10, "-"), (4, -11, "B: -11"),
  ])
  func `a challenge waits one, two, three or five working days by its stage`(
    stage: Int, day: Int, expected: String
  ) throws {
    let drawing = """
      \(day) + challenge opened · about: closing · wants: keep it open · stage: \(stage)
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("", "B: -20"), ("-5 + challenge taken up a stage · about: Closing", "B: -5"),
    ("-4 + challenge taken up a stage · about: closing", "-"),
    ("-4 + challenge taken up a stage · about: closing · stage: 1", "B: -4"),
    ("-6 + challenge taken up a stage · about: closing · stage: 3", "B: -6"),
    ("-5 + challenge taken up a stage · about: closing · stage: 3", "-"),
    ("-5 + challenge taken up a stage · about: closing · due: @30", "B: -5"),
    ("-5 + challenge answered · about: closing · because: weighed again", "-"),
    ("-5 + challenge settled · about: closing", "-"),
    ("-5 + challenge settled · about: another decision", "B: -20"),
  ])
  func `a challenge taken up begins its next stage, and an answer ends it`(
    added: String, expected: String
  ) throws {
    let opened = "-20 + challenge opened · about: closing · wants: keep it open\n"
    #expect(try found(rule, opened + added) == expected)
  }

  @Test func `all that is late is evidence, and a strategy discussion gives band and line`() throws
  {
    let drawing = """
      -18 + meeting asked · meeting: medical · asked_by: nursery
      -9 + meeting asked · meeting: strategy discussion · asked_by: police
      """
    #expect(try found(rule, drawing) == "A: -18 -9")
    #expect(
      try sentence(rule, drawing) == """
        Police asked for strategy discussion on 2026-05-23. Not held; no reply recorded.
        """)
  }

  @Test func `the line says who asked for what and when`() throws {
    #expect(
      try sentence(rule, "-4 + meeting asked · meeting: medical · asked_by: school nurse")
        == "School nurse asked for medical on 2026-05-28. Not held; no reply recorded.")
    #expect(
      try sentence(rule, "-4 social care strategy discussion") == """
        Social care asked for strategy discussion on 2026-05-28. Not held; no reply recorded.
        """)
    #expect(
      try sentence(rule, "-4 + challenge opened · about: closing · wants: keep it open") == """
        drawn asked for an answer to a challenge, stage 1, on 2026-05-28. Not held; no reply \
        recorded.
        """)
  }
}
