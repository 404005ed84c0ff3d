import Records

extension FlagRule {
  /// Each new worker meets the child for the first time.
  package static let handsChanged = FlagRule(
    "R19", "hands-changed",
    words: """
      The child's worker has changed again and again, or the child has none, or the new worker has \
      not confirmed that they read the chronology.
      """,
    logic: { p in
      """
      \(p.hands) allocated workers in \(p.handsDays) days, planned moves of a team aside; or nobody allocated for more \
      than \(p.unallocatedWorkingDays) working days; or a transfer without a confirmation of the chronology read within \
      \(p.handoverWorkingDays) working days. For the week on a protection plan. Cleared by the confirmation.
      """
    },
    source: "Fragmented knowledge (national review, Arthur Labinjo-Hughes and Star Hobson, 2022).",
    falsePositives: "A planned transfer of the team.",
    goodAnswer: "The chronology read; the child introduced; a joint handover visit.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let everyone = view.chronology.matters(.involvement)
    guard let latest = everyone.last else { return nil }
    let workers = everyone.filter { $0.fact.text(.changeReason) != "TSPROC" }
    let recent = view.within(parameters.handsDays, of: workers)
    let current = everyone.last { !$0.isClosed }
    let left = current == nil ? everyone.compactMap { $0.first("left")?.date }.max() : nil
    let isUnallocated =
      left.map {
        view.isAfter(
          view.deadline(parameters.unallocatedWorkingDays, workingDaysAfter: $0, parameters))
      } ?? false
    let isTransfer = everyone.count > 1 && current.map(workers.contains) == true
    let unread =
      isTransfer ? current.flatMap { $0.first("chronology read") == nil ? $0 : nil } : nil
    let isUnread =
      unread.map {
        view.isAfter(
          view.deadline(parameters.handoverWorkingDays, workingDaysAfter: $0.date, parameters))
      } ?? false
    let isRead = current?.first("chronology read") != nil
    let isMany = recent.count >= parameters.hands && !isRead
    guard isMany || isUnallocated || isUnread else { return nil }
    let handover =
      everyone.flatMap(\.records).filter { $0.fact.text(.handover) != nil }
      .map(\.date).max()?.iso ?? "none"
    let gap: ReasonLine = left.map { "unallocated \(daysSince: $0)" } ?? "allocated"
    let opening: ReasonLine =
      "\(counted(everyone.count, "worker")) in \(daysSince: everyone[0].date); "
    return Finding(
      "R19", view.status == .childProtection ? .thisWeek : .supervision,
      evidence: recent.isEmpty ? [Evidence(latest.last)] : recent.map { Evidence($0.records[0]) },
      line: opening + gap + "; last handover note \(handover).")
  }
}
