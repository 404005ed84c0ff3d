/// The time from which a record with a time to come counts as known; stored once, so that no later evaluation
/// moves it.
package struct CorrectedTime: Hashable, Sendable {
  package let record: Identifier
  /// The version of a contact; 0 for a fact.
  package let version: Int
  /// When the record before it was made.
  package let at: Instant
  /// The day by which it had happened.
  package let day: CalendarDate

  package init(record: Identifier, version: Int, at moment: Instant, day: CalendarDate) {
    (self.record, self.version, at, self.day) = (record, version, moment, day)
  }
}

extension CaseRecord {
  /// The case with everything known by `moment`: a record with a later time counts as made when the record
  /// before it was, as near as can be told, and as having happened by the day of `moment`.
  func known(by moment: Instant) -> CaseRecord {
    let ahead = correctedTimes + ahead(of: moment)
    guard !ahead.isEmpty else { return self }
    func since(_ id: Identifier, _ version: Int) -> CorrectedTime? {
      ahead.first { $0.record == id && $0.version == version }
    }
    var known = self
    known.versions = versions.map { contact in
      since(contact.id, contact.version).map { contact.recorded(at: $0.at, by: $0.day) } ?? contact
    }
    known.facts = facts.map { fact in
      since(fact.id, 0).map { fact.recorded(at: $0.at, by: $0.day) } ?? fact
    }
    return known
  }

  /// The corrected times of records with a time after `moment` that have none stored yet.
  func ahead(of moment: Instant) -> [CorrectedTime] {
    let contacts = versions.filter { $0.recordedAt > moment }.map { ($0.id, $0.version) }
    let others = facts.filter { $0.recordedAt > moment }.map { ($0.id, 0) }
    return (contacts + others).filter { id, version in
      !correctedTimes.contains { $0.record == id && $0.version == version }
    }.map { id, version in
      CorrectedTime(
        record: id, version: version, at: time(before: id, moment), day: moment.londonDay)
    }
  }

  /// The latest time, not after `moment`, of a record made before `id`; when the child was entered if there
  /// is none.
  ///
  /// Ids increase in the order of recording, whatever the clock says.
  func time(before id: Identifier, _ moment: Instant) -> Instant {
    let times =
      versions.filter { $0.id < id }.map(\.recordedAt)
      + facts.filter { $0.id < id }.map(\.recordedAt)
    return times.filter { $0 <= moment }.max() ?? min(child.id.madeAt, moment)
  }
}
