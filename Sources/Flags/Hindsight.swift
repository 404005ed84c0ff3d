package import Records

/// On which days a case's flags would have been raised had every entry been typed on the day it
/// happened.
///
/// Late entries show here: what could have been seen, and when.
package struct Hindsight: Sendable {
  /// Empty where nothing was typed late, or where there is too much to walk.
  private let listings: [Replay.Listing]

  /// Longer records are not walked day by day for this: it would take seconds.
  private static let longest = 1000

  package init(_ record: CaseRecord, by evaluator: Evaluator) {
    guard record.hasLateEntries, record.versions.count <= Hindsight.longest,
      let end = record.knownDays.last
    else {
      listings = []
      return
    }
    listings =
      Replay(record.child, record.contacts(), facts: record.facts, through: end, by: evaluator)
      .listings
  }

  /// The day on which a flag would have been raised; nil when that is the day on which it was, or
  /// when it never would have been.
  package func raised(_ flag: Flag) -> CalendarDate? {
    guard !flag.rule.isAboutAnswers else { return nil }
    // A move to another band is listed anew on the day the former listing ended.
    var first: CalendarDate?
    var end: CalendarDate?
    for listing in listings where listing.rule == flag.rule && listing.raisedOn <= flag.raisedOn {
      if end != listing.raisedOn { first = listing.raisedOn }
      end = listing.clearedOn
    }
    guard let first, end.map({ $0 >= flag.raisedOn }) ?? true, first < flag.raisedOn else {
      return nil
    }
    return first
  }
}

extension CaseRecord {
  /// Something was typed on a later day than it happened.
  fileprivate var hasLateEntries: Bool {
    versions.contains { $0.knownOn > $0.date } || facts.contains { $0.knownOn > $0.date }
  }
}
