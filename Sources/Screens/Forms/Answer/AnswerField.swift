internal import Flags
internal import Records

/// A field of the answer form.
enum AnswerField: String, RowName {
  case answer, instead, rung, owner, due, reason, because, wouldChange, reviewBy, fault, dissent,
    wants
}

/// The ways to answer; nothing dismisses a flag.
enum AnswerWay: String, CaseIterable, Hashable, Sendable {
  case escalate = "1 Escalate"
  case decide = "2 Decide not to yet"
  case recordWrong = "3 Record is wrong"
  case disagree = "4 I disagree"

  /// Whether it answers the flag; the others leave it open.
  var isAnswer: Bool { self == .escalate || self == .decide }

  /// The fields that it needs.
  var fields: Set<AnswerField> {
    switch self {
    case .escalate: [.answer, .rung, .owner, .due, .because]
    case .decide: [.answer, .reason, .because, .wouldChange, .reviewBy]
    case .recordWrong: [.answer, .fault]
    case .disagree: [.answer, .dissent, .wants]
    }
  }
}

extension AnswerField {
  /// The rows of all the ways to answer, in order; the form hides those of the ways not chosen.
  static func rows(
    rule: FlagRule, rungs: [Rung], me: Person, review: CalendarDate
  ) -> [FormRow<AnswerField>] {
    [
      FormRow(
        .answer, "Answer",
        .choice(ChoiceField(AnswerWay.allCases.map(\.rawValue), isOptional: false)),
        hint: "1 to 4: escalate, decide and say why, mend, or challenge. It cannot be dismissed."),
      FormRow(
        .instead, "Answered already", .choice(ChoiceField([keepsIt, answersInstead])),
        hint: "The answer above stands. Yours takes its place only if you say so, and why."),
    ] + promise(rungs: rungs, me: me) + decision(review: review) + words
  }

  /// The rows that say what is wrong with the record, or with a decision; the flag stays open.
  private static var words: [FormRow<AnswerField>] {
    [
      FormRow(
        .fault, "What is wrong", .area(TextArea(takesNewlines: true, rows: 2...5)),
        hint: "Which entry is missing or wrong, and where the right one is. The flag stays open."),
      FormRow(
        .dissent, "With what, and why", .area(TextArea(takesNewlines: true, rows: 2...5)),
        hint: "The decision that you disagree with, and why. Opens a challenge, stage 1."),
      FormRow(
        .wants, "What instead", .area(TextArea(takesNewlines: true, rows: 2...5)),
        hint: "What you want done. An answer is due within a working day."),
    ]
  }

  private static func promise(rungs: [Rung], me: Person) -> [FormRow<AnswerField>] {
    [
      FormRow(.rung, "Escalate to", .choice(ChoiceField(rungs.map(\.written))), hint: ""),
      FormRow(
        .owner, "Owner", .text(TextField(me.name)),
        hint: "Who sees to it that it is held. Type over it if it is not you."),
      day(
        .due, "By when", "+1wd",
        hint: "If it is not held by then, the flag returns. +1wd, fri, 27/11"),
    ]
  }

  private static func decision(
    review: CalendarDate
  ) -> [FormRow<AnswerField>] {
    [
      FormRow(
        .reason, "Reason", .choice(ChoiceField(DecisionReason.allCases.map(\.rawValue))), hint: ""),
      FormRow(
        .because, "Because", .area(TextArea(takesNewlines: true, rows: 2...5)),
        hint: "In your own words. Enter begins a new line."),
      FormRow(
        .wouldChange, "What would change this", .area(TextArea(takesNewlines: true, rows: 2...5)),
        hint: whatWouldChange),
      day(
        .reviewBy, "Review by", review.shortWithYear,
        hint: "The day on which this is looked at again: +1wd, fri, 27/11"),
    ]
  }

  /// Chosen to leave the present answer in force.
  static let keepsIt = "keep it"
  static let answersInstead = "answer instead"

  static let whatWouldChange = "What would make you escalate."

  private static func day(
    _ name: AnswerField, _ label: String, _ text: String, hint: String
  ) -> FormRow<AnswerField> {
    FormRow(name, label, .text(TextField(text)), place: .short, hint: hint)
  }
}
