import Records

extension FlagRule {
  /// Meetings and reviews slip, and the plan goes on as it was.
  package static let planDrift = FlagRule(
    "R11", "plan-drift",
    words: """
      A conference, core group, review or assessment is late, or a plan has run for nine months with \
      no change, or its actions are late at one review after the other.
      """,
    logic: { p in
      """
      A clock has passed: an assessment \(p.assessmentWorkingDays) working days from its start; the first core group \
      \(p.firstCoreGroupWorkingDays) working days after the initial conference, then every \
      \(p.coreGroupDays) days; the first review conference \(p.firstReviewDays) days after it, then \
      every \(p.laterReviewDays); the review date of a recorded plan; pre-proceedings over \
      \(p.preProceedingsDays) days. Or a protection plan of \(p.planDriftDays) days with no rung above a conference held since it began; \
      or \(p.actionsLatePercent) % of its actions late at two reviews or core groups running. For the week when a clock \
      is over by more than half, or a second one has passed. Cleared when it is held.
      """
    },
    source: """
      A legal planning meeting delayed by seven weeks (Peter Connelly, 2007); statutory guidance for \
      assessments and conferences, local standards for core groups.
      """,
    falsePositives: "Waiting for the court.",
    goodAnswer: "The new date, why, and what keeps the child safe until then.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    guard view.status != .closed else { return nil }
    let late = view.lateClocks(parameters)
    let isLongPlan = view.isLongPlan(parameters)
    let isUndone = view.isUndone(parameters)
    guard !late.isEmpty || isLongPlan || isUndone, let start = view.chronology.statusSince else {
      return nil
    }
    let isFarOver = late.count >= 2 || late.contains(where: \.isFarOver)
    let clocks = late.map { "\($0.name) due \($0.due), not held. " }.joined()
    let evidence = late.map(\.evidence) + (late.isEmpty ? view.chronology.lastContact : [])
    let actions = view.matters.filter { $0.kind == .action && $0.isLate(on: view.day) }
    return Finding(
      "R11", isFarOver ? .thisWeek : .supervision,
      evidence: evidence + actions.map { Evidence($0.records[0]) },
      line: """
        \(clocks)Plan open \(daysSince: start), \(counted(actions.count, "action")) late.
        """)
  }
}

/// A clock that has run out.
struct LateClock {
  let name: String
  let due: CalendarDate
  /// By more than half of its length.
  let isFarOver: Bool
  let evidence: Evidence
}

extension CaseView {
  fileprivate mutating func isLongPlan(_ parameters: Parameters) -> Bool {
    guard status == .childProtection, let start = chronology.statusSince else { return false }
    let isChanged = chronology.escalations.contains {
      $0.rung.rank > Rung.conference.rank && $0.date >= start
    }
    return !isChanged && isMore(than: parameters.planDriftDays - 1, since: start)
  }

  /// Whether `actionsLatePercent` of the actions were late at each of the last two reviews or core groups.
  fileprivate func isUndone(_ parameters: Parameters) -> Bool {
    let actions = chronology.matters(.action)
    guard let start = chronology.statusSince, !actions.isEmpty else { return false }
    let looks = chronology.meetings(.coreGroup) + chronology.meetings(.caseConference)
    let days = Set(looks.map(\.date)).filter { $0 >= start }.sorted().suffix(2)
    return days.count == 2
      && days.allSatisfy { day in
        let agreed = actions.filter { $0.date <= day }
        let late = agreed.filter { $0.isLate(on: day) }
        return !agreed.isEmpty && 100 * late.count >= parameters.actionsLatePercent * agreed.count
      }
  }
}

extension Matter {
  /// Whether an action's due day has passed by `day`, and it was neither done nor dropped by then.
  func isLate(on day: CalendarDate) -> Bool {
    guard let due = fact.day(.due), due < day else { return false }
    return !records.contains { $0.fact.step.closes && $0.date <= day }
  }
}
