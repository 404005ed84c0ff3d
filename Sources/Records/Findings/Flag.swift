/// The id of a rule, `R01`; published, and never used again for another rule.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) {
    description = text
  }

  package static func < (left: Self, right: Self) -> Bool { left.description < right.description }

  /// The rule that speaks of another flag's answer and not of the child.
  package static let flagUnanswered = RuleID("R15")

  package var isAboutAnswers: Bool { self == .flagUnanswered }
}

/// A contact or a fact that a flag rests on.
package struct Evidence: Hashable, Sendable {
  package let contact: Identifier
  package let date: CalendarDate
  package let agency: Agency
  package let kind: ContactKind

  package init(contact: Identifier, date: CalendarDate, agency: Agency, kind: ContactKind) {
    self.contact = contact
    self.date = date
    self.agency = agency
    self.kind = kind
  }

  package init(_ contact: Contact) {
    self.init(
      contact: contact.id, date: contact.date, agency: contact.facts.agency,
      kind: contact.facts.kind)
  }
}

/// What a rule found in a chronology on a day.
package struct Finding: Hashable, Sendable {
  package let rule: RuleID
  package let band: Band
  package let line: ReasonLine
  /// Never empty: a rule about something that did not happen gives the contact its clock runs from.
  package let evidence: [Evidence]

  package init(rule: RuleID, band: Band, line: ReasonLine, evidence: [Evidence]) {
    self.rule = rule
    self.band = band
    self.line = line
    self.evidence = evidence
  }
}

/// A finding that is in force until it is cleared: the row that a person answers.
///
/// Its id and its first day survive every re-evaluation; a condition that comes back after the flag was
/// cleared raises another flag.
package struct Flag: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let child: Identifier
  package let rule: RuleID
  package let raisedAt: Instant
  /// The band it is listed under, which falls while it is quiet.
  package var band: Band
  package var bandSince: CalendarDate
  package var line: ReasonLine
  package var evidence: [Evidence]
  /// The day on which the condition ended through the passing of time alone; nil while it is met.
  package var quietSince: CalendarDate?
  package var cleared: Clearing?
  package var answer: Answer?
  /// The first day the flag would have had if every entry had been typed on the day it happened.
  ///
  /// It is the day on which it was raised, or an earlier one; nil where an older version raised it.
  package var heldFrom: CalendarDate?

  package struct Clearing: Hashable, Sendable {
    package let date: CalendarDate
    package let reason: Reason

    package init(date: CalendarDate, reason: Reason) {
      self.date = date
      self.reason = reason
    }

    package enum Reason: String, Hashable, Sendable {
      /// What the rule asks for was done.
      case done
      /// The condition is no longer met.
      case ended
      /// It was quiet for so long that it was dropped, which the ledger counts.
      case lapsed
    }
  }

  package init(
    id: Identifier, child: Identifier, rule: RuleID, raisedAt: Instant, band: Band,
    bandSince: CalendarDate, line: ReasonLine, evidence: [Evidence],
    quietSince: CalendarDate? = nil, cleared: Clearing? = nil, answer: Answer? = nil,
    heldFrom: CalendarDate? = nil
  ) {
    self.id = id
    self.child = child
    self.rule = rule
    self.raisedAt = raisedAt
    self.band = band
    self.bandSince = bandSince
    self.line = line
    self.evidence = evidence
    self.quietSince = quietSince
    self.cleared = cleared
    self.answer = answer
    self.heldFrom = heldFrom
  }

  /// The day on which it would have been raised had every entry been typed on the day it happened; nil when
  /// that is the day on which it was.
  package var wouldHaveBeenRaisedOn: CalendarDate? {
    heldFrom.flatMap { $0 < raisedOn ? $0 : nil }
  }

  package var raisedOn: CalendarDate { raisedAt.londonDay }

  /// The reason as it reads on `day`; for a flag that is quiet or cleared, as it read when its condition was
  /// last met.
  package func reason(on day: CalendarDate) -> String {
    let lastHeld = (quietSince ?? cleared?.date)?.adding(days: -1) ?? day
    return line.written(on: max(min(heldFrom ?? raisedOn, raisedOn), min(day, lastHeld)))
  }
}

extension Flag {
  /// Whether a flag is answered, and in time; lateness is computed when it is asked for and never stored.
  package enum State: String, CaseIterable, Hashable, Sendable {
    case open, answered, overdue, cleared
  }

  package func state(at now: Instant, calendar: WorkingCalendar) -> State {
    if cleared != nil { return .cleared }
    if isAnswered(at: now) { return .answered }
    if answer?.stands == true { return .overdue }
    guard let due = due(calendar) else { return .open }
    return now > due ? .overdue : .open
  }

  /// Whether an answer is in force and has not run out.
  package func isAnswered(at now: Instant) -> Bool {
    guard cleared == nil, let answer, answer.stands else { return false }
    return now <= answer.holdsUntil
  }

  /// When an answer is due: 4 working hours for a flag of today, 2 working days for one of this
  /// week, 20 for one of supervision; a record gap is not chased.
  package func due(_ calendar: WorkingCalendar) -> Instant? {
    if let answer, answer.stands { return answer.holdsUntil }
    let start = answer?.broken.map { max(raisedAt, $0.at) } ?? raisedAt
    return band == .recordGap ? nil : deadline(band, after: start, calendar)
  }
}

extension Flag {
  /// The moments at which an unanswered flag goes one step up the line: when its answer is due, and a further
  /// period later, which brings it to the highest; none for a record gap.
  package func climbs(_ calendar: WorkingCalendar) -> [Instant] {
    guard let due = due(calendar) else { return [] }
    return [due, deadline(band, after: due, calendar)]
  }

  /// Who must answer it now: the team manager at first.
  package func owner(at now: Instant, calendar: WorkingCalendar) -> Seniority {
    guard cleared == nil else { return .teamManager }
    return climbs(calendar).filter { now > $0 }.reduce(.teamManager) { owner, _ in owner.next }
  }
}

/// The end of one more period of a band.
private func deadline(_ band: Band, after start: Instant, _ calendar: WorkingCalendar) -> Instant {
  switch band {
  case .today: calendar.instant(calendar.answerTimes.hoursToday, workingHoursAfter: start)
  case .thisWeek:
    calendar.closing(calendar.answerTimes.daysThisWeek, workingDaysAfter: start.londonDay)
  case .supervision, .recordGap:
    calendar.closing(calendar.answerTimes.daysSupervision, workingDaysAfter: start.londonDay)
  }
}

extension WorkingCalendar {
  fileprivate func closing(_ days: Int, workingDaysAfter day: CalendarDate) -> Instant {
    Instant(london: self.day(days, workingDaysAfter: day), WorkingCalendar.closing)
  }
}
