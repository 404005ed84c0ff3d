import Records

extension FlagRule {
  /// An agency knows something, and the child's worker does not.
  package static let notShared = FlagRule(
    "R14", "not-shared",
    words: """
      An agency recorded a concern or an injury and has not shared it with the child's social \
      worker. It is seen only where the agency writes to this log.
      """,
    logic: { p in
      """
      What an agency other than social care knows, of medium or high level, with no sharing and no \
      reason not to share more than \(p.shareWorkingDays) working day after it was known; an injury by the end of that \
      day. For today when it is an injury. Cleared when it is shared, or the reason not to is \
      recorded.
      """
    },
    source: """
      Thirty-one images of injuries from a health assessment, not passed on (Logan Mwangi, 2021); a \
      father's history known to the police and not asked for (Sara Sharif, 2023).
      """,
    falsePositives: "A legal reason not to share: record it.",
    goodAnswer: "Told whom, when; or the reason not to.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    var late: [Matter] = []
    for share in view.chronology.matters(.share) where !share.isClosed {
      let isInjury = share.isInjury
      let deadline =
        isInjury
        ? share.date
        : view.deadline(parameters.shareWorkingDays, workingDaysAfter: share.date, parameters)
      let isGrave =
        isInjury || share.records.contains { $0.fact.text(.level).map { $0 != "low" } ?? false }
      if isGrave, !share.isBySocialCare, view.isAfter(deadline) { late.append(share) }
    }
    let worst = late.first { $0.isInjury } ?? late.first
    guard let worst else { return nil }
    let agency = sentenceList([worst.fact.text(.agency) ?? "an agency"])
    return Finding(
      "R14", worst.isInjury ? .today : .thisWeek,
      evidence: late.map { $0.records[0] },
      line: """
        \(agency) recorded "\(worst.fact.text(.sharedWhat) ?? "")" \
        on \(worst.date). Not shared with the social worker after \(daysSince: worst.date).
        """)
  }
}

extension Matter {
  fileprivate var isInjury: Bool { records.contains { $0.fact.says(.isInjury) == true } }

  fileprivate var isBySocialCare: Bool {
    fact.text(.agency).map(folded) == folded(Sector.socialCare.rawValue)
  }
}
