/// A child with every version of every contact and every fact, in the order of recording.
///
/// - What rules judge: `chronology`.
/// - What was known on a day: `contacts(knownOn:)`, `knownDays`; the child's row at a moment: `child(at:)`.
/// - Recording a fact: `note(_:today:calendar:)`, which refuses one that can't be true.
/// - Changing the child's row: `change(to:at:)`.
///
/// ```swift
/// var record = CaseRecord(child: child, versions: contacts)
/// try record.note(fact, today: today, calendar: calendar)
/// let lastSeen = record.chronology.lastSeen
/// ```
package struct CaseRecord: Hashable, Sendable {
  package var child: Child
  package var versions: [Contact]
  /// What was recorded beside the contacts, in the order of recording.
  package var facts: [FactRecord]
  /// The child's row as it was before each change, the earliest change first.
  package var formerRows: [FormerRow]
  /// For each record made while the clock was ahead, the time from which it counts as known.
  package var correctedTimes: [CorrectedTime] = []

  /// A child's row as it was until a moment.
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

  /// The child's row as it was at `moment`.
  package func child(at moment: Instant) -> Child {
    formerRows.first { moment < $0.until }?.child ?? child
  }

  /// The highest identifier among the contacts and facts; nil when there are none.
  package var lastID: Identifier? {
    [versions.map(\.id).max(), facts.map(\.id).max()].compactMap { $0 }.max()
  }

  /// The days on which something became known, in order.
  package var knownDays: [CalendarDate] {
    Set(versions.map(\.knownOn)).union(facts.map(\.knownOn)).sorted()
  }

  /// The chronology of everything recorded.
  package var chronology: Chronology {
    Chronology(child: child, contacts: contacts(), facts: facts)
  }

  /// The contacts as known at the end of `day`: the latest version of each, in chronological order.
  package func contacts(knownOn day: CalendarDate = CalendarDate(dayNumber: .max)) -> [Contact] {
    versions.filter(standing(on: day)).sorted(by: Contact.chronological)
  }

  /// Returns a test for whether a version was known at the end of `day` and was then the latest of its
  /// contact.
  package func standing(on day: CalendarDate) -> (Contact) -> Bool {
    guard versions.contains(where: { $0.version > 1 }) else { return { $0.knownOn <= day } }
    var latest: [Identifier: Int] = [:]
    for version in versions where version.knownOn <= day {
      latest[version.id] = max(latest[version.id] ?? 0, version.version)
    }
    return { $0.knownOn <= day && latest[$0.id] == $0.version }
  }
}

/// Judges a case up to a moment, starting from its last evaluation, or from its first day when that is nil.
///
/// A store receives one in its `CaseJudge` and calls it inside its own transaction, so that no store knows a
/// rule.
package typealias Evaluate =
  @Sendable (CaseRecord, Evaluation?, Instant, inout IdentifierMint) -> Evaluation

/// What a store needs to judge its cases: the rules as one function, the working days, and who must sign.
package struct CaseJudge: Sendable {
  package let evaluate: Evaluate
  /// The edition of the reader that reads the notes.
  package let readerEdition: Int
  package let calendar: WorkingCalendar
  /// Whether a rule judges other flags.
  package let readsFlags: @Sendable (RuleID) -> Bool
  /// The lowest seniority that may sign a decision on a flag.
  package let signer: @Sendable (Flag, CaseRecord) -> Seniority
  /// The open questions that a contact, or a new version of one, would leave behind if it closed the case or
  /// stepped it down now.
  ///
  /// Empty when it does neither, or when each question is answered or carried with an owner.
  ///
  /// Passing the last evaluation spares judging the case from its first day.
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
