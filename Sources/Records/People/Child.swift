/// A child, as the store knows them.
package struct Child: Hashable, Sendable, Identifiable {
  package let id: Identifier
  /// The authority's own reference, unique in a store.
  package var ref: String
  package var name: String?
  package var dateOfBirth: CalendarDate?
  /// The household's reference, which siblings share.
  package var household: String?
  /// The allocated worker's name.
  package var worker: String?
  package var address: String?

  package init(
    id: Identifier, ref: String, name: String? = nil, dateOfBirth: CalendarDate? = nil,
    household: String? = nil, worker: String? = nil, address: String? = nil
  ) {
    self.id = id
    self.ref = ref
    self.name = name
    self.dateOfBirth = dateOfBirth
    self.household = household
    self.worker = worker
    self.address = address
  }

  /// What a list shows, on one line: the name, or the reference where none is known.
  package var displayName: String {
    guard let name else { return ref }
    return name.contains(where: \.isNewline)
      ? name.split(whereSeparator: \.isNewline).joined(separator: " ") : name
  }
}

/// A child's age in completed months.
package struct Age: Hashable, Comparable, Sendable {
  package let months: Int

  package init(months: Int) {
    self.months = months
  }

  /// The age on a day; nil without a date of birth, or before it.
  package init?(bornOn birth: CalendarDate?, on day: CalendarDate) {
    guard let birth, day >= birth else { return nil }
    months = day.completedMonths(since: birth)
  }

  package var years: Int { months / 12 }

  package static func < (left: Self, right: Self) -> Bool { left.months < right.months }

  /// `4m`, `1y5m`, `9y`: months matter until the third birthday.
  package var short: String {
    if years == 0 { return "\(months)m" }
    return years < 3 && months % 12 > 0 ? "\(years)y\(months % 12)m" : "\(years)y"
  }

  /// `4 months`, `1 year 5 months`, `9 years`.
  package var written: String {
    let rest = months % 12
    let inMonths = "\(rest) month\(rest == 1 ? "" : "s")"
    if years == 0 { return inMonths }
    let inYears = "\(years) year\(years == 1 ? "" : "s")"
    return years < 3 && rest > 0 ? "\(inYears) \(inMonths)" : inYears
  }
}
