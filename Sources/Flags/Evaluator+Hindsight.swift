package import Records

extension Evaluator {
  /// The day on which a flag would have been raised had every entry been typed on the day it
  /// happened; nil when that is the day on which it was raised, or when it never would have been.
  ///
  /// Late entries show here: what could have been seen, and when.
  package func raisedInHindsight(_ flag: Flag, in record: CaseRecord) -> CalendarDate? {
    guard !flag.rule.isAboutAnswers, record.hasLateEntries else { return nil }
    let replay = Replay(
      record.child, record.contacts(), facts: record.facts,
      through: max(flag.raisedOn, record.knownDays.last ?? flag.raisedOn), by: self)
    let episodes = replay.listings.filter { $0.rule == flag.rule }
    // A move to another band is listed anew on the day the former listing ended.
    var first: CalendarDate?
    var end: CalendarDate?
    for listing in episodes where listing.raisedOn <= flag.raisedOn {
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
