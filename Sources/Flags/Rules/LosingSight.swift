import Records

extension FlagRule {
  /// The places at which others would see the child fall away.
  package static let losingSight = FlagRule(
    "R23", "losing-sight",
    words: """
      The child has left school, nursery or childminder with nothing in its place, is absent for \
      long, is to be taught at home, or nobody has confirmed where they live.
      """,
    logic: { p in
      """
      A setting withdrawn with no other in its place; \(p.absentSchoolDays) school days absent running; attendance under \
      \(p.attendancePercent) % in the last 60 school days; a notice of home education; an address not confirmed more than \
      \(p.addressWorkingDays) working days after a move, or for more than \(p.addressDays) days; or a visit to an old address. For today \
      on a protection plan, or in need with an open concern. Cleared when the child is seen and a \
      next sighting is planned, or the address is confirmed.
      """
    },
    source: """
      A childminder withdrew eleven days before the death (Peter Connelly, 2007); home education and \
      a visit to the wrong address (Sara Sharif, 2023); 11 in 100 not in school (Panel, fourth \
      annual report).
      """,
    falsePositives: "School holidays.",
    goodAnswer: "The next sighting named; the address confirmed in person.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let lost = view.lostSettings(parameters) + view.lostAddresses(parameters)
    guard let first = lost.first else { return nil }
    let isProtected = view.status == .childProtection
    let isInNeed =
      view.status == .childInNeed && view.isConcernOpen(for: parameters.concernOpenDays)
    let address = view.chronology.matters(.address).last
    let confirmed =
      view.chronology.matters(.address).flatMap(\.records)
      .filter { $0.fact.step.name == "confirmed" }.map(\.date).max()?.iso ?? "never"
    return Finding(
      "R23", isProtected || isInNeed ? .today : .thisWeek, evidence: lost.map(\.evidence),
      line: """
        \(first.words) Next sighting planned: \(first.next?.iso ?? "none").\
        \(address == nil ? "" : " Address last confirmed \(confirmed).")
        """)
  }
}

/// A place at which the child is no longer seen.
private struct Lost {
  let words: String
  let next: CalendarDate?
  let evidence: Evidence
}

extension CaseView {
  fileprivate mutating func lostSettings(_ parameters: Parameters) -> [Lost] {
    let settings = chronology.matters(.setting)
    var lost: [Lost] = []
    for setting in settings {
      guard let record = setting.lostAt(parameters), !isFound(since: record.date, setting),
        !settings.contains(where: { $0.date >= record.date && $0.id != setting.id && !$0.isClosed })
      else { continue }
      let name = setting.fact.text(.setting) ?? "the setting"
      lost.append(
        Lost(
          words: "\(record.fact.lostWords) (\(name), \(record.date)).",
          next: setting.fact.day(.nextSighting), evidence: Evidence(record)))
    }
    return lost
  }

  /// Whether the child was seen after `day`, and a next sighting is planned that has not passed.
  private mutating func isFound(since day: CalendarDate, _ setting: Matter) -> Bool {
    guard let planned = setting.fact.day(.nextSighting) else { return false }
    return chronology.lastSeen.map { $0 > day } == true && !isAfter(planned)
  }

  fileprivate mutating func lostAddresses(_ parameters: Parameters) -> [Lost] {
    guard let address = chronology.matters(.address).last else { return [] }
    let wrong = chronology.matters(.address).compactMap { $0.latest("visited in error") }
      .max { $0.date < $1.date }
    // A child who moved out, and in nowhere, lives where nobody has confirmed.
    let left = address.isClosed ? address.latest("moved out") : nil
    let confirmed = left == nil ? address.latest("confirmed") : nil
    if let wrong, confirmed.map({ $0.date < wrong.date }) ?? true {
      return [
        Lost(
          words: "Visited at an old address \(wrong.date).", next: nil, evidence: Evidence(wrong))
      ]
    }
    let from = confirmed ?? left ?? address.records[0]
    let isLate =
      confirmed == nil
      ? isAfter(
        deadline(parameters.addressWorkingDays, workingDaysAfter: from.date, parameters))
      : isMore(than: parameters.addressDays, since: from.date)
    guard isLate else { return [] }
    let words =
      confirmed == nil
      ? "Moved \(from.date); address not confirmed." : "Address not confirmed lately."
    return [Lost(words: words, next: nil, evidence: Evidence(from))]
  }
}

extension Matter {
  /// The record from which the child is no longer seen there; nil while they are.
  fileprivate func lostAt(_ parameters: Parameters) -> FactRecord? {
    // Figures of attendance say nothing of a child who has left.
    let left = records.last { $0.fact.step.closes }
    let begun = records.last { $0.fact.step.name == "started" || $0.fact.step.name == "back" }
    if let left, begun.map({ $0.date <= left.date }) ?? true { return left }
    let fact = last.fact
    switch fact.step.name {
    case "absent" where (fact.number(.schoolDays) ?? 0) >= parameters.absentSchoolDays: return last
    case "attendance" where (fact.number(.percent) ?? 100) < parameters.attendancePercent:
      return last
    default: return nil
    }
  }
}

extension Fact {
  fileprivate var lostWords: String {
    switch step.name {
    case "withdrawn": "Withdrawn"
    case "home education notice": "Notice of home education"
    case "absent": "Absent \(number(.schoolDays) ?? 0) school days running"
    default: "Attendance \(number(.percent) ?? 0) %"
    }
  }
}
