/// What a person decided about a flag.
///
/// Nothing deletes an answer.
package struct Answer: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let flag: Identifier
  package let decision: Decision
  package let answeredBy: String
  package let answeredAt: Instant
  /// The new fact that opened the flag again; nil while the answer stands.
  package var broken: Break?

  package enum Decision: Hashable, Sendable {
    case escalate(Escalate)
    case decide(Decide)
  }

  /// A rung of the ladder, promised by somebody for a day; the flag returns if it is not held.
  package struct Escalate: Hashable, Sendable {
    package let rung: Rung
    package let owner: String
    package let due: CalendarDate
    package let because: String?

    package init(rung: Rung, owner: String, due: CalendarDate, because: String?) {
      self.rung = rung
      self.owner = owner
      self.due = due
      self.because = because
    }
  }

  /// A reasoned decision not to escalate.
  package struct Decide: Hashable, Sendable {
    package let reason: DecisionReason
    package let because: String
    package let wouldChange: String
    package let reviewBy: CalendarDate

    package init(
      reason: DecisionReason, because: String, wouldChange: String, reviewBy: CalendarDate
    ) {
      self.reason = reason
      self.because = because
      self.wouldChange = wouldChange
      self.reviewBy = reviewBy
    }
  }

  /// The contact that broke an answer open, and when it was recorded.
  package struct Break: Hashable, Sendable {
    package let contact: Identifier
    package let at: Instant

    package init(contact: Identifier, at: Instant) {
      self.contact = contact
      self.at = at
    }
  }

  package init(
    id: Identifier, flag: Identifier, decision: Decision, answeredBy: String,
    answeredAt: Instant, broken: Break? = nil
  ) {
    self.id = id
    self.flag = flag
    self.decision = decision
    self.answeredBy = answeredBy
    self.answeredAt = answeredAt
    self.broken = broken
  }

  /// The end of the day on which the promise is due or the decision is to be looked at again.
  package var holdsUntil: Instant {
    switch decision {
    case .escalate(let escalate): Instant(endOf: escalate.due)
    case .decide(let decide): Instant(endOf: decide.reviewBy)
    }
  }
}

/// Why a flag is answered without escalating.
package enum DecisionReason: String, CaseIterable, Hashable, Sendable {
  case alreadyAssessed = "already assessed"
  case medicalCause = "medical cause confirmed"
  case anotherAgencyLeads = "another agency leading"
  case informationWrong = "information wrong"
  case riskReduced = "risk reduced"
  case other
}

extension Answer.Decide {
  /// The longest that a decision may stand: 2 working days for a flag of today, else 20.
  package static func latestReview(
    of band: Band, on day: CalendarDate, calendar: WorkingCalendar
  ) -> CalendarDate {
    calendar.day(band == .today ? 2 : longestReview, workingDaysAfter: day)
  }

  /// Working days.
  package static let longestReview = 20
}
