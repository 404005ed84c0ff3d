import Reading
import Records

extension FlagRule {
  /// An adult around the child about whom nobody has asked.
  package static let unassessedAdult = FlagRule(
    "R09", "unassessed-adult",
    words: """
      An adult who is no known parent or carer has been seen or mentioned around the child, and \
      after five working days nobody has checked who they are. The question stays open until \
      somebody has.
      """,
    logic: { p in
      """
      An adult below "checked" more than \(p.adultCheckWorkingDays) working days after the first sighting, or below "assessed" \
      more than \(p.adultAssessedWorkingDays) working days after it when they stay overnight or care for the child; two \
      differing claims of who they are need no wait. One bare "yes" waits for a second within \
      \(p.bareMentionDays) days. For today when an adult of whom anything is said is around a child \
      under \(p.youngChildYears) or on a protection plan, at \(p.adultSightings) sightings of one \
      such adult, at \(p.bareSightings) times a bare "yes", or on differing claims. Cleared when the adult is checked, on \
      a protection plan assessed; no strategy discussion clears it.
      """
    },
    source: """
      "Friend", "next of kin", "brother": nobody put them together (Peter Connelly, 2007); "The \
      myth of invisible men" (Child Safeguarding Practice Review Panel, 2021).
      """,
    falsePositives: "A tradesman, a relative visiting once: identity confirmed, not living here.",
    goodAnswer: "Checks back, with dates; met; role in care recorded; the children asked.",
    lowestSigner: .teamManager, clearingRung: .jointInformation, restsOn: [.otherAdultsNoted],
    whenItEnds: .clears
  ) { view, parameters in
    let isAtRisk =
      view.isYounger(thanYears: parameters.youngChildYears) == true
      || view.status == .childProtection
    var open: [(band: Band, sightings: [AdultSighting])] = []
    let statuses = view.chronology.adultStatuses
    let needed: AdultStatus = view.status == .childProtection ? .assessed : .checked
    for sightings in view.chronology.sightings.groupedByAdult {
      let status = sightings[0].adult.key.flatMap { statuses[$0] } ?? .sighted
      guard let known = sightings.countable(parameters),
        known.isOverdue(in: &view, status, needed, parameters)
      else { continue }
      let isRepeated =
        known.count
        >= (known[0].adult.key == nil
          ? parameters.bareSightings : parameters.adultSightings)
      let isDescribed = known[0].adult.key != nil
      let isToday = (isDescribed && isAtRisk) || isRepeated || known.claims.count >= 2
      open.append((isToday ? .today : .thisWeek, known))
    }
    guard
      let worst = open.min(by: {
        ($0.band, -$0.sightings.count, $0.sightings[0].date)
          < ($1.band, -$1.sightings.count, $1.sightings[0].date)
      })
    else { return nil }
    let first = worst.sightings[0]
    let who = first.adult.description.map { "\"\($0)\"" } ?? "Unknown adult"
    let others = open.count > 1 ? " And \(counted(open.count - 1, "other adult"))." : ""
    let agencies = Set(worst.sightings.map(\.evidence.agency.counted)).sorted()
    let status = first.adult.key.flatMap { statuses[$0] } ?? .sighted
    return Finding(
      "R09", worst.band, evidence: open.flatMap(\.sightings).map(\.evidence),
      line: """
        \(who) seen or mentioned \(times(worst.sightings.count)) since \(first.date) \
        (\(agencies.joined(separator: ", "))). Checks: \(status.written).\(others)
        """)
  }
}

/// `once`, `twice`, `3 times`.
func times(_ count: Int) -> String {
  switch count {
  case 1: "once"
  case 2: "twice"
  default: "\(count) times"
  }
}

extension [AdultSighting] {
  /// The sightings of each adult apart, in the order in which they were first noted.
  fileprivate var groupedByAdult: [[AdultSighting]] {
    var groups: [[AdultSighting]] = []
    for sighting in self {
      if let index = groups.firstIndex(where: { $0[0].adult.key == sighting.adult.key }) {
        groups[index].append(sighting)
      } else {
        groups.append([sighting])
      }
    }
    return groups
  }

  /// The sightings that raise a question: all of an adult described in words; of the unknown one only those
  /// from the first two bare mentions less than `bareMentionDays` apart, and nil without such two.
  fileprivate func countable(_ parameters: Parameters) -> [AdultSighting]? {
    guard first?.adult.key == nil else { return self }
    let start = zip(indices, zip(self, dropFirst())).first { _, pair in
      pair.1.date.days(since: pair.0.date) < parameters.bareMentionDays
    }
    return start.map { Array(self[$0.0...]) }
  }

  /// Who the adult was said to be; two differing claims need no waiting.
  fileprivate var claims: Set<String> {
    reduce(into: []) { $0.formUnion($1.adult.roles) }
  }

  /// Whether the checks are late: differing claims need no waiting, and an adult who stays overnight
  /// or looks after the child must be assessed, not checked alone.
  fileprivate func isOverdue(
    in view: inout CaseView, _ status: AdultStatus, _ needed: AdultStatus, _ parameters: Parameters
  ) -> Bool {
    if status >= .assessed { return false }
    let first = self[0].date
    if contains(where: { $0.isOvernight || $0.isCaring }) {
      let deadline = view.deadline(
        parameters.adultAssessedWorkingDays, workingDaysAfter: first, parameters)
      if view.isAfter(deadline) { return true }
    }
    if status >= needed { return false }
    if claims.count >= 2 { return true }
    return view.isAfter(
      view.deadline(parameters.adultCheckWorkingDays, workingDaysAfter: first, parameters))
  }
}

extension Chronology {
  /// How far the checks on each adult have got, by the adult's key.
  fileprivate var adultStatuses: [String: AdultStatus] {
    matters(.adult).reduce(into: [:]) { statuses, matter in
      guard let key = NotedAdult(matter.fact)?.key else { return }
      statuses[key] = Swift.max(statuses[key] ?? .sighted, AdultStatus(matter))
    }
  }
}
