package import Records

// What several rules ask of a case.

extension CaseView {
  package var matters: [Matter] { chronology.matters }

  /// The day after which so many working days have passed.
  func deadline(_ days: Int, workingDaysAfter day: CalendarDate, _ parameters: Parameters)
    -> CalendarDate
  {
    parameters.calendar.day(days, workingDaysAfter: day)
  }

  /// Whether a concern, an injury among them, is not yet answered: recent, and after the last rung
  /// that starts counts anew.
  mutating func isConcernOpen(for days: Int) -> Bool {
    let since = chronology.sinceReset(chronology.concerns)
    return !within(days, of: since).isEmpty
  }

  /// Whether a manager's decision on the pattern still stands: until its review, and never longer.
  mutating func isPaused() -> Bool {
    guard
      let decision = chronology.escalations.last(where: { $0.reviewBy != nil }),
      let reviewBy = decision.reviewBy
    else { return false }
    return !isAfter(reviewBy)
  }
}

extension Chronology {
  /// Whether the allocated worker saw the child, at one of some kinds of contact.
  func isSeenByChildsWorker(_ reading: ContactReading, at kinds: Set<ContactKind>) -> Bool {
    reading.childSeen == .yes && kinds.contains(reading.kind) && isByChildsWorker(reading)
  }
}

extension Chronology {
  /// The day on which the present status began; the first contact's where it never changed.
  var statusSince: CalendarDate? { statusChanges.last?.date ?? readings.first?.date }

  /// The plan that a fact records for the present status.
  var recordedPlan: Matter? {
    guard let status else { return nil }
    return matters(.plan).last { $0.fact.text(.planKind) == status.rawValue && !$0.isClosed }
  }

  /// The contact from which the present status runs, or whatever there is.
  var anyEvidence: [Evidence] {
    let start = statusChanges.last?.contact ?? readings.last?.contact
    return start.map { [Evidence($0)] } ?? matters.last.map { [Evidence($0.last)] } ?? []
  }

  /// The newest contact; the evidence of a rule about what did not happen, when nothing else is.
  var lastContact: [Evidence] { readings.last.map { [Evidence($0.contact)] } ?? [] }
}
