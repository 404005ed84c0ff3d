package import Records

// What several rules ask of a case.

extension CaseView {
  package var matters: [Matter] { chronology.matters }

  /// The last of the `days` working days after `day`.
  func deadline(_ days: Int, workingDaysAfter day: CalendarDate, _ parameters: Parameters)
    -> CalendarDate
  {
    parameters.calendar.day(days, workingDaysAfter: day)
  }

  /// Whether a concern, injuries included, is still open: recorded within `days`, and after the last rung
  /// that restarts the counts.
  mutating func isConcernOpen(for days: Int) -> Bool {
    let since = chronology.sinceReset(chronology.concerns)
    return !within(days, of: since).isEmpty
  }

  /// Whether a manager's decision on the pattern is in force: until its review, and never longer.
  mutating func isPaused() -> Bool {
    guard
      let decision = chronology.escalations.last(where: { $0.reviewBy != nil }),
      let reviewBy = decision.reviewBy
    else { return false }
    return !isAfter(reviewBy)
  }
}

extension Chronology {
  /// Whether the child's worker saw the child at a contact of one of `kinds`.
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

  /// The contact that began the present status, or else the newest contact or fact.
  var anyEvidence: [Evidence] {
    let start = statusChanges.last?.contact ?? readings.last?.contact
    return start.map { [Evidence($0)] } ?? matters.last.map { [Evidence($0.last)] } ?? []
  }

  /// The newest contact: evidence for a rule about what did not happen, when there is nothing else.
  var lastContact: [Evidence] { readings.last.map { [Evidence($0.contact)] } ?? [] }
}
