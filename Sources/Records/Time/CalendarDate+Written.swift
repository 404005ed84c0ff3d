extension CalendarDate {
  /// ISO 8601, `2026-11-23`.
  package var iso: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
  }

  /// `23 Nov`.
  package var short: String {
    "\(parts.day) \(CalendarDate.monthNames[parts.month - 1].prefix(3))"
  }

  /// `23 Nov 2026`.
  package var shortWithYear: String { "\(short) \(parts.year)" }

  /// `Mon 23 Nov`.
  package var shortWithWeekday: String { "\(weekday.name.prefix(3)) \(short)" }

  /// `Monday 23 November 2026`.
  package var long: String {
    "\(weekday.name) \(parts.day) \(CalendarDate.monthNames[parts.month - 1]) \(parts.year)"
  }

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension CalendarDate: CustomStringConvertible {
  package var description: String { iso }
}

extension Weekday {
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `14:30`.
  package var description: String { "\(padded(hour)):\(padded(minute))" }
}

/// Decimal digits with leading zeros.
func padded(_ value: Int, to width: Int = 2) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
