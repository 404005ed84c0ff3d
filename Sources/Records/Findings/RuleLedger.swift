/// How a rule has fared: how often it was raised, how it was answered, and after how long.
package struct RuleLedger: Hashable, Sendable {
  package private(set) var raised = 0
  package private(set) var states: [Flag.State: Int] = [:]
  /// Cleared because what it asks for was done.
  package private(set) var done = 0
  /// Dropped after being quiet for too long.
  package private(set) var lapsed = 0
  package private(set) var escalated = 0
  package private(set) var decided: [DecisionReason: Int] = [:]
  package private(set) var unsigned = 0
  /// Broken open by something new.
  package private(set) var broken = 0
  /// From raising to the first answer, in seconds.
  private var waits: [Int] = []

  package init() {}

  package var ruleWrong: Int { decided[.ruleWrong] ?? 0 }
  /// Promises, and decisions that were signed.
  package var answers: Int { escalated + decided.values.reduce(0, +) }

  /// The median wait for a first answer, in minutes; nil while nobody answered.
  package var medianMinutes: Int? {
    guard !waits.isEmpty else { return nil }
    return waits.sorted()[waits.count / 2] / 60
  }

  /// The same in hours, to the nearest.
  package var medianHours: Int? { medianMinutes.map { ($0 + 30) / 60 } }

  /// The same as people say it: `25 min`, `3 h`, `2 d`.
  package var medianWait: String? {
    medianMinutes.map { minutes in
      if minutes < 90 { return "\(minutes) min" }
      return minutes < 72 * 60 ? "\((minutes + 30) / 60) h" : "\((minutes + 720) / 1440) d"
    }
  }

  /// The ledger of each rule over every flag ever raised and every answer ever given.
  package static func ledgers(
    _ entries: [FlagEntry], _ answers: [Answer], at now: Instant, calendar: WorkingCalendar
  ) -> [RuleID: RuleLedger] {
    let byFlag = Dictionary(grouping: answers, by: \.flag)
    return entries.reduce(into: [:]) { ledgers, entry in
      ledgers[entry.flag.rule, default: RuleLedger()].note(
        entry.flag, byFlag[entry.id] ?? [], at: now, calendar)
    }
  }

  private mutating func note(
    _ flag: Flag, _ answers: [Answer], at now: Instant, _ calendar: WorkingCalendar
  ) {
    raised += 1
    states[flag.state(at: now, calendar: calendar), default: 0] += 1
    if flag.cleared?.reason == .done { done += 1 }
    if flag.cleared?.reason == .lapsed { lapsed += 1 }
    let given = answers.filter { !$0.awaitsSignature }
    if let first = given.map({ $0.signature?.at ?? $0.answeredAt }).min() {
      waits.append(first.seconds - flag.raisedAt.seconds)
    }
    unsigned += answers.count - given.count
    broken += answers.count { $0.broken != nil }
    for answer in given {
      if case .decide(let decide) = answer.decision {
        decided[decide.reason, default: 0] += 1
      } else {
        escalated += 1
      }
    }
  }
}

/// How many children of a group have a flag of today or the week, so that unfairness shows.
package struct FlaggedShare: Hashable, Sendable {
  package let group: String
  package let flagged: Int
  package let children: Int

  /// Whole hundredths.
  package var percent: Int { children == 0 ? 0 : (100 * flagged + children / 2) / children }

  /// The share of each group by `field`, as each family last gave it and not in error; in the order of the
  /// codes.
  package static func shares(
    by field: FactField, _ facts: [FactRecord], flagged: Set<Identifier>
  ) -> [FlaggedShare] {
    let groups = Dictionary(grouping: facts, by: \.child).compactMapValues { given in
      Matter.matters(in: given).last { !$0.isInError && $0.fact.text(field) != nil }?
        .fact.text(field)
    }
    return Dictionary(grouping: groups.keys) { groups[$0] ?? "" }.map { group, children in
      FlaggedShare(
        group: group, flagged: children.count { flagged.contains($0) }, children: children.count)
    }.sorted { $0.group < $1.group }
  }
}

/// What a lead sees of the rules as a whole.
package struct Ledger: Hashable, Sendable {
  package let rules: [RuleID: RuleLedger]
  package let byEthnicity: [FlaggedShare]
  package let byDisability: [FlaggedShare]

  package init(
    entries: [FlagEntry], answers: [Answer], characteristics: [FactRecord], at now: Instant,
    calendar: WorkingCalendar
  ) {
    rules = RuleLedger.ledgers(entries, answers, at: now, calendar: calendar)
    let flagged = Set(
      entries.lazy.filter { $0.flag.cleared == nil && $0.flag.band <= .thisWeek }.map(\.child.id))
    byEthnicity = FlaggedShare.shares(by: .ethnicity, characteristics, flagged: flagged)
    byDisability = FlaggedShare.shares(by: .disability, characteristics, flagged: flagged)
  }
}
