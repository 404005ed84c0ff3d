/// A contact as it is counted: one time that a professional saw, spoke with or had word of a child.
package struct CountedContact: Hashable, Sendable {
  package let reading: ContactReading
  package let hasConcern: Bool

  package var contact: Contact { reading.contact }
  package var date: CalendarDate { contact.date }
}

extension Chronology {
  /// The contacts that count; several that record one event count once.
  ///
  /// Supervision, a manager's decision, closure and court never count; a meeting or a missed
  /// appointment counts only with a concern recorded in it.
  static func counted(_ readings: [ContactReading]) -> [CountedContact] {
    var counted: [CountedContact] = []
    for reading in readings {
      let hasConcern = Concern(reading) != nil
      guard reading.isCounted(hasConcern: hasConcern) else { continue }
      let sameDay = counted.indices.reversed().prefix { counted[$0].date == reading.date }
      let twin = sameDay.first { counted[$0].contact.isSameEvent(as: reading.contact) }
      if let twin {
        guard hasConcern, !counted[twin].hasConcern else { continue }
        counted[twin] = CountedContact(reading: reading, hasConcern: true)
      } else {
        counted.append(CountedContact(reading: reading, hasConcern: hasConcern))
      }
    }
    return counted
  }

  /// The last rung held that restarts the counts.
  package var lastReset: Escalation? { escalations.last(where: \.resets) }

  /// The items dated after the last rung that restarts the counts; all of them when none was held.
  @inlinable
  package func sinceReset<Item: Dated>(_ items: [Item]) -> ArraySlice<Item> {
    guard let through = resetThrough else { return items[...] }
    let start = items.firstIndex { $0.date > through } ?? items.endIndex
    return items[start...]
  }

  /// The last day that any such rung clears; nil when none was held.
  package var resetThrough: CalendarDate? { clearedThrough(by: \.resets) }

  /// The last day cleared by a rung for which `isOne` is true; nil when there is none.
  package func clearedThrough(by isOne: (Escalation) -> Bool) -> CalendarDate? {
    escalations.lazy.filter(isOne).map(\.clearsThrough).max()
  }

  /// The status on the last day of the chronology.
  package var status: PlanStatus? { statusChanges.last.map(\.status) ?? assumedStatus }

  /// The last day on which anybody saw the child.
  package var lastSeen: CalendarDate? {
    readings.last { $0.childSeen == .yes }?.date
  }
}

extension ContactReading {
  fileprivate func isCounted(hasConcern: Bool) -> Bool {
    switch kind {
    case .supervision, .closure, .court: false
    case .coreGroup, .caseConference, .strategyDiscussion, .noAccess, .wasNotBrought, .cancelled:
      hasConcern
    default: hasConcern || !isManagerDecision
    }
  }
}
