import Records

extension FlagRule {
  /// The visit that the plan promises is late.
  package static let visitOverdue = FlagRule(
    "R10", "visit-overdue",
    words: """
      The social worker's next visit to the child is late by the plan's own interval. A visit at \
      which the child was not seen does not count, nor do core groups.
      """,
    logic: { p in
      """
      Due: the last visit by a social worker at home, school or hospital at which the child was \
      seen, or the start of the status, and the plan's interval; where no plan names one, \
      \(p.visitWorkingDaysOnProtectionPlan) working days on a protection plan, \
      \(p.visitWorkingDaysInNeed) in need, \(p.visitDaysInCare) days in care. For the week when late by a whole \
      interval; for today on a protection plan when the child is also not seen (R06). Cleared when \
      the child is seen.
      """
    },
    source: """
      Two-weekly visits not met (Peter Connelly, 2007). No national interval: ten working days is \
      the commonest local minimum; six weeks in care are the 2010 Regulations'.
      """,
    falsePositives: "Leave: a cover visit counts if the child was seen.",
    goodAnswer: "The visit made, or booked with its date; a cover worker.",
    lowestSigner: .seniorPractitioner, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let chronology = view.chronology
    guard let status = view.status,
      let interval = VisitInterval(chronology, status, parameters),
      let start = chronology.statusSince
    else { return nil }
    let visit = chronology.readings.last { chronology.isStatutoryVisit($0) }
    let from = visit?.date ?? start
    let due = interval.next(after: from, parameters)
    guard view.isAfter(due) else { return nil }
    let isMissedOutright = view.isAfter(interval.next(after: due, parameters))
    let isUnseen =
      status == .childProtection && FlagRule.childNotSeen.judge(&view, parameters) != nil
    let attempts = chronology.readings.filter {
      $0.date > from && $0.kind.isVisit && $0.isSocialCare
    }
    let anchor =
      visit?.contact ?? chronology.statusChanges.last?.contact ?? chronology.readings.first?.contact
    return Finding(
      "R10", isUnseen ? .today : isMissedOutright ? .thisWeek : .supervision,
      evidence: (anchor.map { [$0] } ?? []) + attempts.map(\.contact),
      line: """
        Stat visit due \(due), \(daysSince: due) over. \(counted(attempts.count, "attempt")) since.
        """)
  }
}

extension Chronology {
  /// Whether the child was seen by the allocated worker, or by a social worker who covers for them.
  fileprivate func isStatutoryVisit(_ reading: ContactReading) -> Bool {
    let kinds: Set<ContactKind> = [.homeVisit, .school, .hospital]
    let isCover =
      reading.childSeen == .yes && kinds.contains(reading.kind) && reading.isSocialWorker
      && reading.isSocialCare
    return isCover || isSeenByChildsWorker(reading, at: kinds)
  }
}

/// How often the social worker is to see the child.
private enum VisitInterval {
  case workingDays(Int)
  case days(Int)

  /// Nil for a status without visits by right.
  init?(_ chronology: Chronology, _ status: PlanStatus, _ parameters: Parameters) {
    if let stated = chronology.recordedPlan?.fact.number(.visitEvery) {
      self = .workingDays(stated)
      return
    }
    switch status {
    case .childProtection: self = .workingDays(parameters.visitWorkingDaysOnProtectionPlan)
    case .childInNeed: self = .workingDays(parameters.visitWorkingDaysInNeed)
    case .lookedAfter: self = .days(parameters.visitDaysInCare)
    case .earlyHelp, .assessment, .closed: return nil
    }
  }

  func next(after day: CalendarDate, _ parameters: Parameters) -> CalendarDate {
    switch self {
    case .workingDays(let count): parameters.calendar.day(count, workingDaysAfter: day)
    case .days(let count): day.adding(days: count)
    }
  }
}
