/// A child with every version of every contact and every fact, in the order of recording.
package struct CaseRecord: Hashable, Sendable {
  package var child: Child
  package var versions: [Contact]
  /// What was recorded beside the contacts, in the order of recording.
  package var facts: [FactRecord]
  /// How the child's own row stood before each change, the first change first.
  package var formerRows: [FormerRow]
  /// Of what was recorded under a clock that was ahead, since when it is taken to be known.
  package var correctedTimes: [CorrectedTime] = []

  /// A child's row as it stood until a moment.
  package struct FormerRow: Hashable, Sendable {
    package let child: Child
    package let until: Instant

    package init(child: Child, until: Instant) {
      self.child = child
      self.until = until
    }
  }

  package init(
    child: Child, versions: [Contact], facts: [FactRecord] = [], formerRows: [FormerRow] = []
  ) {
    self.child = child
    self.versions = versions
    self.facts = facts
    self.formerRows = formerRows
  }

  /// The child's row as it stood at a moment.
  package func child(at moment: Instant) -> Child {
    formerRows.first { moment < $0.until }?.child ?? child
  }

  /// The last identifier that the case was given.
  package var lastID: Identifier? {
    [versions.map(\.id).max(), facts.map(\.id).max()].compactMap { $0 }.max()
  }

  /// The days on which something became known, in order.
  package var knownDays: [CalendarDate] {
    Set(versions.map(\.knownOn)).union(facts.map(\.knownOn)).sorted()
  }

  /// The chronology of all that is recorded.
  package var chronology: Chronology {
    Chronology(child: child, contacts: contacts(), facts: facts)
  }

  /// The contacts as they stood at the end of a day, the latest version of each, in order.
  package func contacts(knownOn day: CalendarDate = CalendarDate(dayNumber: .max)) -> [Contact] {
    versions.filter(standing(on: day)).sorted(by: Contact.chronological)
  }

  /// Whether a version was known at the end of a day, and no later one of the same contact.
  package func standing(on day: CalendarDate) -> (Contact) -> Bool {
    guard versions.contains(where: { $0.version > 1 }) else { return { $0.knownOn <= day } }
    var latest: [Identifier: Int] = [:]
    for version in versions where version.knownOn <= day {
      latest[version.id] = max(latest[version.id] ?? 0, version.version)
    }
    return { $0.knownOn <= day && latest[$0.id] == $0.version }
  }
}

/// Judges a case up to a moment, from how it last stood, or from its first day when that is nil.
///
/// Stores are made with one and call it inside their own transaction, so that no store knows a rule.
package typealias Evaluate =
  @Sendable (CaseRecord, Evaluation?, Instant, inout IdentifierMint) -> Evaluation

/// How a store judges what it holds: the rules as one function, the working days, and who must sign.
package struct CaseJudge: Sendable {
  package let evaluate: Evaluate
  /// The edition of the reader by which it reads notes.
  package let readerEdition: Int
  package let calendar: WorkingCalendar
  /// Whether a rule judges how other flags stand.
  package let readsFlags: @Sendable (RuleID) -> Bool
  /// The lowest in the line who may sign a decision on a flag.
  package let signer: @Sendable (Flag, CaseRecord) -> Seniority
  /// The questions that a contact, or a further version of one, would leave behind if it closed the
  /// case or stepped it down now: none when it does neither, or when each is answered or carried
  /// with an owner.
  ///
  /// The case as it last stood spares judging it from its first day.
  package let questions: @Sendable (Contact, CaseRecord, Evaluation?, Instant) -> [OpenQuestion]

  package init(
    evaluate: @escaping Evaluate, readerEdition: Int, calendar: WorkingCalendar,
    readsFlags: @escaping @Sendable (RuleID) -> Bool,
    signer: @escaping @Sendable (Flag, CaseRecord) -> Seniority,
    questions: @escaping @Sendable (Contact, CaseRecord, Evaluation?, Instant) -> [OpenQuestion]
  ) {
    self.evaluate = evaluate
    self.readerEdition = readerEdition
    self.calendar = calendar
    self.readsFlags = readsFlags
    self.signer = signer
    self.questions = questions
  }
}
