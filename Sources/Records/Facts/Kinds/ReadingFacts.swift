// What a worker answered where the words of a contact left open what was meant.

extension FactKind {
  /// The answer includes the words that were asked about, and applies to no others.
  package static let readingAnswer = FactKind(
    "reading", "Answer about words",
    words: "Whether words of a contact, which leave it open, tell of an injury of this child.",
    steps: [FactStep("answered", required: [.askedWords, .areInjury], opens: true)],
    fields: [.askedWords, .areInjury])
}

extension FactField {
  package static let askedWords = FactField("words", "The words")
  package static let areInjury = FactField("injury", "An injury of this child", .yesNo)
}
