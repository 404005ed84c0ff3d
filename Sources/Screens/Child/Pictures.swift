import Cells
package import Records

/// A child's record as pictures made of characters: each says in words what it draws, and can be
/// read aloud line by line.
package struct Pictures: Sendable {
  private let contacts: [Contact]
  private let chronology: Chronology
  private let today: CalendarDate
  /// The first days of the months shown, the oldest first.
  private let months: [CalendarDate]

  /// How many months back the pictures go.
  private static let mostMonths = 12
  private static let labelWidth = 16
  /// The shortest silence of one agency, in days, that is listed: four weeks.
  private static let longGap = 28

  package init(_ file: CaseFile, on today: CalendarDate) {
    contacts = file.record.contacts()
    chronology = file.record.chronology
    self.today = today
    let first = contacts.first?.date ?? today
    var months: [CalendarDate] = []
    var month = today.firstOfMonth
    while months.count < Pictures.mostMonths {
      months.insert(month, at: 0)
      guard month > first else { break }
      month = month.adding(days: -1).firstOfMonth
    }
    self.months = months
  }

  /// Returns all the pictures as lines for a screen `columns` wide.
  package func lines(columns: Int) -> [String] {
    let wide = max(20, columns)
    return ["Contacts against escalations, month by month"] + rungs(wide) + [""]
      + ["Injuries by where they were seen"] + injuries + [""]
      + ["Days with contact, week by week (Monday to Sunday; 2 is two contacts that day)"]
      + heat(wide) + [""] + ["Silences of four weeks and more, by agency"] + silences
  }

  // MARK: Contacts and rungs

  /// A bar of contacts for each month, then the rungs that were held in it.
  private func rungs(_ columns: Int) -> [String] {
    months.map { month in
      let count = contacts.count { $0.date.firstOfMonth == month }
      let held = chronology.escalations.filter { $0.evidence.date.firstOfMonth == month }
        .map { "\($0.rung.written) \($0.evidence.date.short)" }
      let bar = String(repeating: "*", count: min(count, max(1, columns - 50)))
      let words =
        held.isEmpty
        ? (count == 0 ? "no contact" : "no escalation") : held.joined(separator: ", ")
      return label(month) + column("\(count)", 4) + " " + bar + (bar.isEmpty ? "" : "  ") + words
    }
  }

  // MARK: Injuries

  /// A line for each site with a figure for each month, the most marked first.
  private var injuries: [String] {
    var counts: [String: [CalendarDate: Int]] = [:]
    for event in chronology.injuries {
      for marks in event.marks {
        let sites = marks.sites.map(\.rawValue) + marks.unmapped
        for site in sites { counts[site, default: [:]][event.date.firstOfMonth, default: 0] += 1 }
      }
    }
    guard !counts.isEmpty else { return ["No injury is recorded."] }
    let head =
      column("", Pictures.labelWidth, isLeft: true)
      + months.map { column(String($0.monthName.prefix(3)), 4) }.joined()
    let sorted = counts.sorted { left, right in
      let (mine, theirs) = (left.value.values.reduce(0, +), right.value.values.reduce(0, +))
      return mine == theirs ? left.key < right.key : mine > theirs
    }
    let rows = sorted.map { site, months in
      column(site, Pictures.labelWidth, isLeft: true)
        + self.months.map { column(months[$0].map(String.init) ?? "·", 4) }.joined()
        + "  = \(months.values.reduce(0, +))"
    }
    let untested = chronology.injuries.count {
      !$0.accounts.given.isEmpty && !$0.accounts.isTested
    }
    let words =
      "\(counted(chronology.injuries.count, "injury", plural: "injuries")) on record, "
      + "\(untested) with an explanation that nobody has tested."
    return [head] + rows + [words]
  }

  // MARK: Weeks

  /// Returns seven rows of days, in figures, which stay legible where shades would not.
  private func heat(_ columns: Int) -> [String] {
    let weeks = min(26, columns - 6)
    let monday = today.adding(days: -today.weekday.rawValue)
    let start = monday.adding(days: -7 * (weeks - 1))
    let counts = Dictionary(grouping: contacts.filter { $0.date >= start }, by: \.date)
      .mapValues(\.count)
    let rows = (0..<7).map { day -> String in
      let cells = (0..<weeks).map { week -> String in
        let date = start.adding(days: 7 * week + day)
        guard date <= today else { return " " }
        let count = counts[date] ?? 0
        return count == 0 ? "·" : count > 9 ? "+" : "\(count)"
      }
      return column(String(start.adding(days: day).weekday.name.prefix(3)), 5, isLeft: true)
        + cells.joined()
    }
    let days = counts.keys.count
    return rows + [
      "\(counted(days, "day")) with contact in \(counted(weeks, "week")), from \(start.shortWithYear)."
    ]
  }

  // MARK: Silences

  private var silences: [String] {
    let agencies = Dictionary(grouping: contacts, by: \.facts.agency.counted)
    let lines = agencies.sorted { $0.key < $1.key }.flatMap { agency, contacts -> [String] in
      let days = contacts.map(\.date).sorted() + [today]
      return zip(days, days.dropFirst()).compactMap { from, to in
        let length = to.days(since: from)
        guard length >= Pictures.longGap else { return nil }
        let end = to == today ? "and still none" : "until \(to.shortWithYear)"
        return "\(agency): \(length) d without, from \(from.shortWithYear) \(end)"
      }.suffix(3)
    }
    return lines.isEmpty ? ["None."] : lines
  }

  // MARK: Columns

  private func label(_ month: CalendarDate) -> String {
    column("\(month.monthName.prefix(3)) \(month.parts.year)", 9, isLeft: true)
  }

  private func column(_ text: String, _ width: Int, isLeft: Bool = false) -> String {
    let clipped = TextWidth.clipped(text, to: width)
    let blanks = String(repeating: " ", count: max(0, width - TextWidth.columns(of: clipped)))
    return isLeft ? clipped + blanks : blanks + clipped
  }
}

extension CalendarDate {
  fileprivate var firstOfMonth: CalendarDate { adding(days: 1 - parts.day) }

  fileprivate var monthName: String { CalendarDate.monthNames[parts.month - 1] }
}
