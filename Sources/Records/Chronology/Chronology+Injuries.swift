extension Chronology {
  /// The injury events that contacts and facts record, in order of day.
  static func injuryEvents(
    in readings: [ContactReading], _ matters: [Matter], of child: Child
  ) -> [InjuryEvent] {
    let records = matters.filter { FactKind.aboutHarm.contains($0.kind) }.flatMap(\.mended)
    var builder = InjuryBuilder(child: child, mobility: MobilityHistory(child, records))
    // Within a day the marks come before what is said of them.
    var waiting = records.sorted {
      ($0.date, $0.fact.kind == .injury ? 0 : 1, $0.id)
        < ($1.date, $1.fact.kind == .injury ? 0 : 1, $1.id)
    }[...]
    for reading in readings {
      // A day's facts come after its contacts, since they speak of the contacts' injuries.
      while let record = waiting.first, record.date < reading.date {
        builder.add(record)
        waiting.removeFirst()
      }
      builder.add(reading)
    }
    for record in waiting { builder.add(record) }
    return builder.events.sorted { $0.date < $1.date }
  }
}

extension FactKind {
  fileprivate static let aboutHarm: Set<FactKind> = [.injury, .explanation, .mobility]
}

/// Gathers records into injury events.
private struct InjuryBuilder {
  let child: Child
  let mobility: MobilityHistory
  private(set) var events: [InjuryEvent] = []

  init(child: Child, mobility: MobilityHistory) {
    self.child = child
    self.mobility = mobility
  }

  mutating func add(_ reading: ContactReading) {
    if let marks = reading.marks {
      let index = events.lastIndex { $0.includes(marks, on: reading.date) }
      events[index ?? open(on: reading.date)].add(reading, marks: marks)
    } else if let last = events.indices.last, isAbout(events[last], reading) {
      events[last].add(reading, marks: nil)
    } else if reading.refersBack {
      // The words point back to marks that nobody recorded, so this contact counts as recording them.
      events[open(on: reading.date)].add(reading, marks: InjuryMarks(referredToBy: reading.facts))
    }
  }

  /// Adds a fact to the event of the day that it names; one that records marks may begin an event.
  mutating func add(_ record: FactRecord) {
    let day = record.fact.day(.ofInjury) ?? record.date
    let index =
      events.lastIndex { $0.date == day }
      ?? events.lastIndex { event in event.evidence.contains { $0.date == day } }
    if let index {
      events[index].add(record)
    } else if InjuryMarks(record.fact) != nil {
      events[open(on: day)].add(record)
    }
  }

  private mutating func open(on day: CalendarDate) -> Int {
    events.append(
      InjuryEvent(
        on: day, age: Age(bornOn: child.dateOfBirth, on: day), mobility: mobility.mobility(on: day))
    )
    return events.count - 1
  }

  /// Whether a contact without marks of its own speaks of the last injury: it refers back to it, or
  /// is a medical opinion within two days.
  private func isAbout(_ event: InjuryEvent, _ reading: ContactReading) -> Bool {
    reading.refersBack
      || ((reading.findsAccident || reading.contradictsAccount)
        && reading.date.days(since: event.lastRecorded) <= 2)
  }
}
