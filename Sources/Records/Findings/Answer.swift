/// What a person decided about a flag.
///
/// An answer is never deleted, except with its child's whole record by a `Removal`.
package struct Answer: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let flag: Identifier
  package let decision: Decision
  package let answeredBy: String
  /// The account of the person who gave it; nil for one given before accounts were recorded.
  package let account: String?
  package internal(set) var answeredAt: Instant
  /// The lowest seniority that may sign it; nil for a promise, which needs no signature.
  package let signer: Seniority?
  /// Another person's signature, made with their own secret; nil for a promise, and while a decision awaits
  /// it.
  package var signature: Signature?
  /// What opened the flag again; nil when nothing has.
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

  /// The contact or fact that broke an answer open, and when it was recorded.
  package struct Break: Hashable, Sendable {
    package let contact: Identifier
    package let at: Instant

    package init(contact: Identifier, at: Instant) {
      self.contact = contact
      self.at = at
    }
  }

  /// Who signed a decision, and when.
  package struct Signature: Hashable, Sendable {
    package let person: Identifier
    package let name: String
    package let role: Role
    package let at: Instant

    package init(person: Identifier, name: String, role: Role, at: Instant) {
      self.person = person
      self.name = name
      self.role = role
      self.at = at
    }

    package init(of person: Person, at moment: Instant) {
      self.init(person: person.id, name: person.name, role: person.role, at: moment)
    }
  }

  package init(
    id: Identifier, flag: Identifier, decision: Decision, answeredBy: String,
    account: String? = nil, answeredAt: Instant, signer: Seniority? = nil,
    signature: Signature? = nil,
    broken: Break? = nil
  ) {
    self.id = id
    self.flag = flag
    self.decision = decision
    self.answeredBy = answeredBy
    self.account = account
    self.answeredAt = answeredAt
    self.signer = signer
    self.signature = signature
    self.broken = broken
  }

  package var awaitsSignature: Bool { signer != nil && signature == nil }

  /// Whether it is in force: signed where it must be, and nothing new has opened the flag again.
  package var stands: Bool { broken == nil && !awaitsSignature }

  /// The end of the day on which the promise is due or the decision is to be reviewed.
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
  /// The rule itself is at fault here; the ledger counts these.
  case ruleWrong = "rule wrong"
  case other
}

extension Answer.Decide {
  /// The latest day for which the review of a decision may be set: sooner on a flag of today.
  package static func latestReview(
    of band: Band, on day: CalendarDate, calendar: WorkingCalendar
  ) -> CalendarDate {
    calendar.day(
      band == .today ? calendar.answerTimes.reviewDaysToday : calendar.answerTimes.reviewDays,
      workingDaysAfter: day)
  }
}

/// Why an answer or a signature is refused.
package enum AnswerFault: Error, Hashable, Sendable {
  /// The flag has an answer in force, and the new one was not given to replace it.
  case alreadyAnswered
  /// The promise is for a day that has passed.
  case dueHasPassed
  case dueTooLate(latest: CalendarDate)
  /// A flag about a missing answer can't be answered by a decision.
  case notByDecision
  case reviewHasPassed
  case reviewTooLate(latest: CalendarDate)
  /// The author of an answer can't sign it.
  case signedByAuthor
  case signerTooJunior(needed: Seniority)
  /// There is no decision that awaits a signature.
  case nothingToSign
  /// The person has set no secret yet.
  case noSecret
  case wrongSecret
}

extension Answer.Decision {
  /// Checks an answer against the moment and the flag; forms, commands and stores all call this.
  ///
  /// `replaced` is the answer that the person was shown and means to replace.
  /// - Throws: `alreadyAnswered`, `dueHasPassed`, `dueTooLate`, `notByDecision`, `reviewHasPassed`, `reviewTooLate`.
  package func check(
    on flag: Flag, replacing replaced: Identifier? = nil, at now: Instant,
    calendar: WorkingCalendar
  ) throws(AnswerFault) {
    let today = now.londonDay
    if flag.isAnswered(at: now), flag.answer?.id != replaced { throw .alreadyAnswered }
    switch self {
    case .escalate(let escalate):
      guard escalate.due >= today else { throw .dueHasPassed }
      let latest = calendar.day(calendar.answerTimes.reviewDays, workingDaysAfter: today)
      guard escalate.due <= latest else { throw .dueTooLate(latest: latest) }
    case .decide(let decide):
      guard !flag.rule.isAboutAnswers else { throw .notByDecision }
      guard decide.reviewBy >= today else { throw .reviewHasPassed }
      let latest = Answer.Decide.latestReview(of: flag.band, on: today, calendar: calendar)
      guard decide.reviewBy <= latest else { throw .reviewTooLate(latest: latest) }
    }
  }

  package var needsSignature: Bool { if case .decide = self { true } else { false } }
}

extension Answer {
  /// Whether `person` gave it: by account, or by name where no account was recorded.
  package func isGiven(by person: Person) -> Bool {
    if let account { return person.account == account }
    return folded(person.name) == folded(answeredBy) || person.account == answeredBy
  }

  /// Checks that `person` may sign this answer.
  /// - Throws: `nothingToSign`, `signedByAuthor`, `signerTooJunior`.
  package func check(signedBy person: Person) throws(AnswerFault) {
    guard let needed = signer, signature == nil, broken == nil else { throw .nothingToSign }
    guard !isGiven(by: person) else { throw .signedByAuthor }
    guard person.seniority >= needed else { throw .signerTooJunior(needed: needed) }
  }
}
