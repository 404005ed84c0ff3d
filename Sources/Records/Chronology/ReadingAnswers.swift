/// Workers' answers where a contact's words leave open whether they describe an injury.
///
/// An answer applies only to the words that it was given about; once they are amended it no longer does.
package struct ReadingAnswers: Sendable {
  /// Every answer; it applies to the contact in whose form it was given, or to any when it was given in none.
  private let answers: [FactRecord]

  init(_ matters: [Matter]) {
    answers = matters.filter { $0.kind == .readingAnswer }.flatMap(\.mended)
  }

  /// The answers among facts, those entered in error left out.
  package init(in facts: [FactRecord]) {
    let all = facts.filter { $0.fact.kind == .readingAnswer }
    self.init(all.isEmpty ? [] : Matter.matters(in: all).filter { !$0.isInError })
  }

  /// The last answer about the injuries of a contact, in their present words.
  package func answer(about contact: Contact) -> FactRecord? {
    guard !answers.isEmpty, let words = contact.facts.injuries else { return nil }
    return answers.last { record in
      record.fact.text(.askedWords) == trimmed(words)
        && (record.contact.map { $0 == contact.id } ?? true)
    }
  }

  /// `readings`, with the answers applied to those that have one.
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
