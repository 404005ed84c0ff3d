package import Reading
package import Records

extension ContactFacts {
  /// What a careful reader would ask about the words of a contact; nil where they leave nothing open, or a
  /// count says it.
  package var doubt: Question? {
    let fields: [ReadField] =
      ((injuryCount ?? 0) > 0 ? [] : [.injuries]) + (kind == .cancelled ? [.outcome] : [])
    return fields.lazy.compactMap { field in
      text(of: field).flatMap { ReadingMemory.shared.reading(of: $0, as: field).ask }
    }.first
  }
}

extension SavedContact {
  /// The question that the words of a saved contact leave open, with how to answer it; nil where somebody
  /// answered it already, or none is open.
  package func doubt(among facts: [FactRecord]) -> String? {
    guard let question = contact.facts.doubt else { return nil }
    switch question {
    case .whoCancelled, .howSeen:
      return "\(question.written) heed amend says so in the outcome."
    case .whetherInjury, .whose, .whetherKnownMark:
      guard ReadingAnswers(in: facts).answer(about: contact) == nil else { return nil }
      return """
        \(question.written) It counts as an injury. If it is none: heed note \(child.ref) reading \
        answered words=\(quotedForShell(contact.facts.injuries ?? "")) injury=no
        """
    }
  }
}

/// Quotes a text as one word of a command line.
private func quotedForShell(_ text: String) -> String {
  "'" + text.replacing("'", with: #"'\''"#) + "'"
}
