/// Marks first recorded together, with everything that was said of them since.
package struct InjuryEvent: Hashable, Sendable {
  /// The day on which they were first recorded.
  package let date: CalendarDate
  package private(set) var lastRecorded: CalendarDate
  package private(set) var contacts: [Contact]
  package private(set) var marks: [InjuryMarks]
  /// Every account in the order in which it was given.
  package private(set) var explanations: [Explanation] = []
  /// The account now on record was tested, whatever came of it.
  package private(set) var isTested = false
  /// A paediatric or hospital opinion found the marks consistent with an accident.
  package private(set) var isMedicallyAccidental = false
  /// The child's age when they were first recorded; nil without a date of birth.
  package let age: Age?

  init(_ reading: ContactReading, marks: InjuryMarks, age: Age?) {
    date = reading.date
    lastRecorded = reading.date
    contacts = []
    self.marks = []
    self.age = age
    add(reading, marks: marks)
  }

  /// Whether a later record is of the same marks: the same day, or within two days at an
  /// overlapping site.
  func includes(_ marks: InjuryMarks, on day: CalendarDate) -> Bool {
    if day == date { return true }
    return day.days(since: lastRecorded) <= 2 && self.marks.contains { $0.overlaps(marks) }
  }

  /// Adds a record of these marks; nil marks when the record only refers back to them.
  mutating func add(_ reading: ContactReading, marks: InjuryMarks?) {
    if let marks {
      self.marks.append(marks)
      contacts.append(reading.contact)
      lastRecorded = reading.date
    }
    if let explanation = reading.explanation {
      explanations.append(explanation)
      isTested = explanation.isTested
    } else if reading.contact.facts.explanationChallenged == .yes, !explanations.isEmpty {
      isTested = true
    }
    if reading.findsAccident { isMedicallyAccidental = true }
  }

  package var sites: Set<BodySite> {
    marks.reduce(into: []) { $0.formUnion($1.sites) }
  }

  /// How many marks: the most that one contact counted, and at least one a site.
  package var count: Int {
    let unmapped = marks.reduce(into: Set<String>()) { $0.formUnion($1.unmapped) }
    return max(marks.map(\.count).max() ?? 0, sites.count + unmapped.count)
  }

  package var explanationChanged: Bool {
    zip(explanations, explanations.dropFirst()).contains { $1.differs(from: $0) }
  }

  /// No account at all, or one that nobody tested.
  package var isUntested: Bool { explanations.isEmpty || !isTested }

  package var mobility: Mobility { Mobility(assumedAt: age) }

  /// What the event weighs, 0–2: the table "Injury points" of the domain reference, in its order;
  /// the first line that matches wins.
  package var points: Int {
    if isMedicallyAccidental { return 0 }
    if mobility == .notMobile { return 2 }
    if let age, age.years < 4, sites.contains(where: \.isHighConcern) { return 2 }
    return isEveryday ? 0 : 1
  }

  /// One bruise or graze at an everyday site of a child who moves, with one account.
  private var isEveryday: Bool {
    count == 1 && marks.allSatisfy { $0.isPlain && $0.unmapped.isEmpty }
      && sites.allSatisfy(\.isEveryday) && !explanations.isEmpty && !explanationChanged
  }
}

/// How a child moves about.
package enum Mobility: Hashable, Sendable {
  case notMobile, cruising, walking

  /// What is assumed when nobody recorded it: under 9 months not mobile, from 9 to 12 months
  /// cruising, from 13 months walking, and walking where the age is unknown.
  package init(assumedAt age: Age?) {
    switch age?.months {
    case .some(..<9): self = .notMobile
    case .some(..<13): self = .cruising
    default: self = .walking
    }
  }
}
