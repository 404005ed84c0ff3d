/// How a child moves about, the least first.
package enum Mobility: String, CaseIterable, Hashable, Sendable {
  /// Through disability, at any age.
  case notIndependent = "not independently mobile"
  case notRolling = "not rolling"
  case rolling, crawling, cruising, walking

  /// Moves from place to place by themselves; a baby who only rolls does not.
  package var isIndependent: Bool { order >= Mobility.crawling.order }

  /// Pulls up and bumps into things, so that a mark on shin or forehead is everyday.
  package var isUpright: Bool { self == .cruising || self == .walking }

  /// What is assumed when nobody recorded it: under 9 months rolling at most, from 9 to 12 months
  /// cruising, from 13 months walking, and walking where the age is unknown.
  package init(assumedAt age: Age?) {
    switch age?.months {
    case .some(..<9): self = .rolling
    case .some(..<13): self = .cruising
    default: self = .walking
    }
  }

  private var order: Int { Mobility.allCases.firstIndex(of: self) ?? 0 }

  /// The more advanced of the two.
  fileprivate func furthest(_ other: Mobility) -> Mobility { order < other.order ? other : self }
}

/// What was recorded of a child's mobility over time.
struct MobilityHistory {
  private let child: Child
  private let noted: [(date: CalendarDate, mobility: Mobility)]

  /// For this many days a record overrides what the age alone would suggest.
  private static let noteHolds = 91

  init(_ child: Child, _ records: [FactRecord]) {
    self.child = child
    noted = records.compactMap { record in
      record.fact.text(.mobility).flatMap(Mobility.init).map { (record.date, $0) }
    }
  }

  /// How the child moved about on a day.
  ///
  /// A disability applies until the next record; a child grows out of anything else, so that after
  /// `noteHolds` days the age counts too.
  func mobility(on day: CalendarDate) -> Mobility {
    let age = Age(bornOn: child.dateOfBirth, on: day)
    let assumed = Mobility(assumedAt: age)
    guard let last = noted.last(where: { $0.date <= day }) else { return assumed }
    // Under six months every child counts as not mobile, whatever was recorded.
    if let age, age.months < 6 { return last.mobility.isIndependent ? .rolling : last.mobility }
    if last.mobility == .notIndependent { return .notIndependent }
    let isFresh = day.days(since: last.date) <= MobilityHistory.noteHolds
    return isFresh ? last.mobility : last.mobility.furthest(assumed)
  }
}
