import Records

extension FlagRule {
  /// A visit was planned, and there is no note.
  package static let recordMissing = FlagRule(
    "R25", "record-missing",
    words: """
      A planned visit has no note, or a visit to a child on a protection plan that was typed in Heed \
      leaves out whether the child was seen alone or what they said.
      """,
    logic: { p in
      """
      A planned visit more than \(p.noteWorkingDays) working days ago with no visit on or after its day, and not called \
      off; or a visit typed in Heed to a child on a protection plan at which the child was seen, with \
      no word on whether alone, or without words or observation. A record gap never stands above a \
      flag about harm and is not chased. Cleared when the note is filed or mended.
      """
    },
    source:
      "Visits not put on the record (Peter Connelly, 2007); marks not recorded (Daniel Pelka, 2012).",
    falsePositives: "A draft that has not been saved yet.",
    goodAnswer: "The late entry, which is labelled late.",
    signs: .worker, clearingRung: .none, passing: .clears
  ) { view, parameters in
    var missing: [Matter] = []
    for visit in view.chronology.matters(.plannedVisit) where !visit.isClosed {
      guard let day = visit.fact.day(.plannedFor) else { continue }
      let isFiled = view.chronology.readings.contains { $0.date >= day && $0.facts.kind.isVisit }
      let due = view.deadline(parameters.noteWorkingDays, workingDaysAfter: day, parameters)
      if !isFiled, view.isAfter(due) { missing.append(visit) }
    }
    if let first = missing.first, let day = first.fact.day(.plannedFor) {
      return Finding(
        "R25", .recordGap, evidence: missing.map { $0.records[0] },
        line: "Visit \(day) has no note after \(daysSince: day).")
    }
    guard view.status == .childProtection else { return nil }
    let gaps = view.chronology.readings.filter(\.hasGap)
    guard let last = gaps.last else { return nil }
    return Finding(
      "R25", .recordGap, evidence: gaps.map(\.contact),
      line: "CP visit note of \(last.date) has no \(last.gaps.joined(separator: ", no ")).")
  }
}

extension ContactReading {
  fileprivate var hasGap: Bool { !gaps.isEmpty }

  /// What a visit typed in Heed leaves out.
  fileprivate var gaps: [String] {
    guard contact.isTyped, facts.kind == .homeVisit, facts.childSeen == .yes else { return [] }
    var gaps: [String] = []
    if facts.seenAlone == nil { gaps.append("word on whether alone") }
    if facts.childWords == nil { gaps.append("words or observation") }
    if marks != nil, facts.explanationGiven == nil { gaps.append("explanation") }
    return gaps
  }
}
