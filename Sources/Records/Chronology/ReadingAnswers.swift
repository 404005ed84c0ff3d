/// What workers answered where words left open whether they tell of an injury.
///
/// An answer belongs to the words that it was given about: once they are amended it says nothing.
package struct ReadingAnswers: Sendable {
  /// The last answer about some words, by the contact in whose form it was given, nil for any.
  private let answers: [FactRecord]

  init(_ matters: [Matter]) {
    answers = matters.filter { $0.kind == .readingAnswer }.flatMap(\.mended)
  }

  /// The answers among facts, those entered in error left out.
  package init(in facts: [FactRecord]) {
    let all = facts.filter { $0.fact.kind == .readingAnswer }
    self.init(all.isEmpty ? [] : Matter.matters(in: all).filter { !$0.isInError })
  }

  /// The last answer about the injuries of a contact, as they stand.
  package func answer(about contact: Contact) -> FactRecord? {
    guard !answers.isEmpty, let words = contact.facts.injuries else { return nil }
    return answers.last { record in
      record.fact.text(.askedWords) == trimmed(words)
        && (record.contact.map { $0 == contact.id } ?? true)
    }
  }

  /// Readings with what was answered about them.
  func applied(to readings: [ContactReading]) -> [ContactReading] {
    guard !answers.isEmpty else { return readings }
    return readings.map { reading in
      guard let isInjury = answer(about: reading.contact)?.fact.says(.areInjury) else {
        return reading
      }
      return ContactReading(reading.contact, isInjury: isInjury)
    }
  }
}
