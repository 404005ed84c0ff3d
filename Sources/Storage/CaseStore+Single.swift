package import Records

// Saves one thing at a time without a draft, for commands, imports and tests.

extension CaseStore {
  /// Judges again every case whose last evaluation has run out, and gives how many those were.
  /// - Throws: why it can't be read or written; what is judged by then stays judged.
  package func refresh(
    to now: Instant, progress: OnProgress = { _, _ in true }
  ) throws(StoreError) -> Int {
    var judged = 0
    while true {
      let refreshed = try refresh(to: now, limit: 500)
      judged += refreshed.judged
      guard progress(judged, judged + refreshed.left) else { throw .cancelled }
      if refreshed.left == 0 || refreshed.judged == 0 { return judged }
    }
  }

  /// Saves a contact with one child, with the facts that were entered beside it.
  /// - Throws: as saving several does.
  package func record(
    _ facts: ContactFacts, noting noted: [Fact] = [], child: Identifier,
    at now: Instant
  ) throws(StoreError) -> SavedContact {
    let contact = NewContact(child: child, facts: facts, noted: noted)
    let recorded = try record([contact], finishing: nil, at: now)
    guard let only = recorded.first else { throw .damaged }
    return only
  }

  /// Saves a fact.
  /// - Throws: `unknownChild`, `impossibleFact`.
  package func recordFact(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    at now: Instant
  ) throws(StoreError) -> SavedFact {
    try recordFact(fact, of: child, correcting: earlier, finishing: nil, at: now)
  }

  /// Saves a further version of a contact.
  /// - Throws: `unknownContact`, `changedElsewhere`, `openQuestions`.
  package func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    at now: Instant
  ) throws(StoreError) -> SavedContact {
    try amend(contact, to: facts, because: reason, finishing: nil, at: now)
  }

  /// Saves an answer.
  /// - Throws: `unknownFlag`, `flagCleared`, `impossibleAnswer`.
  package func answer(
    _ flag: Identifier, _ decision: Answer.Decision, at now: Instant
  ) throws(StoreError) -> Flag {
    try answer(flag, decision, replacing: nil, finishing: nil, at: now)
  }
}
