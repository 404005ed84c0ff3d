// Meetings asked for and held, plans and their actions, and professional challenge.

extension FactKind {
  package static let meeting = FactKind(
    "meeting", "Meeting or check",
    words: "A meeting, medical or check that was asked for, and whether it was held.",
    key: [.meeting],
    steps: [
      FactStep("asked", required: [.askedBy], opens: true),
      FactStep("held", opens: true, closes: true),
      FactStep("declined", required: [.because], closes: true),
      FactStep("alternative agreed", required: [.because], closes: true),
    ],
    fields: [
      .meeting, .askedBy, .due, .agencies, .absent, .quorate, .decision, .because,
    ])

  package static let plan = FactKind(
    "plan", "Plan",
    words: "The plan that the child is helped under: how often to visit, and its next review.",
    key: [.planKind],
    steps: [
      FactStep("made", opens: true), FactStep("changed", opens: true),
      FactStep("reviewed", opens: true), FactStep("ended", closes: true),
    ],
    fields: [.planKind, .visitEvery, .reviewDue, .category, .because])

  package static let action = FactKind(
    "action", "Action",
    words: "Something that somebody agreed to do by a day.",
    key: [.action],
    steps: [
      FactStep("agreed", required: [.owner, .due], opens: true), FactStep("partly done"),
      FactStep("done", closes: true), FactStep("dropped", required: [.because], closes: true),
    ],
    fields: [.action, .owner, .agency, .due, .category, .because])

  package static let improvement = FactKind(
    "improvement", "Improvement",
    words: "Something is said to be better, and who says so.",
    steps: [FactStep("noted", required: [.improvement, .evidencedBy], opens: true)],
    fields: [.improvement, .evidencedBy, .category])

  package static let challenge = FactKind(
    "challenge", "Challenge",
    words: "Somebody disagrees with a decision: the stages of professional challenge.",
    key: [.challenged],
    steps: [
      FactStep("opened", required: [.wants], opens: true),
      FactStep("taken up a stage"), FactStep("answered", required: [.because], closes: true),
      FactStep("settled", closes: true),
    ],
    fields: [.challenged, .wants, .stage, .due, .toldTo, .because])

  /// A change of status downwards that is drafted, and carried out only when it may be.
  package static let stepDown = FactKind(
    "step-down", "Step-down or closure",
    words: "Closing the case or stepping it down, drafted before it is done.",
    key: [.stepDownTo],
    steps: [
      FactStep("drafted", required: [.because], opens: true),
      FactStep("carried", required: [.openQuestion, .owner]),
      FactStep("withdrawn", closes: true), FactStep("done", closes: true),
    ],
    fields: [.stepDownTo, .because, .openQuestion, .owner, .receivingAuthority])
}

extension FactField {
  package static let meeting = FactField(
    "meeting", "Which",
    .word([
      "strategy discussion", "professionals' meeting", "medical", "checks", "legal planning",
      "initial conference", "review conference", "core group", "assessment", "care review",
    ]))
  package static let askedBy = FactField("asked_by", "Asked for by")
  package static let due = FactField("due", "Due", .day)
  package static let agencies = FactField("agencies", "Agencies there, ; between")
  package static let absent = FactField("absent", "Absent, ; between")
  package static let quorate = FactField("quorate", "Quorate", .yesNo)
  package static let decision = FactField("decision", "Decision")

  package static let planKind = FactField(
    "plan", "Plan", .word(["cin", "cp", "cla", "early help", "pre-proceedings"]))
  /// Working days; 130 are half a year.
  package static let visitEvery = FactField(
    "visit_every", "Visit every … working days", .number(1...130))
  package static let reviewDue = FactField("review_due", "Next review due", .day)
  package static let action = FactField("action", "What is to be done")
  package static let owner = FactField("owner", "By whom")
  package static let improvement = FactField("improvement", "What is better")
  package static let evidencedBy = FactField(
    "evidence", "Who says so", .word(["parent's word", "seen by a worker", "another agency"]))

  package static let challenged = FactField("about", "About which decision")
  package static let wants = FactField("wants", "What is wanted instead")
  package static let stage = FactField("stage", "Stage", .number(1...4))
  package static let stepDownTo = FactField(
    "to", "To", .word(PlanStatus.allCases.map(\.rawValue)))
  package static let openQuestion = FactField("question", "The open question that goes along")
  package static let receivingAuthority = FactField("receiving", "Receiving authority")
}
