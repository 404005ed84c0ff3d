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

  /// A clock that ran from `evidence` to `due`; nil while it runs.
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
    let last = chronology.meetings(.coreGroup).last { $0.date >= conference.date }
    let due =
      last.map { $0.date.adding(days: parameters.coreGroupDays) }
      ?? deadline(
        parameters.firstCoreGroupWorkingDays, workingDaysAfter: conference.date, parameters)
    return clock("Core group", from: last ?? conference, due: due)
  }

  private mutating func reviewClock(_ parameters: Parameters) -> LateClock? {
    guard let conference = firstConference else { return nil }
    let last = chronology.meetings(.caseConference).last { $0.date > conference.date }
    let due =
      last.map { $0.date.adding(days: parameters.laterReviewDays) }
      ?? conference.date.adding(days: parameters.firstReviewDays)
    return clock("Review", from: last ?? conference, due: due)
  }

  /// The conference that made the present protection plan.
  private var firstConference: Evidence? {
    guard status == .childProtection, let start = chronology.statusSince else { return nil }
    let conferences = chronology.meetings(.caseConference)
    // The row that first gives the plan may come some days after the conference that made it.
    return conferences.last { $0.date <= start && start.days(since: $0.date) <= 28 }
      ?? conferences.first { $0.date >= start }
  }

  /// The clock of the last review day on record; a later review without another day ends it.
  private mutating func recordedReviewClock() -> LateClock? {
    let record = chronology.recordedPlan?.records.last {
      $0.fact.step.name == "reviewed" || $0.fact.day(.reviewDue) != nil
    }
    guard let record, let due = record.fact.day(.reviewDue),
      !chronology.reviews.contains(where: { $0.date > record.date })
    else { return nil }
    return clock("Plan review", from: Evidence(record), due: due)
  }

  private mutating func preProceedingsClock(_ parameters: Parameters) -> LateClock? {
    let plan = chronology.matters(.plan).last {
      $0.fact.text(.planKind) == "pre-proceedings" && !$0.isClosed
    }
    guard let plan,
      !chronology.escalations.contains(where: { $0.rung == .proceedings && $0.date >= plan.date })
    else { return nil }
    return clock(
      "End of pre-proceedings", from: Evidence(plan.records[0]),
      due: plan.date.adding(days: parameters.preProceedingsDays))
  }
}

extension Chronology {
  /// The meetings of a kind that contacts and facts say were held, one a day.
  func meetings(_ kind: ContactKind) -> [Evidence] {
    let contacts = readings.filter { $0.kind == kind }.map { Evidence($0.contact) }
    let facts = heldMeetings.map { Evidence($0) }.filter { $0.kind == kind }
    let both = (contacts + facts).sorted { $0.date < $1.date }
    return both.enumerated().filter { $0 == 0 || both[$0 - 1].date != $1.date }.map(\.element)
  }

  /// Reviews of any plan: conferences, and reviews of a child in care.
  fileprivate var reviews: [Evidence] {
    let inCare = heldMeetings.filter { $0.fact.text(.meeting) == "care review" }
    return meetings(.caseConference) + inCare.map { Evidence($0) }
  }

  private var heldMeetings: [FactRecord] {
    matters(.meeting).flatMap(\.records).filter { $0.fact.step.name == "held" }
  }
}
