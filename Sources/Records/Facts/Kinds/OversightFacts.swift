// Workers, supervision, management decisions, and what was shared with whom.

extension FactKind {
  package static let involvement = FactKind(
    "involvement", "Worker",
    words: "Who is allocated to the child, from when, and whether they read the chronology.",
    key: [.worker],
    steps: [
      FactStep("allocated", opens: true), FactStep("chronology read"),
      FactStep("introduced"), FactStep("left", closes: true),
    ],
    fields: [.worker, .workerRole, .changeReason, .handover])

  package static let supervision = FactKind(
    "supervision", "Supervision",
    words: "The case was discussed in supervision.",
    steps: [FactStep("held", required: [.supervisor], opens: true)],
    fields: [.supervisor, .decision, .inGroup])

  package static let managementDecision = FactKind(
    "decision", "Management decision",
    words: "A manager's decision on the pattern, with its reason and a day to look again.",
    steps: [
      FactStep("made", required: [.decision, .because, .supervisor, .reviewBy], opens: true)
    ],
    fields: [.decision, .because, .supervisor, .alternatives, .dissent, .wouldChange, .reviewBy])

  /// A flag rests on an entry that is missing or wrong; it stays open until the entry is mended.
  package static let recordFault = FactKind(
    "record-fault", "Record at fault",
    words: "A flag rests on an entry that is missing or wrong.",
    key: [.challenged],
    steps: [
      FactStep("found", required: [.because], opens: true),
      FactStep("mended", required: [.because], closes: true),
    ],
    fields: [.challenged, .because])

  package static let share = FactKind(
    "share", "Sharing",
    words: "What an agency knew and when, with whom it was shared, or why not.",
    key: [.sharedWhat],
    steps: [
      FactStep("known", required: [.agency, .level], opens: true),
      FactStep("shared", required: [.toldTo], opens: true, closes: true),
      FactStep("not shared", required: [.because], opens: true, closes: true),
    ],
    fields: [.sharedWhat, .agency, .level, .isInjury, .toldTo, .basis, .because])

  /// A series of contacts that was planned, so that its routine contacts are no pattern.
  package static let series = FactKind(
    "series", "Planned series",
    words: "Contacts that were planned together: intensive support, a clinic, outreach.",
    key: [.series],
    steps: [
      FactStep("planned", required: [.seriesAgency, .ends], opens: true),
      FactStep("ended", closes: true),
    ],
    fields: [.series, .seriesAgency, .seriesKind, .ends])

  package static let plannedVisit = FactKind(
    "planned-visit", "Planned visit",
    words: "A visit that is planned for a day.",
    key: [.plannedFor],
    steps: [
      FactStep("planned", required: [.worker], opens: true), FactStep("called off", closes: true),
    ],
    fields: [.plannedFor, .worker, .because])
}

extension FactField {
  package static let worker = FactField("worker", "Worker")
  package static let workerRole = FactField("role", "Role")
  /// The reason codes of the standard safeguarding dataset.
  package static let changeReason = FactField(
    "reason", "Why the worker changed",
    .word([
      "FCONTA", "LEFTRL", "ORGRST", "TSPROC", "ABSENC", "CHCHAN", "PCCHAN", "SWDIED", "OTHERS",
    ]))
  package static let handover = FactField("handover", "Handover")
  package static let supervisor = FactField("by", "By")
  package static let inGroup = FactField("group", "In a group", .yesNo)
  package static let alternatives = FactField("alternatives", "What else was considered")
  package static let dissent = FactField("dissent", "Who disagreed, and why")
  package static let wouldChange = FactField("would_change", "What would change this")
  package static let reviewBy = FactField("review_by", "Look again by", .day)
  package static let sharedWhat = FactField("what", "What is known")
  package static let isInjury = FactField("injury", "It is an injury", .yesNo)
  package static let basis = FactField("basis", "On what basis")
  package static let series = FactField("series", "Called")
  package static let seriesAgency = FactField(
    "agency", "Agency", .word(Sector.allCases.map(\.rawValue)))
  package static let seriesKind = FactField(
    "contact_type", "Kind of contact", .word(ContactKind.allCases.map(\.rawValue)))
  package static let plannedFor = FactField("for", "For", .day)
}
