import Reading
import Records

extension FlagRule {
  /// An adult broke a condition, or a condition is about to end with nothing in its place.
  package static let conditionBreached = FlagRule(
    "R17", "condition-breached",
    words: """
      A condition on an adult - bail, licence, curfew, order or written agreement - was breached, or \
      it ends within days and nothing replaces it.
      """,
    logic: { p in
      """
      A breach is recorded; or the adult is sighted with the child, or at the child's home, where an \
      active condition forbids it; or elsewhere in curfew hours; or a relationship of somebody who \
      must disclose theirs is recorded; or a condition ends in \(p.conditionEndsWorkingDays) working days or fewer with none in \
      its place (this one for the week). Bail, licence and orders are for today, a written \
      agreement for the week. Cleared when the enforcer is told and joint information or a higher \
      rung is held.
      """
    },
    source: """
      Home again while the mother was on bail (Peter Connelly, 2007); written agreements that put \
      the burden on the victim (Ofsted 2018).
      """,
    falsePositives: "A condition that was varied: record the variation or the end.",
    goodAnswer: "First the enforcer told, with the time; the safety plan changed.",
    lowestSigner: .headOfService, clearingRung: .jointInformation, restsOn: [.otherAdultsNoted],
    whenItEnds: .clears
  ) { view, parameters in
    let chronology = view.chronology
    var worst: (band: Band, line: ReasonLine)?
    var evidence: [Evidence] = []
    for condition in chronology.matters(.condition) {
      guard let found = view.trouble(with: condition, parameters) else { continue }
      evidence += found.evidence
      if worst.map({ found.band < $0.band }) ?? true { worst = (found.band, found.line) }
    }
    guard let worst else { return nil }
    return Finding("R17", worst.band, evidence: evidence, line: worst.line)
  }
}

/// What is wrong with one condition.
private struct Trouble {
  let band: Band
  let line: ReasonLine
  let evidence: [Evidence]
}

extension CaseView {
  fileprivate mutating func trouble(
    with condition: Matter, _ parameters: Parameters
  ) -> Trouble? {
    if let breach = chronology.breaches(of: condition).last, !isAnswered(condition, breach.date) {
      let who = condition.fact.text(.adult) ?? "the adult"
      return Trouble(
        band: condition.isAgreement ? .thisWeek : .today,
        line: """
          \(condition.title) – \(who) recorded at \(breach.place) on \(breach.date) by \
          \(breach.evidence.agency.written).
          """, evidence: [breach.evidence])
    }
    guard !condition.isClosed, let end = condition.fact.day(.ends), !isReplaced(condition) else {
      return nil
    }
    let warning = parameters.calendar.day(
      parameters.conditionEndsWorkingDays, workingDaysBefore: end)
    guard isAfter(warning.adding(days: -1)) else { return nil }
    return Trouble(
      band: .thisWeek,
      line: "\(condition.title): ends \(end) and nothing replaces it.",
      evidence: [Evidence(condition.last)])
  }

  /// Whether the enforcer was told of the breach, and joint information or more was held since.
  private func isAnswered(_ condition: Matter, _ breach: CalendarDate) -> Bool {
    let isTold = condition.records.contains {
      $0.fact.step.name == "enforcer told" && $0.date >= breach
    }
    return isTold
      && chronology.escalations.contains {
        $0.rung.rank >= Rung.jointInformation.rank && $0.clearsThrough >= breach
      }
  }

  /// Whether another open condition on the same adult ends later, or has no end.
  private func isReplaced(_ condition: Matter) -> Bool {
    guard let end = condition.fact.day(.ends) else { return false }
    return chronology.matters(.condition).contains { other in
      other.id != condition.id && !other.isClosed
        && other.fact.text(.adult).map(folded) == condition.fact.text(.adult).map(folded)
        && (other.fact.day(.ends).map { $0 > end } ?? true)
    }
  }
}

/// A day and a place at which a condition was broken.
private struct Breach {
  let date: CalendarDate
  let place: String
  let evidence: Evidence
}

extension Chronology {
  /// Every breach of a condition, recorded as such or shown by a sighting, by day.
  fileprivate func breaches(of condition: Matter) -> [Breach] {
    let recorded = condition.records.filter { $0.fact.step.name == "breached" }.map {
      Breach(
        date: $0.date,
        place: $0.fact.text(.place) ?? $0.fact.text(.accountWords) ?? "a place unsaid",
        evidence: Evidence($0))
    }
    // A condition is read as it was on the day of the sighting, whatever was varied since.
    let seen = sightings.filter {
      let fact = condition.fact(on: $0.date)
      return $0.adult.key != nil && $0.adult.key == NotedAdult(fact)?.key
        && condition.isActive(on: $0.date, fact) && fact.forbids($0, in: self)
    }.map { Breach(date: $0.date, place: scene(of: $0).place, evidence: $0.evidence) }
    return (recorded + seen).sorted { $0.date < $1.date }
  }

  /// Where and when an adult was sighted, by the contact or the fact that says so.
  fileprivate func scene(of sighting: AdultSighting) -> Scene {
    let id = sighting.evidence.contact
    let record = matters.lazy.flatMap(\.records).first { $0.id == id }
    let facts = readings.first { $0.contact.id == record?.contact ?? id }?.facts
    let kind = facts?.kind ?? sighting.evidence.kind
    let place = record?.fact.text(.place)
    let isHome = place.map(Scene.isHome) ?? (kind == .homeVisit || kind == .noAccess)
    return Scene(
      place: place ?? (kind == .other ? "a place unsaid" : kind.rawValue), isHome: isHome,
      time: record?.fact.time(.time) ?? facts?.time)
  }
}

/// Where and when an adult was sighted.
private struct Scene {
  let place: String
  /// It was at the child's home.
  let isHome: Bool
  let time: TimeOfDay?

  static func isHome(_ place: String) -> Bool {
    let wording = Wording(place)
    return [["home"], ["at", "home"]].contains(wording.words) || wording.contains(any: homes)
  }

  private static let homes = WordList(["child s home", "family home"])
}

extension Matter {
  fileprivate var isAgreement: Bool { fact.text(.conditionKind) == "written agreement" }

  /// `police bail (bail, to 2007-06-01)`.
  fileprivate var title: String {
    let end = fact.day(.ends).map { ", to \($0)" } ?? ""
    return "\(fact.text(.condition) ?? "") (\(fact.text(.conditionKind) ?? "")\(end))"
  }

  fileprivate func isActive(on day: CalendarDate, _ fact: Fact) -> Bool {
    guard day >= date else { return false }
    let closed = records.first { $0.fact.step.closes }?.date
    let end = [closed, fact.day(.ends)].compactMap { $0 }.min()
    return end.map { day <= $0 } ?? true
  }
}

extension Fact {
  fileprivate func forbids(_ sighting: AdultSighting, in chronology: Chronology) -> Bool {
    if text(.conditionKind) == "disclosure of relationships" {
      return !sighting.adult.roles.isDisjoint(with: Fact.relationships)
    }
    let scene = chronology.scene(of: sighting)
    if !scene.isHome, let time = scene.time, isCurfew(at: time) { return true }
    switch text(.forbids) {
    case "contact with the child": return true
    case "the child's home": return scene.isHome
    default: return false
    }
  }

  private func isCurfew(at time: TimeOfDay) -> Bool {
    guard let from = self.time(.from), let until = self.time(.until) else { return false }
    return from <= until ? from <= time && time <= until : time >= from || time <= until
  }

  private static let relationships: Set<String> = [
    "partner", "boyfriend", "girlfriend", "husband", "wife",
  ]
}
