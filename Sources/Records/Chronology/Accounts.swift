/// Every account of one injury or concern, and how far it was tested.
package struct Accounts: Hashable, Sendable {
  /// In the order in which they were given.
  package private(set) var given: [Explanation] = []
  /// The account now on record was tested, whatever the result.
  package private(set) var isTested = false
  /// It was tested and found not to fit.
  package private(set) var isDisproved = false
  /// The contacts and facts that recorded them.
  package private(set) var evidence: [Evidence] = []

  mutating func add(_ reading: ContactReading) {
    if let explanation = reading.explanation {
      given.append(explanation)
      isTested = explanation.isTested
      evidence.append(Evidence(reading.contact))
    } else if reading.facts.explanationChallenged == .yes, !given.isEmpty {
      isTested = true
    }
  }

  /// Adds an explanation that was given or tested.
  mutating func add(_ record: FactRecord) {
    if record.fact.step.name == "tested" {
      isTested = true
      isDisproved = record.fact.text(.testResult) == "does not fit"
    } else {
      given.append(Explanation(record.fact))
      isTested = false
      evidence.append(Evidence(record))
    }
  }

  /// The last two accounts that differ, however many were given between them.
  package var changed: (before: Explanation, after: Explanation)? {
    for index in given.indices.reversed() {
      let before = given[..<index].last { given[index].differs(from: $0) }
      if let before { return (before, given[index]) }
    }
    return nil
  }
}

extension Chronology {
  /// The accounts of concerns that left no mark, by the day of the concern.
  package var accountsOfConcerns: [(date: CalendarDate, accounts: Accounts)] {
    var days = Set(concerns.map(\.date))
    days.formUnion(matters(.concern).flatMap(\.records).map(\.date))
    days.subtract(injuries.map(\.date))
    let records = matters(.explanation).flatMap(\.records).sorted(by: FactRecord.chronological)
    let told = Dictionary(grouping: records) { $0.fact.day(.ofInjury) ?? $0.date }
    return days.sorted().compactMap { day in
      guard let records = told[day] else { return nil }
      var accounts = Accounts()
      for record in records { accounts.add(record) }
      return (day, accounts)
    }
  }
}
