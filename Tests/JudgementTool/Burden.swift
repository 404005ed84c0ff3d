import Flags
import Records

/// What a caseload carries on one day when nobody has ever answered a flag.
struct Burden: Sendable {
  let label: String
  let contacts: Int
  let asOf: CalendarDate
  private let children: [CarriedFlags]

  /// Nobody can have answered, so the rule about flags unanswered says nothing here.
  static let notCounted = RuleID("R15")
  /// New flags are counted over so many weeks.
  static let weeks = 26

  init(_ label: String, _ records: [CaseRecord], asOf: CalendarDate, by evaluator: Evaluator) {
    self.label = label
    self.asOf = asOf
    contacts = records.reduce(0) { $0 + $1.versions.count { $0.date <= asOf } }
    children = inParallel(records) { record in
      CarriedFlags(
        Replay(record.child, record.versions, through: asOf, by: evaluator),
        newSince: asOf.adding(days: 1 - 7 * Burden.weeks))
    }
  }

  var count: Int { children.count }

  /// The share of children with a flag of a band or a more urgent one, of one rule or of any.
  func share(_ band: Band, of rule: RuleID? = nil, withQuiet: Bool = false) -> Double {
    guard !children.isEmpty else { return 0 }
    let carrying = children.count { child in
      child.open.contains { flag in
        flag.band <= band && (withQuiet || !flag.isQuiet) && (rule ?? flag.rule) == flag.rule
      }
    }
    return Double(carrying) / Double(children.count)
  }

  /// New flags in A or B per hundred children and week, of one rule or of any.
  func newPerWeek(of rule: RuleID? = nil) -> Double {
    guard !children.isEmpty else { return 0 }
    let new = children.reduce(0) { sum, child in
      sum + child.new.count { (rule ?? $0) == $0 }
    }
    return Double(new) * 100 / Double(children.count) / Double(Burden.weeks)
  }
}

/// What one child carries at the end, and what was new.
private struct CarriedFlags: Sendable {
  struct Carried: Sendable {
    let rule: RuleID
    let band: Band
    let isQuiet: Bool
  }

  let open: [Carried]
  /// The rule of each flag that came to A or B for the first time.
  let new: [RuleID]

  init(_ replay: Replay, newSince start: CalendarDate) {
    let episodes = Episode.read(replay).filter { $0.rule != Burden.notCounted }
    open = episodes.compactMap(\.open).map { listing in
      Carried(rule: listing.rule, band: listing.band, isQuiet: listing.quietSince != nil)
    }
    new = episodes.filter { $0.urgentFrom.map { $0 >= start } ?? false }.compactMap(\.rule)
  }
}
