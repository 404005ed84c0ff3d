package import Records

/// The flags of one record, judged day after day as Heed would have judged them.
///
/// Nobody answers, and everything is known on the day it happened.
package struct Replay: Hashable, Sendable {
  package let listings: [Listing]

  /// A flag for as long as it was listed under one band.
  package struct Listing: Hashable, Sendable {
    package let rule: RuleID
    package let band: Band
    package let raisedOn: CalendarDate
    package fileprivate(set) var clearedOn: CalendarDate?
    package fileprivate(set) var quietSince: CalendarDate?
    package let reason: String
    package let evidence: [Evidence]
  }

  package init(
    _ child: Child, _ contacts: [Contact], facts: [FactRecord] = [], through end: CalendarDate,
    assumedStatus: PlanStatus? = nil, by evaluator: Evaluator
  ) {
    let readings = contacts.sorted(by: Contact.chronological).map { ContactReading($0) }
    let happened = AsHappened(child, readings, facts, assumedStatus: assumedStatus)
    var listings: [Listing] = []
    _ = evaluator.walk(happened, through: end) { evaluation, day in
      Replay.note(evaluation.flags, on: day, in: &listings)
    }
    self.listings = listings
  }

  /// Lists what is new on a day and closes what ended or moved to another band.
  private static func note(_ flags: [Flag], on day: CalendarDate, in listings: inout [Listing]) {
    for flag in flags {
      let index = listings.lastIndex { $0.rule == flag.rule && $0.clearedOn == nil }
      if let index {
        listings[index].quietSince = flag.quietSince
        if flag.cleared != nil || listings[index].band != flag.band {
          listings[index].clearedOn = day
        }
      }
      let isListed = index.map { listings[$0].clearedOn == nil } ?? false
      guard flag.cleared == nil, !isListed else { continue }
      listings.append(
        Listing(
          rule: flag.rule, band: flag.band, raisedOn: day, quietSince: flag.quietSince,
          reason: flag.reason(on: day), evidence: flag.evidence))
    }
  }

  /// The first day on which anything about the child was listed under a band; flags about missing answers
  /// don't count.
  package func first(_ band: Band) -> CalendarDate? {
    listings.first { $0.band == band && !$0.rule.isAboutAnswers }?.raisedOn
  }
}
