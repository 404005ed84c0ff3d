import Records

extension FlagRule {
  /// More happens, and fewer people look at it.
  package static let oversightThinning = FlagRule(
    "R18", "oversight-thinning",
    words: """
      The case has not been discussed in supervision for weeks, or less and less often, or less while \
      contacts rise, or an urgent flag has had no manager's decision.
      """,
    logic: { p in
      """
      Where people record here what is no imported row: on a protection plan none for \
      more than \(p.supervisionDays) days; or a flag of today or the week late by R15 with no decision since it was \
      raised; or each of the last 3 intervals between supervisions longer than the one before; or \
      contacts in \(p.oversightDays) days at least 1.5 times those of as many before, with at least \
      \(p.oversightContacts) then, while \
      supervisions fell. Cleared by a supervision of the case.
      """
    },
    source: """
      One supervision recorded from February to August 2007 (Peter Connelly); management oversight \
      (Daniel Pelka, 2012).
      """,
    falsePositives: "Group supervision that was not linked to the case.",
    goodAnswer: "A dated discussion of the pattern.",
    lowestSigner: .headOfService, clearingRung: .none, whenItEnds: .clears, readsFlags: true
  ) { view, parameters in
    let held = view.chronology.supervisions
    guard view.chronology.keepsOversight else { return nil }
    let last = held.last?.date ?? view.chronology.statusSince ?? view.day
    let isGap =
      view.status == .childProtection && view.isMore(than: parameters.supervisionDays, since: last)
    let gaps = zip(held, held.dropFirst()).map { $1.date.days(since: $0.date) }.suffix(3)
    let isStretching =
      gaps.count == 3 && zip(gaps, gaps.dropFirst()).allSatisfy { $0 < $1 }
    let rise = view.riseWhileSupervisionFell(held, parameters)
    let isUndecided = view.isUndecided(parameters)
    guard isGap || isStretching || rise != nil || isUndecided else { return nil }
    let was = gaps.last.map { " (was \($0))" } ?? ""
    let contacts = rise.map { " Contacts rose \($0.before)→\($0.now) in the same time." } ?? ""
    return Finding(
      "R18", .thisWeek,
      evidence: held.last.map { [$0] } ?? view.chronology.anyEvidence,
      line: """
        Supervision gap \(daysSince: last)\(was).\(contacts)\
        \(isUndecided ? " An overdue flag has no manager's decision." : "")
        """)
  }
}

extension Evidence: Dated {}

extension Chronology {
  /// Supervisions of the case, one a day.
  var supervisions: [Evidence] {
    let contacts = readings.filter { $0.kind == .supervision }.map { Evidence($0.contact) }
    let facts = matters(.supervision).map { Evidence($0.records[0]) }
    var days: Set<CalendarDate> = []
    return (contacts + facts).sorted { $0.date < $1.date }.filter { days.insert($0.date).inserted }
  }

  /// Whether people work in this log; imported rows alone say nothing of supervision.
  fileprivate var keepsOversight: Bool {
    !supervisions.isEmpty || !matters.isEmpty || readings.contains { $0.contact.isTyped }
  }
}

extension CaseView {
  fileprivate mutating func riseWhileSupervisionFell(
    _ held: [Evidence], _ parameters: Parameters
  ) -> (before: Int, now: Int)? {
    let days = parameters.oversightDays
    let contacts = chronology.countedContacts
    let now = within(days, of: contacts).count
    let before = within(2 * days, of: contacts).count - now
    let supervisedNow = within(days, of: held).count
    let supervisedBefore = within(2 * days, of: held).count - supervisedNow
    guard before >= parameters.oversightContacts, 2 * now >= 3 * before,
      supervisedNow < supervisedBefore
    else { return nil }
    return (before, now)
  }

  /// Whether a flag of today or the week is late, and no manager has decided anything since it was raised.
  fileprivate mutating func isUndecided(_ parameters: Parameters) -> Bool {
    overdueFlags(parameters).contains { flag in
      flag.band <= .thisWeek
        && !chronology.escalations.contains {
          $0.rung == .managementDecision && $0.date >= flag.raisedOn
        }
    }
  }
}
