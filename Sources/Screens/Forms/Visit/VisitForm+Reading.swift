internal import Reading
internal import Records

// How the words typed are understood, shown under their rows.

extension VisitForm {
  /// Shows under each text how it is read; nothing where the reading says no more than the text.
  mutating func readBackWords() {
    for (field, column) in VisitForm.readFields {
      let text = form.text(field)
      let isTyped = text.contains { !$0.isWhitespace }
      let echo = isTyped ? echo(of: text, as: column) : nil
      form[field]?.echo = echo
    }
    let asks = asksAboutInjury
    form[.areInjury]?.presence = asks ? .shown : .hidden
  }

  /// Whether the words under Injuries leave open whether there is one; an amendment says so in words instead.
  private var asksAboutInjury: Bool {
    guard original == nil, let text = form.fact(.injuries) else { return false }
    return ReadingMemory.shared.reading(of: text, as: .injuries).injury == .unclear
  }

  /// Clears the answer about the injury, which applied only to the words as they were.
  mutating func forgetAnswer() {
    form[.areInjury]?.field = FactRows.formField(.areInjury)
  }

  /// Returns the answer about the injury as a fact of the visit's day; nil when none was asked for or given.
  func answerAboutInjury(on day: CalendarDate) -> Fact? {
    guard asksAboutInjury, let words = form.fact(.injuries),
      let answer = form[.areInjury]?.field.chosenText, !answer.isEmpty
    else { return nil }
    return try? Fact(
      kind: .readingAnswer, step: nil, on: day,
      texts: [FactField.askedWords.name: words, FactField.areInjury.name: answer])
  }

  private static let readFields: [(VisitField, ReadField)] = [
    (.otherAdults, .otherAdultsNoted), (.concern, .presentingConcern), (.injuries, .injuries),
    (.explanation, .explanationGiven), (.outcome, .outcome),
  ]

  private func echo(of text: String, as column: ReadField) -> String? {
    let reading = ReadingMemory.shared.reading(of: text, as: column)
    switch column {
    case .otherAdultsNoted where OtherAdults(typed: text).echo?.contains("not named") == true:
      return OtherAdults(typed: text).echo
    case .presentingConcern where reading.concern == true && reading.injury == nil: return nil
    case .explanationGiven where reading.explanation == true: return nil
    case .outcome where !reading.saysAnything: return nil
    default: break
    }
    guard let ask = reading.ask else { return "Read: \(reading.written)" }
    let way = original == nil ? "unless you answer no below" : "until you write otherwise"
    let counts = reading.injury == .unclear ? " It counts as one \(way)." : ""
    return "Read: \(reading.written). \(ask.written)\(counts)"
  }

  /// Returns the problem when the count of marks contradicts the words.
  func problemWithCount(_ count: Int) -> String? {
    guard count > 0, let text = form.fact(.injuries) else { return nil }
    let reading = ReadingMemory.shared.reading(of: text, as: .injuries)
    guard reading.injury == InjuryVerdict.none || reading.injury == .otherPerson else { return nil }
    return "How many marks: \(count), and the words say \(reading.written). Amend one of them."
  }
}

extension Reading {
  /// Whether anything that a rule uses was read from an outcome.
  fileprivate var saysAnything: Bool {
    medicalOpinion != nil || nfa == true || cancelledBy != nil || seenMode != nil
  }
}
