package import Records

/// On which days a case's flags would have been raised had every entry been typed on the day it
/// happened.
///
/// Late entries show here: what could have been seen, and when. A flag that another rulebook
/// brought is none of them, so the case is also judged by today's as it was typed.
package struct Hindsight: Sendable {
  /// Empty where nothing was typed late, or where there is too much to walk.
  private let listings: [Replay.Listing]
  /// The flags of the case as it was typed.
  private let typed: [Flag]

  /// Longer records are not walked day by day for this: it would take seconds.
  private static let longest = 1000

  package init(_ record: CaseRecord, by evaluator: Evaluator) {
    guard record.hasLateEntries, record.versions.count <= Hindsight.longest,
      let end = record.knownDays.last
    else {
      (listings, typed) = ([], [])
      return
    }
    listings =
      Replay(record.child, record.contacts(), facts: record.facts, through: end, by: evaluator)
      .listings
    var mint = IdentifierMint()
    typed = evaluator.advance(record, from: nil, to: Instant(endOf: end), mint: &mint).flags
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
    let asTyped = typed.last {
      $0.rule == flag.rule && $0.raisedOn <= flag.raisedOn
        && ($0.cleared.map { $0.date >= flag.raisedOn } ?? true)
    }
    guard let first, end.map({ $0 >= flag.raisedOn }) ?? true,
      first < asTyped?.raisedOn ?? flag.raisedOn
    else { return nil }
    return first
  }
}

extension CaseRecord {
  /// Something was typed on a later day than it happened.
  fileprivate var hasLateEntries: Bool {
    versions.contains { $0.knownOn > $0.date } || facts.contains { $0.knownOn > $0.date }
  }
}
