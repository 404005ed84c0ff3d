import Records

/// Reads each version of each contact once, however many days are judged.
struct ReadingCache {
  private let record: CaseRecord
  /// Every version of every contact, in the order of a chronology.
  private let readings: [ContactReading]
  private var last: (known: Int, chronology: Chronology)?

  init(_ record: CaseRecord) {
    self.record = record
    readings = record.versions.sorted(by: Contact.chronological).map { ContactReading($0) }
  }

  /// The chronology of everything known by `day`.
  mutating func chronology(on day: CalendarDate) -> Chronology {
    let facts = record.facts.filter { $0.knownOn <= day }
    let known = record.versions.count { $0.knownOn <= day } + facts.count
    if let last, last.known == known { return last.chronology }
    let chronology = Chronology(child: record.child, readings: standing(on: day), facts: facts)
    last = (known, chronology)
    return chronology
  }

  /// Returns a hindsight of what is known by `day`; nil when nothing that had happened before became known on
  /// it, and every flag has its first day.
  ///
  /// `isLookedAt` says that the late entries of `day` need no second look.
  func hindsight(
    on day: CalendarDate, isLookedAt: Bool, of flags: [Flag], by evaluator: Evaluator
  ) -> Hindsight? {
    let isUntold = flags.contains { $0.cleared == nil && $0.heldFrom == nil }
    let late = isLookedAt ? nil : record.firstLate(on: day)
    guard let first = late ?? (isUntold ? day : nil) else { return nil }
    return Hindsight(
      record.child, standing(on: day), record.facts.filter { $0.knownOn <= day }, from: first,
      on: day, by: evaluator)
  }

  private func standing(on day: CalendarDate) -> [ContactReading] {
    let isStanding = record.standing(on: day)
    return readings.filter { isStanding($0.contact) }
  }
}

extension CaseRecord {
  /// The earliest day of what became known only on `day`, former versions of amended contacts included; nil
  /// when nothing came late.
  fileprivate func firstLate(on day: CalendarDate) -> CalendarDate? {
    var first = facts.lazy.filter { $0.knownOn == day }.map(\.date).min()
    for contact in versions where contact.knownOn == day {
      first = min(first ?? day, contact.date)
      guard contact.version > 1 else { continue }
      for before in versions where before.id == contact.id {
        first = min(first ?? day, before.date)
      }
    }
    return first.flatMap { $0 < day ? $0 : nil }
  }
}
