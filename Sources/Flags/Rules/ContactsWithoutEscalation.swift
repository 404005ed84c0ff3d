import Reading
import Records

extension FlagRule {
  /// Many contacts since anybody last stepped the protection up.
  ///
  /// A contact with a concern weighs 1, a routine one a half; the window decides whether it fires,
  /// and the line counts every contact since the last escalation.
  package static let contactsWithoutEscalation = FlagRule(
    "R01", "contacts-without-escalation",
    words: """
      The child is seen or heard of again and again, several times with a concern, and since then \
      nobody has held a strategy discussion or anything above it.
      """,
    logic: { p in
      """
      Contacts since the last strategy discussion or higher rung, one with a concern at full weight, \
      a routine one at half; routine contacts of a planned series weigh nothing. It fires at weight \
      \(half(p.contactsOnProtectionPlan.halves)) in \(p.contactsOnProtectionPlan.days) days on a protection plan, \(half(p.contactsInNeed.halves)) in \(p.contactsInNeed.days) days in need, \(half(p.contactsWhenClosed.halves)) in \
      \(p.contactsWhenClosed.days) days otherwise or in the \(p.daysOfLowTolerance) days after a step down, with at least \(p.contactsWithConcern) concerns among them. For today when the last \(p.tempoDays) days \
      hold at least \(p.tempoContacts) contacts and \(times(p.tempoRatio)) those of as many days before, or an injury with a point is among \
      them. A management decision pauses it until its review.
      """
    },
    source: """
      About 60 contacts in eight months (Peter Connelly, 2007); five referrals in eight months \
      (Star Hobson, 2020).
      """,
    falsePositives: "Intensive support, a disabled child's planned care, neonatal outreach.",
    goodAnswer: """
      The date of a strategy discussion, or what these contacts tell us together and the decision.
      """,
    lowestSigner: .teamManager, clearingRung: .strategyDiscussion,
    restsOn: [.presentingConcern, .injuries],
    whenItEnds: .goesQuiet { $0.isHeld(rank: Rung.resettingRank, after: $1) }
  ) { view, parameters in
    let chronology = view.chronology
    let all = chronology.countedContacts
    let counted = chronology.sinceReset(all)
    let load = parameters.load(in: &view)
    let recent = view.within(load.days, of: counted).filter { !chronology.isPlannedRoutine($0) }
    let concerned = recent.filter(\.hasConcern)
    guard recent.count + concerned.count >= load.halves,
      concerned.count >= parameters.contactsWithConcern, let first = counted.first,
      !view.isPaused()
    else { return nil }
    let isRising = parameters.isTempoRising(all, in: &view)
    let isInjured = chronology.hasScoringInjury(in: recent.map(\.contact))
    let agencies = Set(counted.map(\.contact.facts.agency.counted)).count
    let opening: ReasonLine = """
      \(Records.counted(counted.count, "contact")) by \
      \(Records.counted(agencies, "agency", plural: "agencies")) in \(daysFrom: first.date). \
      Last escalation:
      """
    return Finding(
      "R01", isRising || isInjured ? .today : .thisWeek, evidence: recent.map(\.contact),
      line: opening + chronology.lastEscalationLine)
  }
}

extension Parameters {
  /// The numbers for the child's status, or the strict ones for a while after a step down.
  fileprivate func load(in view: inout CaseView) -> ContactLoad {
    if let stepDown = view.chronology.lastStepDown,
      !view.isMore(than: daysOfLowTolerance, since: stepDown.date)
    {
      return contactsWhenClosed
    }
    switch view.status {
    case .childProtection: return contactsOnProtectionPlan
    case .childInNeed, .assessment, .lookedAfter: return contactsInNeed
    case .earlyHelp, .closed, nil: return contactsWhenClosed
    }
  }

  /// Whether contacts rose to `tempoRatio` times those of as many days before, whatever was held between; a
  /// new file has no past to rise from.
  fileprivate func isTempoRising(_ all: [CountedContact], in view: inout CaseView) -> Bool {
    guard let first = all.first, view.isMore(than: 2 * tempoDays - 1, since: first.date) else {
      return false
    }
    let now = view.within(tempoDays, of: all).count
    let before = view.within(2 * tempoDays, of: all).count - now
    return now >= tempoContacts && now >= tempoRatio * before
  }
}

/// Half contacts as weight: `7`, `7½`.
private func half(_ halves: Int) -> String { "\(halves / 2)\(halves % 2 == 0 ? "" : "½")" }

extension Chronology {
  /// Whether it is a routine contact of a planned series, which weighs nothing; one with a concern does.
  fileprivate func isPlannedRoutine(_ contact: CountedContact) -> Bool {
    guard !contact.hasConcern else { return false }
    return matters(.series).contains { series in
      let end = series.first("ended")?.date ?? series.fact.day(.ends) ?? contact.date
      let kind = series.fact.text(.seriesKind)
      return series.date <= contact.date && contact.date <= end
        && series.fact.text(.seriesAgency) == contact.contact.facts.agency.sector.rawValue
        && (kind == nil || kind == contact.contact.facts.kind.rawValue)
    }
  }

  var lastEscalationLine: ReasonLine {
    guard let last = lastReset else { return " none recorded." }
    return " \(last.rung.written) \(last.date) (\(daysSince: last.date) ago)."
  }

  /// The last time that the status went down or the child's case was closed.
  var lastStepDown: StatusChange? { stepDowns.last }

  var stepDowns: [StatusChange] {
    var previous = assumedStatus
    return statusChanges.filter { change in
      defer { previous = change.status }
      return (change.status?.level ?? 0) < (previous?.level ?? 0)
    }
  }
}
