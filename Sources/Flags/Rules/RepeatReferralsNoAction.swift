import Reading
import Records

extension FlagRule {
  /// Referral after referral, each turned away at the front door.
  package static let repeatReferralsNoAction = FlagRule(
    "R12", "repeat-referrals-no-action",
    words: """
      Word of the child has reached the front door several times in a year and each time it ended \
      in advice or no further action; or three referrals in a year led to no strategy discussion.
      """,
    logic: { p in
      """
      In \(p.referralDays) days \(p.referralsTurnedAway) front-door contacts that ended in advice or no further action, \
      \(p.referralsTurnedAwayAlike) when the child is under \(p.infantYears) or the concern is the same, after the last referral taken up; or \(p.referralsTurnedAway) days with a \
      referral and no strategy discussion since the first. For today when an injury was alleged. \
      Cleared by a referral taken up or a higher rung.
      """
    },
    source: """
      Five referrals in eight months (Star Hobson, 2020). More than one in five referrals comes \
      back within a year (children in need statistics, 2025), so two alone are common.
      """,
    falsePositives: "A malicious pattern: the manager's reason, and the child seen alone.",
    goodAnswer: "An assessment in which the earlier referrals were read and named.",
    lowestSigner: .teamManager, clearingRung: .referral,
    restsOn: [.presentingConcern, .outcome],
    whenItEnds: .goesQuiet { $0.isHeld(rank: Rung.referral.rank, after: $1) }
  ) { view, parameters in
    let chronology = view.chronology
    let frontDoor = chronology.readings.filter { $0.kind.isFrontDoor }
    let answered = chronology.escalations.last { $0.rung.rank >= Rung.referral.rank }
    let turnedAway = view.within(
      parameters.referralDays,
      of: frontDoor.filter { reading in
        reading.isTurnedAway && answered.map { reading.date > $0.clearsThrough } ?? true
      })
    let isInfant = view.isYounger(thanYears: parameters.infantYears) == true
    let needed =
      isInfant || turnedAway.repeatsAConcern
      ? parameters.referralsTurnedAwayAlike : parameters.referralsTurnedAway
    let since = chronology.sinceReset(frontDoor)
    let lately = view.within(parameters.referralDays, of: since)
    let isTurnedAway = turnedAway.count >= needed
    let isRepeated = Set(lately.map(\.date)).count >= parameters.referralsTurnedAway
    guard isTurnedAway || isRepeated else { return nil }
    let rows = isRepeated ? lately : turnedAway
    let sources = Set(rows.map(\.facts.agency.counted)).sorted().joined(separator: ", ")
    let ending =
      rows.allSatisfy(\.isTurnedAway)
      ? "all closed without assessment" : "no strategy discussion since the first"
    return Finding(
      "R12", rows.contains { $0.marks != nil } ? .today : .thisWeek,
      evidence: rows.map(\.contact),
      line: """
        \(ordinal(rows.count)) referral in \(daysFrom: rows[0].date), \(ending). \
        Sources: \(sources).
        """)
  }
}

extension [ContactReading] {
  /// Whether two of them record the same concern in the same words.
  fileprivate var repeatsAConcern: Bool {
    let words = compactMap { $0.facts.presentingConcern.map { Wording($0).words } }
    return Set(words).count < words.count
  }
}

/// `1st`, `2nd`, `3rd`, `11th`.
func ordinal(_ number: Int) -> String {
  switch (number % 10, number % 100) {
  case (1, let tens) where tens != 11: "\(number)st"
  case (2, let tens) where tens != 12: "\(number)nd"
  case (3, let tens) where tens != 13: "\(number)rd"
  default: "\(number)th"
  }
}
