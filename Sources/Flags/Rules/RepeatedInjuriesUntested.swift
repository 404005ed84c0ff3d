import Reading
import Records

extension FlagRule {
  /// Injury after injury, and an account among them that nobody tested.
  package static let repeatedInjuriesUntested = FlagRule(
    "R03", "repeated-injuries-untested",
    words: """
      The child has been hurt more than once, beyond the everyday marks of a child who can walk, \
      and at least one account was never tested.
      """,
    logic: { p in
      """
      Injury points since the last strategy discussion or higher rung: \(p.injuryPointsSoon) in \(p.injuryDaysSoon) \
      days or \(p.injuryPointsLong) in \(p.injuryDaysLong), \
      and at least one of the injuries without an account or with an untested one. A mark before the \
      child moves about or, under four, on a site of high concern counts 2; one everyday mark of a \
      child who stands counts 0; anything else 1. Cleared by a strategy discussion or higher, or \
      when every account is tested.
      """
    },
    source: """
      Excuses believed one at a time (Peter Connelly, 2007); bruises not linked (Daniel Pelka, \
      2012); weights from published bruise surveys (Sugar 1999, Kemp 2015).
      """,
    falsePositives: "A toddler's shins and forehead, sport, a bleeding disorder.",
    goodAnswer: """
      A paediatric opinion and a strategy discussion; or each account tested with a second source.
      """,
    lowestSigner: .headOfService, clearingRung: .strategyDiscussion,
    restsOn: [.injuries, .explanationGiven],
    whenItEnds: .goesQuiet { chronology, flag in
      chronology.isHeld(rank: Rung.resettingRank, after: flag)
        || chronology.areTested(injuriesOf: flag)
    }
  ) { view, parameters in
    let since = view.chronology.sinceReset(view.chronology.injuries)
    let scoring = since.filter { $0.points > 0 }
    let soon = view.within(parameters.injuryDaysSoon, of: scoring)
    let long = view.within(parameters.injuryDaysLong, of: scoring)
    let injuries =
      long.points >= parameters.injuryPointsLong
      ? long : soon.points >= parameters.injuryPointsSoon ? soon : []
    let untested = injuries.filter(\.isUntested)
    guard let first = injuries.first, let lastUntested = untested.last else { return nil }
    let account = lastUntested.accounts.given.last.map { "\"\($0.words)\"" } ?? "none given"
    return Finding(
      "R03", .today, evidence: injuries.flatMap(\.evidence),
      line: """
        \(counted(injuries.count, "injury", plural: "injuries")) in \(daysFrom: first.date), \
        \(untested.count) with an untested explanation: \(account).
        """)
  }
}

extension [InjuryEvent] {
  fileprivate var points: Int { reduce(0) { $0 + $1.points } }
}

extension Chronology {
  /// Whether every injury that a flag rests on has an account that was tested since.
  fileprivate func areTested(injuriesOf flag: Flag) -> Bool {
    let contacts = Set(flag.evidence.map(\.contact))
    let rested = injuries.filter { event in
      event.evidence.contains { contacts.contains($0.contact) }
    }
    // Injuries removed from the record were not tested.
    return !rested.isEmpty && rested.allSatisfy { $0.points == 0 || !$0.isUntested }
  }
}
