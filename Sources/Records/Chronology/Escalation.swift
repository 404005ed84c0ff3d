import Reading

/// A rung of the protection ladder that was held.
package struct Escalation: Hashable, Sendable {
  /// The contact or the fact that records it.
  package let evidence: Evidence
  package let precision: DatePrecision
  package let rung: Rung
  package let isNoFurtherAction: Bool
  /// The day until which a management decision is in force; nil for any other rung.
  package let reviewBy: CalendarDate?
  /// Whether it restarts the counts.
  package fileprivate(set) var resets = false

  package var date: CalendarDate { evidence.date }
  package var id: Identifier { evidence.contact }

  /// The last day of the entries that it clears: the day on which it was held.
  ///
  /// A rung known only to its week or month clears what is dated before that week or month.
  package var clearsThrough: CalendarDate {
    switch precision {
    case .day: date
    case .week, .month: date.adding(days: -1)
    }
  }

  /// Whether agencies shared what they know at it, or it restarts the counts.
  package var isJoint: Bool { resets || rung == .jointInformation }

  private init?(_ reading: ContactReading) {
    guard reading.rung != .none else { return nil }
    evidence = Evidence(reading.contact)
    precision = reading.facts.precision ?? .day
    rung = reading.rung
    isNoFurtherAction = reading.isNoFurtherAction
    reviewBy = nil
  }

  /// The rung that a fact says was held.
  ///
  /// A strategy discussion or higher counts as held only if it names at least two agencies.
  private init?(_ record: FactRecord) {
    let fact = record.fact
    guard let rung = fact.heldRung else { return nil }
    guard rung.rank < Rung.resettingRank || fact.list(.agencies).count >= 2 else { return nil }
    evidence = Evidence(record)
    precision = .day
    self.rung = rung
    let decision = fact.text(.decision).map {
      ReadingMemory.shared.reading(of: $0, as: .outcome)
    }
    isNoFurtherAction = decision?.nfa == true
    reviewBy = fact.day(.reviewBy)
  }

  /// The rungs that contacts and facts say were held, by day, each marked with whether it restarts the
  /// counts.
  ///
  /// A rung held with no further action restarts them once: a second within 365 days, with nothing above a
  /// strategy discussion held between the two, does not.
  static func held(in readings: [ContactReading], _ matters: [Matter]) -> [Escalation] {
    var held = readings.compactMap { Escalation($0) }
    let recorded = matters.flatMap(\.mended).compactMap { Escalation($0) }
    if !recorded.isEmpty {
      held = (held + recorded).sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
    var lastIdle: CalendarDate?
    for index in held.indices {
      let rank = held[index].rung.rank
      held[index].resets = rank >= Rung.resettingRank
      if held[index].resets, held[index].isNoFurtherAction {
        if let lastIdle, held[index].date.days(since: lastIdle) <= 365 {
          held[index].resets = false
        }
        lastIdle = held[index].date
      } else if rank > Rung.resettingRank {
        lastIdle = nil
      }
    }
    return held
  }
}

extension Fact {
  /// The rung that this fact says was held; nil when it says none: a review conference is no rung.
  package var heldRung: Rung? {
    if kind == .managementDecision { return .managementDecision }
    guard kind == .meeting, step.name == "held" else { return nil }
    switch text(.meeting) {
    case "strategy discussion": return .strategyDiscussion
    case "professionals' meeting", "medical", "checks": return .jointInformation
    case "legal planning": return .legal
    case "initial conference": return .conference
    case "assessment": return .assessment
    default: return nil
    }
  }
}
