import Records

extension Setting {
  /// Every threshold, table by table in the order in which a rulebook is written.
  ///
  /// A new one is a row of its rule's list; a new list is named here.
  package static let all: [Setting] = [
    shared, standing,
    contactsWithoutEscalation, agenciesWithoutJointDiscussion, repeatedInjuriesUntested,
    childNotSeen, notSeenAlone, missedContacts, unassessedAdult, visitOverdue, planDrift,
    repeatReferralsNoAction, closedThenBack, notShared, flagUnanswered, agreementWithoutChange,
    conditionBreached,
    oversightThinning, handsChanged, familyConcernSetAside, askedNotHeld, losingSight,
    incidentsPilingUp, recordMissing,
  ].flatMap { $0 }

  private static let shared = under(
    .all,
    [
      Row(
        "concern-open-days", 1...180, .days, \.concernOpenDays,
        "For so long a concern that nobody answered counts as open.")
    ])

  private static let standing = under(
    .standing,
    [
      Row(
        "quiet-days-to-fall", 1...365, .days, \.quietDaysToFall,
        "After so many quiet days a flag falls by one band."),
      Row(
        "quiet-days-to-lapse", 1...730, .days, \.quietDaysToLapse,
        "After so many quiet days a flag lapses."),
    ])

  /// A line of these tables: key, range, unit, field and sentence.
  struct Row {
    let name: String
    let range: ClosedRange<Int>
    let unit: Unit
    let value: any WritableKeyPath<Parameters, Int> & Sendable
    let words: String
    let source: String?

    init(
      _ name: String, _ range: ClosedRange<Int>, _ unit: Unit,
      _ value: any WritableKeyPath<Parameters, Int> & Sendable, _ words: String,
      source: String? = nil
    ) {
      self.name = name
      self.range = range
      self.unit = unit
      self.value = value
      self.words = words
      self.source = source
    }
  }

  static func under(_ table: Table, _ rows: [Row]) -> [Setting] {
    rows.map { row in
      Setting(
        table: table, name: row.name, words: row.words, unit: row.unit, range: row.range,
        source: row.source, value: row.value)
    }
  }

  static func under(_ rule: String, _ rows: [Row]) -> [Setting] {
    under(.rule(RuleID(rule)), rows)
  }
}
