import Records

// The clocks of section 3.2 of the domain reference that plan drift looks at.

extension CaseView {
  /// The clocks that have run out, each with what it ran from.
  mutating func lateClocks(_ parameters: Parameters) -> [LateClock] {
    let clocks = [
      assessmentClock(parameters), coreGroupClock(parameters), reviewClock(parameters),
      recordedReviewClock(), preProceedingsClock(parameters),
    ]
    return clocks.compactMap { $0 }
  }

  /// A clock of so many days from a contact or a fact; nil while it runs.
  private mutating func clock(
    _ name: String, from evidence: Evidence, due: CalendarDate
  ) -> LateClock? {
    guard isAfter(due) else { return nil }
    let length = due.days(since: evidence.date)
    return LateClock(
      name: name, due: due, isFarOver: isMore(than: length + length / 2, since: evidence.date),
      evidence: evidence)
  }

  private mutating func assessmentClock(_ parameters: Parameters) -> LateClock? {
    guard status == .assessment, let start = chronology.statusChanges.last else { return nil }
    return clock(
      "Assessment", from: Evidence(start.contact),
      due: deadline(parameters.assessmentWorkingDays, workingDaysAfter: start.date, parameters))
  }

  private mutating func coreGroupClock(_ parameters: Parameters) -> LateClock? {
    guard let conference = firstConference else { return nil }
    let last = chronology.readings.last {
      $0.facts.kind == .coreGroup && $0.date >= conference.date
    }
    let due =
      last.map { $0.date.adding(days: parameters.coreGroupDays) }
      ?? deadline(
        parameters.firstCoreGroupWorkingDays, workingDaysAfter: conference.date, parameters)
    return clock("Core group", from: last.map { Evidence($0.contact) } ?? conference, due: due)
  }

  private mutating func reviewClock(_ parameters: Parameters) -> LateClock? {
    guard let conference = firstConference else { return nil }
    let last = chronology.readings.last {
      $0.facts.kind == .caseConference && $0.date > conference.date
    }
    let due =
      last.map { $0.date.adding(days: parameters.laterReviewDays) }
      ?? conference.date.adding(days: parameters.firstReviewDays)
    return clock("Review", from: last.map { Evidence($0.contact) } ?? conference, due: due)
  }

  /// The conference that made the present protection plan.
  private var firstConference: Evidence? {
    guard status == .childProtection, let start = chronology.statusSince else { return nil }
    return chronology.readings.first {
      $0.facts.kind == .caseConference && $0.date >= start
    }.map { Evidence($0.contact) }
  }

  private mutating func recordedReviewClock() -> LateClock? {
    guard let plan = chronology.recordedPlan, let due = plan.last.fact.day(.reviewDue) else {
      return nil
    }
    return clock("Plan review", from: Evidence(plan.last), due: due)
  }

  private mutating func preProceedingsClock(_ parameters: Parameters) -> LateClock? {
    let plan = chronology.matters(.plan).last {
      $0.fact.text(.planKind) == "pre-proceedings" && !$0.isClosed
    }
    guard let plan else { return nil }
    return clock(
      "End of pre-proceedings", from: Evidence(plan.records[0]),
      due: plan.date.adding(days: parameters.preProceedingsDays))
  }
}
