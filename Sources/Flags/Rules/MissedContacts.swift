import Records

extension FlagRule {
  /// Appointments missed with one agency after another.
  package static let missedContacts = FlagRule(
    "R08", "missed-contacts",
    words: """
      Appointments are missed or cancelled by the family across agencies: three of the last five, \
      or the last two running while the child is on a protection plan or a concern is open.
      """,
    logic: { p in
      """
      Of the last \(p.missedOf) appointments in \(p.missedDays) days, across agencies, \(p.missedCount) \
      missed; or the last 2 missed on a \
      protection plan or beside an open concern. For today on a protection plan with an open \
      concern. Cleared when two running are kept.
      """
    },
    source: """
      The pattern shows only when every agency's appointments are merged (local "was not brought" \
      guidance); avoidance missed (Arthur Labinjo-Hughes, Star Hobson). Two misses in six are \
      ordinary.
      """,
    falsePositives: "Cancelled by us, illness with proof; transport or poverty, met with support.",
    goodAnswer: "Agencies told; the barrier named; an unannounced visit; a core group.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let chronology = view.chronology
    let recent = view.within(parameters.missedDays, of: chronology.appointments)
    let last = recent.suffix(parameters.missedOf)
    let missed = last.filter(\.isMissed)
    let lastTwo = last.suffix(2)
    let isTwoRunning = lastTwo.count == 2 && lastTwo.allSatisfy(\.isMissed)
    let isTwoKept = lastTwo.count == 2 && !lastTwo.contains(where: \.isMissed)
    let isProtected = view.status == .childProtection
    let isConcernOpen = view.isConcernOpen(for: parameters.concernOpenDays)
    let isMany = missed.count >= parameters.missedCount
    guard !isTwoKept, isMany || (isTwoRunning && (isProtected || isConcernOpen)) else { return nil }
    let agencies = missed.reduce(into: [String]()) { names, appointment in
      let name = appointment.contact.facts.agency.counted
      if !names.contains(name) { names.append(name) }
    }
    let list = missed.map { "\($0.contact.facts.kind.rawValue) \($0.date.short)" }
    return Finding(
      "R08", isProtected && isConcernOpen ? .today : .thisWeek, evidence: missed.map(\.contact),
      line: """
        \(missed.count) of last \(counted(last.count, "appointment")) missed or cancelled across \
        \(agencies.joined(separator: ", ")): \(list.joined(separator: ", ")).
        """)
  }
}
