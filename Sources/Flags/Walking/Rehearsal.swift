package import Records

/// Which children would have gained or lost a flag over a period under other parameters.
///
/// Each case is walked twice from its first day, every entry known on the day it happened and nobody
/// answering. R15 is left out: it speaks of answers, of which a rehearsal has none.
package struct Rehearsal: Sendable {
  /// The children with a flag of one rule, before and after.
  package struct Change: Hashable, Sendable {
    package fileprivate(set) var before: Set<Identifier> = []
    package fileprivate(set) var after: Set<Identifier> = []

    package var gained: Set<Identifier> { after.subtracting(before) }
    package var lost: Set<Identifier> { before.subtracting(after) }
  }

  package private(set) var rules: [RuleID: Change] = [:]
  /// The children with any flag of today or the week.
  package private(set) var urgent = Change()
  package private(set) var children = 0
  private let before: Evaluator
  private let after: Evaluator
  private let start: CalendarDate
  private let now: Instant

  /// A rehearsal over the 365 days up to a moment.
  package init(from before: Parameters, to after: Parameters, at now: Instant) {
    self.before = Evaluator(parameters: before)
    self.after = Evaluator(parameters: after)
    start = now.londonDay.adding(days: -364)
    self.now = now
  }

  package mutating func add(_ record: CaseRecord) {
    children += 1
    let child = record.child.id
    for listing in listings(of: record, by: before) {
      rules[listing.rule, default: Change()].before.insert(child)
      if listing.band <= .thisWeek { urgent.before.insert(child) }
    }
    for listing in listings(of: record, by: after) {
      rules[listing.rule, default: Change()].after.insert(child)
      if listing.band <= .thisWeek { urgent.after.insert(child) }
    }
  }

  /// The flags listed on any day of the period.
  private func listings(of record: CaseRecord, by evaluator: Evaluator) -> [Replay.Listing] {
    let replay = Replay(
      record.child, record.contacts(), facts: record.facts, through: now.londonDay, by: evaluator)
    return replay.listings.filter { listing in
      !listing.rule.isAboutAnswers && listing.clearedOn.map { $0 >= start } ?? true
    }
  }
}
