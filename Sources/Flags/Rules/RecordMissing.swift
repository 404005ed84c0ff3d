import Records

extension FlagRule {
  /// A visit was planned, and there is no note.
  package static let recordMissing = FlagRule(
    "R25", "record-missing",
    words: """
      A planned visit has no note, or a visit to a child on a protection plan that was typed in Heed \
      leaves out whether the child was seen, whether alone, or what they said.
      """,
    logic: { p in
      """
      A planned visit more than \(p.noteWorkingDays) working days ago, not called off, with no \
      visit from its day to the next one planned; or a home visit typed in Heed to a child on a \
      protection plan with no word on whether the child was seen; or seen, with no word on whether \
      alone, without words or observation, or with marks and no explanation. A record gap never \
      stands above a flag about harm and is not chased. Cleared when the note is filed or mended.
      """
    },
    source:
      "Visits not put on the record (Peter Connelly, 2007); marks not recorded (Daniel Pelka, 2012).",
    falsePositives: "A draft that has not been saved yet.",
    goodAnswer: "The late entry, which is labelled late.",
    lowestSigner: .worker, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let planned = view.chronology.plannedVisits
    var missing: [(day: CalendarDate, record: FactRecord)] = []
    for (index, visit) in planned.enumerated() {
      let next = planned[(index + 1)...].first?.day
      let isFiled = view.chronology.readings.contains { reading in
        reading.kind.isVisit && reading.date >= visit.day
          && next.map { reading.date < $0 } ?? true
      }
      let due = view.deadline(parameters.noteWorkingDays, workingDaysAfter: visit.day, parameters)
      if !isFiled, view.isAfter(due) { missing.append(visit) }
    }
    if let day = missing.first?.day {
      return Finding(
        "R25", .recordGap, evidence: missing.map(\.record),
        line: "Visit \(day) has no note after \(daysSince: day).")
    }
    guard view.status == .childProtection, let since = view.chronology.statusSince else {
      return nil
    }
    let gaps = view.chronology.readings.filter { $0.date >= since && $0.hasGap }
    guard let last = gaps.last else { return nil }
    return Finding(
      "R25", .recordGap, evidence: gaps.map(\.contact),
      line: "CP visit note of \(last.date) has no \(last.gaps.joined(separator: ", no ")).")
  }
}

extension Chronology {
  /// The visits that were planned and not called off, by the day for which they were planned.
  fileprivate var plannedVisits: [(day: CalendarDate, record: FactRecord)] {
    matters(.plannedVisit).filter { !$0.isClosed }.compactMap { visit in
      visit.fact.day(.plannedFor).map { ($0, visit.records[0]) }
    }.sorted { $0.day < $1.day }
  }
}

extension ContactReading {
  fileprivate var hasGap: Bool { !gaps.isEmpty }

  /// What a visit typed in Heed leaves out.
  fileprivate var gaps: [String] {
    guard contact.isTyped, kind == .homeVisit else { return [] }
    guard childSeen == .yes else {
      return childSeen == nil ? ["word on whether the child was seen"] : []
    }
    var gaps: [String] = []
    if facts.seenAlone == nil { gaps.append("word on whether alone") }
    if facts.childWords == nil { gaps.append("words or observation") }
    if marks != nil, facts.explanationGiven == nil { gaps.append("explanation") }
    return gaps
  }
}
