extension ContactColumn {
  package static let ref = ContactColumn(
    "ref", "Reference", .text(\.ref), help: "Your own id of the contact.")
  package static let plan = ContactColumn(
    "plan", "Plan", .word(\.plan, written: \.written), help: "The child's plan that day.")
  package static let date = ContactColumn(
    "date", "Date", .date,
    help: "The day, as people say it: 2026-11-23, today, yest 14:30, thu, -3d, 14/11.",
    question: "When (empty: now)")
  package static let time = ContactColumn("time", "Time", .time(\.time), help: "The time, 14:30.")
  package static let datePrecision = ContactColumn(
    "date_precision", "Known to the", .word(\.precision), help: "day, week or month.")
  package static let agency = ContactColumn("agency", "Agency", .agency, help: "The agency.")
  package static let role = ContactColumn(
    "role", "Role", .text(\.role), help: "The professional's role.")
  package static let professional = ContactColumn(
    "professional", "Professional", .text(\.professional), help: "The professional's name.")
  package static let contactType = ContactColumn(
    "contact_type", "Kind", .required(\.kind), help: "The kind of contact.",
    question: "Kind (home visit, phone, no access, …)")
  package static let childSeen = ContactColumn(
    "child_seen", "Child seen", .word(\.childSeen), help: "yes, no or unknown.",
    question: "Child seen (yes, no, unknown)")
  package static let seenAlone = ContactColumn(
    "seen_alone", "Seen alone", .word(\.seenAlone), help: "yes, no or unknown.",
    question: "Seen alone (yes, no)")
  package static let announced = ContactColumn(
    "announced", "Announced", .word(\.announced), help: "yes, no or unknown.")
  package static let presentingConcern = ContactColumn(
    "presenting_concern", "Concern", .text(\.presentingConcern),
    help: "What gave reason to worry, in words.", question: "Concern")
  package static let childWords = ContactColumn(
    "child_words", "Child's words", .text(\.childWords),
    help: "What the child said, or how they were.",
    question: "What the child said, or how they were")
  package static let injuries = ContactColumn(
    "injuries", "Injuries", .text(\.injuries), help: "Sites in words, ';' between.",
    question: "Injuries: sites in words, ; between")
  package static let injuryCount = ContactColumn(
    "injury_count", "Marks", .count(\.injuryCount), help: "How many marks.",
    question: "How many marks")
  package static let explanationGiven = ContactColumn(
    "explanation_given", "Explanation", .text(\.explanationGiven),
    help: "The account, in words.", question: "Explanation given")
  package static let explanationChallenged = ContactColumn(
    "explanation_challenged", "Tested", .word(\.explanationChallenged),
    help: "Whether it was tested: yes, no or unknown.",
    question: "Explanation tested (yes, no)")
  package static let otherAdultsNoted = ContactColumn(
    "other_adults_noted", "Other adults", .text(\.otherAdultsNoted),
    help: "An adult seen or heard of who is not known: who, in words.",
    question: "Other adults seen or heard of (who, or no)")
  package static let outcome = ContactColumn(
    "outcome", "Outcome", .text(\.outcome), help: "The outcome, in words.", question: "Outcome")
  package static let escalationLevel = ContactColumn(
    "escalation_level", "Rung held", .word(\.escalation, written: \.written),
    help: "The highest rung held.",
    question: "Rung held (none, strategy discussion, …)")
  package static let source = ContactColumn(
    "source", "Source", .text(\.source), help: "Where the fact comes from.")

  /// Every column, in the order of the file's columns.
  package static let all: [ContactColumn] = [
    ref, plan, date, time, datePrecision, agency, role, professional, contactType, childSeen,
    seenAlone, announced, presentingConcern, childWords, injuries, injuryCount, explanationGiven,
    explanationChallenged, otherAdultsNoted, outcome, escalationLevel, source,
  ]

  /// The columns that have a question, in the order of asking: the child's own words before what the worker thinks.
  package static let asked: [ContactColumn] = [
    contactType, date, childSeen, seenAlone, childWords, presentingConcern, injuries, injuryCount,
    explanationGiven, explanationChallenged, otherAdultsNoted, outcome, escalationLevel,
  ]

  /// The columns that a page shows beneath when, what and who, in the order shown.
  package static let told: [ContactColumn] = [
    plan, announced, childSeen, seenAlone, childWords, presentingConcern, injuries, injuryCount,
    explanationGiven, explanationChallenged, otherAdultsNoted, outcome, escalationLevel, source,
  ]

  /// The columns whose free text a search of notes reads, in the order of the index of words.
  package static let searched: [ContactColumn] = [
    role, professional, presentingConcern, childWords, injuries, explanationGiven,
    otherAdultsNoted, outcome,
  ]
}
