/// A child on a list: who they are, a few figures, and the flags in force.
package struct CaseLine: Hashable, Sendable, Identifiable {
  package let child: Child
  package let summary: CaseSummary
  /// The flags not cleared: those about the child before those about answers, the most urgent first.
  package let flags: [Flag]

  package var id: Identifier { child.id }

  package init(child: Child, summary: CaseSummary, flags: [Flag]) {
    self.child = child
    self.summary = summary
    self.flags = flags.sorted(by: Flag.byHarm)
  }
}

/// Everything in the store about one child.
package struct CaseFile: Hashable, Sendable, Identifiable {
  package let record: CaseRecord
  package let summary: CaseSummary
  /// Every flag ever raised, cleared ones too, each with its last answer; the most urgent first.
  package let flags: [Flag]
  /// Every answer ever given to one of them, the newest first.
  package let answers: [Answer]
  /// The other children of the household.
  package let siblings: [Child]
  /// One for each part of the record that two people destroyed.
  package let tombstones: [Tombstone]

  package var id: Identifier { record.child.id }
  package var child: Child { record.child }

  package init(
    record: CaseRecord, summary: CaseSummary, flags: [Flag], answers: [Answer] = [],
    siblings: [Child], tombstones: [Tombstone] = []
  ) {
    self.record = record
    self.answers = answers.sorted { $1.id < $0.id }
    self.tombstones = tombstones
    self.summary = summary
    self.flags = flags.sorted(by: Flag.byHarm)
    self.siblings = siblings
  }
}

/// A contact on the log of all contacts, with the child it is about.
package struct LogEntry: Hashable, Sendable, Identifiable {
  package let contact: Contact
  package let child: Child

  package var id: Identifier { contact.id }

  package init(contact: Contact, child: Child) {
    self.contact = contact
    self.child = child
  }

  /// The order of the log: newest first by day and time, then the latest recorded.
  package static func newestFirst(_ left: Self, _ right: Self) -> Bool {
    Contact.chronological(right.contact, left.contact)
  }
}

/// The result of logging a contact.
package struct SavedContact: Hashable, Sendable {
  package let contact: Contact
  package let child: Child
  /// The flags that it raised, the most urgent first.
  package let raised: [Flag]

  package init(contact: Contact, child: Child, raised: [Flag]) {
    self.contact = contact
    self.child = child
    self.raised = raised
  }
}

/// The result of recording a fact.
package struct SavedFact: Hashable, Sendable {
  package let record: FactRecord
  package let child: Child
  /// The flags that it raised, the most urgent first.
  package let raised: [Flag]

  package init(record: FactRecord, child: Child, raised: [Flag]) {
    self.record = record
    self.child = child
    self.raised = raised
  }
}

extension CaseRecord {
  /// Appends `record` to `facts` if what it says can be true and the record that it corrects exists.
  /// - Throws: the reason that it can't be added.
  package mutating func note(
    _ record: FactRecord, today: CalendarDate, calendar: WorkingCalendar
  ) throws(FactFault) {
    if let corrected = record.corrects {
      guard facts.contains(where: { $0.id == corrected && $0.fact.kind == record.fact.kind }) else {
        throw .nothingToContinue(record.fact.kind)
      }
    }
    try record.fact.check(
      of: child, today: today, beside: Matter.matters(in: facts), calendar: calendar,
      isCorrection: record.corrects != nil)
    facts.append(record)
  }
}

extension Flag {
  /// Orders flags by urgency: by band, then those about the child before those about answers, active before
  /// quiet, the longest raised first.
  ///
  /// Cleared flags come last.
  package static func byUrgency(_ left: Flag, _ right: Flag) -> Bool {
    left.urgency == right.urgency ? left.id < right.id : left.urgency < right.urgency
  }

  /// Orders one child's flags for reading: those about the child, whatever their band, before those about
  /// answers.
  package static func byHarm(_ left: Flag, _ right: Flag) -> Bool {
    let (mine, theirs) = (left.rule.isAboutAnswers, right.rule.isAboutAnswers)
    return mine == theirs ? byUrgency(left, right) : !mine
  }

  private typealias Urgency = (Int, Band, Int, Int, Instant, RuleID)

  private var urgency: Urgency {
    (
      cleared == nil ? 0 : 1, band, rule.isAboutAnswers ? 1 : 0, quietSince == nil ? 0 : 1,
      raisedAt,
      rule
    )
  }
}

/// A flag and the child it is about.
package struct FlagEntry: Hashable, Sendable, Identifiable {
  package let flag: Flag
  package let child: Child

  package var id: Identifier { flag.id }

  package init(flag: Flag, child: Child) {
    self.flag = flag
    self.child = child
  }
}
