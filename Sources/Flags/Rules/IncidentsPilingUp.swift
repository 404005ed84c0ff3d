import Records

extension FlagRule {
  /// The police come again and again.
  package static let incidentsPilingUp = FlagRule(
    "R24", "incidents-piling-up",
    words: """
      The police have been called to the family several times, and nobody has looked at the calls \
      together.
      """,
    logic: { p in
      """
      Days with a police attendance since the last joint information, strategy discussion or higher \
      rung: \(p.incidentsLong) in \(p.incidentDaysLong) days, or \(p.incidentsWithChild) in \
      \(p.incidentDaysSoon) with the child present. A row that does not say whether the \
      child was seen counts as present. Cleared by joint information or a strategy discussion or \
      higher; not by a referral alone.
      """
    },
    source: """
      Twenty-six police incidents at the home (Daniel Pelka, 2012); a father's abuse "overlooked" \
      (Sara Sharif, 2023).
      """,
    falsePositives: "A neighbour's address; a house of several homes: match the household.",
    goodAnswer: "A joint discussion; MARAC considered.",
    lowestSigner: .teamManager, clearingRung: .jointInformation,
    whenItEnds: .goesQuiet { $0.isJointlyDiscussed(after: $1) }
  ) { view, parameters in
    let chronology = view.chronology
    let joint = chronology.escalations.last(where: \.isJoint)
    let incidents = chronology.policeIncidents.filter { incident in
      joint.map { incident.date > $0.clearsThrough } ?? true
    }
    let year = view.within(parameters.incidentDaysLong, of: incidents)
    let present = view.within(
      parameters.incidentDaysSoon, of: incidents.filter { $0.childSeen != .no })
    guard
      year.count >= parameters.incidentsLong || present.count >= parameters.incidentsWithChild,
      let first = year.first
    else { return nil }
    let seen = year.count { $0.childSeen != .no }
    return Finding(
      "R24", .thisWeek, evidence: year.map(\.contact),
      line: """
        \(counted(year.count, "police incident")) in \(daysFrom: first.date); children present at \
        \(seen); last joint discussion \(joint?.date.iso ?? "none").
        """)
  }
}

extension Chronology {
  /// Police attendances, one a day: of several, one at which the child was present.
  fileprivate var policeIncidents: [ContactReading] {
    readings.filter { $0.kind == .policeAttendance }.reduce(into: []) { incidents, reading in
      guard let last = incidents.last, last.date == reading.date else {
        incidents.append(reading)
        return
      }
      if last.childSeen == .no { incidents[incidents.count - 1] = reading }
    }
  }
}
