package import Records

/// Counts the concerns that an agency raised lately and after which no strategy discussion, nor
/// anything above it, was held.
package enum UnansweredConcerns {
  /// For so many days a concern waits for an answer.
  package static let days = 28

  /// Per agency, of contacts of any children dated within the last 28 days.
  package static func counted(in contacts: [Contact], on day: CalendarDate) -> [Agency: Int] {
    let readings = contacts.lazy
      .filter { day.days(since: $0.date) < days && $0.date <= day }.map { ContactReading($0) }
    var answered: [Identifier: CalendarDate] = [:]
    for reading in readings where reading.rung.rank >= Rung.resettingRank {
      let child = reading.contact.child
      answered[child] = max(answered[child] ?? reading.date, reading.date)
    }
    var counts: [Agency: Int] = [:]
    for reading in readings where Concern(reading) != nil {
      if let rung = answered[reading.contact.child], rung >= reading.date { continue }
      counts[reading.facts.agency, default: 0] += 1
    }
    return counts
  }
}
