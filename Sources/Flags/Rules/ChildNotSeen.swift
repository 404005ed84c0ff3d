import Records

extension FlagRule {
  /// Nobody has set eyes on the child.
  package static let childNotSeen = FlagRule(
    "R06", "child-not-seen",
    words: """
      The social worker has not seen a child on a protection plan for four weeks, nobody has seen \
      an open child for six, or visits are made and the child is not seen at them.
      """,
    logic: { p in
      """
      On a protection plan not seen by the social worker for more than \(p.unseenBySocialWorkerDays) days; assessed, in need, on \
      a plan or in care not seen by anyone for more than \(p.unseenDays); or the last \(p.visitsNotSeen) visits made without the \
      child being seen. For today after more than \(p.unseenTodayOnProtectionPlan) days on a \
      protection plan, \(p.unseenTodayInNeed) in need, \(p.unseenTodayLookedAfter) in care. Cleared when the child is seen.
      """
    },
    source: """
      Four and six weeks: Southwark's visiting standard. Unseen behind an excuse (Finley Boden, \
      2020); whereabouts unknown for part of July 2007 (Peter Connelly).
      """,
    falsePositives: "In hospital, or on holiday with a confirmed sighting: link the sighting.",
    goodAnswer: "Seen by a named person; else a joint, unannounced or police welfare check.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let chronology = view.chronology
    guard let start = chronology.openSince, let status = view.status, status != .closed else {
      return nil
    }
    let seen = chronology.readings.last { $0.childSeen == .yes }
    let seenBySocialWorker = chronology.readings.last {
      $0.childSeen == .yes && chronology.isByChildsWorker($0)
    }
    let visits = chronology.readings.filter { $0.kind.isVisit }
    let unseenRun = visits.reversed().prefix { $0.isVisitWithoutChild }
    let lastSeen = seen?.date ?? start.date
    let lastSeenBySocialWorker = seenBySocialWorker?.date ?? start.date
    let isLongUnseenBySocialWorker =
      status == .childProtection
      && view.isMore(than: parameters.unseenBySocialWorkerDays, since: lastSeenBySocialWorker)
    let isLongUnseen = status.isOpen && view.isMore(than: parameters.unseenDays, since: lastSeen)
    let isGrave =
      parameters.unseenToday(status).map { view.isMore(than: $0, since: lastSeen) } ?? false
    guard isLongUnseenBySocialWorker || isLongUnseen || unseenRun.count >= parameters.visitsNotSeen
    else { return nil }
    let evidence = [seenBySocialWorker?.contact, seen?.contact].compactMap { $0 }
    let made = visits.reversed().prefix { $0.date > lastSeen }
    return Finding(
      "R06", isGrave ? .today : .thisWeek,
      evidence: (evidence.isEmpty ? [start.contact] : evidence)
        + unseenRun.reversed().map(\.contact),
      line: """
        Not seen by SW for \(daysSince: lastSeenBySocialWorker), by anyone for \
        \(daysSince: lastSeen) (\(counted(made.count, "visit")) made).
        """)
  }
}

extension Parameters {
  /// The days unseen by anybody after which it is for today; nil for a status without that limit.
  fileprivate func unseenToday(_ status: PlanStatus) -> Int? {
    switch status {
    case .childProtection: unseenTodayOnProtectionPlan
    case .assessment, .childInNeed: unseenTodayInNeed
    case .lookedAfter: unseenTodayLookedAfter
    case .earlyHelp, .closed: nil
    }
  }
}

extension ContactReading {
  /// Whether the child was not seen: the record says so, or nobody opened the door and it does not say
  /// otherwise.
  fileprivate var isVisitWithoutChild: Bool {
    childSeen == .no || (kind == .noAccess && childSeen != .yes)
  }
}

extension Chronology {
  /// The contact that began the present status, or the first contact: a child never seen is counted from it.
  fileprivate var openSince: (date: CalendarDate, contact: Contact)? {
    if let change = statusChanges.last { return (change.date, change.contact) }
    return readings.first.map { ($0.date, $0.contact) }
  }
}
