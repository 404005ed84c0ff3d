import Cells
import Records

/// The weeks of a case in characters: contacts by agency, injuries, and rungs held.
struct Timeline {
  private static let labelWidth = 13
  private static let bars: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  private let contacts: [Contact]
  private let agencies: [String]
  private let injuries: [InjuryEvent]
  private let escalations: [Escalation]
  /// The Monday of the last week shown.
  private let lastMonday: CalendarDate
  private let weeks: Int

  init(_ file: CaseFile, through today: CalendarDate, columns: Int) {
    let chronology = file.record.chronology
    contacts = chronology.readings.map(\.contact)
    agencies = Array(Timeline.agencies(of: file).prefix(4))
    injuries = chronology.injuries
    escalations = chronology.escalations.filter { $0.rung.rank >= Rung.resettingRank }
    lastMonday = today.adding(days: -today.weekday.rawValue)
    weeks = max(1, min(52, columns - Timeline.labelWidth - 6))
  }

  /// The agencies of a case, the one with the most contacts first.
  static func agencies(of file: CaseFile) -> [String] {
    let counts = Dictionary(grouping: file.record.contacts(), by: \.facts.agency.counted)
      .mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  func draw(in frame: inout Frame, row: Int) {
    drawMonths(in: &frame, row: row)
    var line = row + 1
    for agency in agencies {
      let counts = perWeek(contacts.filter { $0.facts.agency.counted == agency }.map(\.date))
      draw(agency, counts.map { Timeline.bars[min($0, 8)] }, in: &frame, row: line)
      line += 1
    }
    let marks = perWeek(injuries.map(\.date))
    draw("injuries", marks.map(Timeline.digit), in: &frame, row: line)
    if injuries.count > 0 {
      frame.write(
        " = \(injuries.count)", row: line, column: Timeline.labelWidth + weeks, style: .dim)
    }
    let held = perWeek(escalations.map(\.date))
    if escalations.isEmpty {
      draw("escalated", Array("none recorded"), in: &frame, row: line + 1)
    } else {
      draw("escalated", held.map { $0 > 0 ? "^" : " " }, in: &frame, row: line + 1)
    }
  }

  private static func digit(_ count: Int) -> Character {
    count == 0 ? " " : count > 9 ? "+" : Character(String(count))
  }

  private func draw(_ label: String, _ cells: [Character], in frame: inout Frame, row: Int) {
    frame.cell(label, row: row, column: 0, width: Timeline.labelWidth - 1, style: .dim)
    frame.write(String(cells), row: row, column: Timeline.labelWidth, width: weeks)
  }

  /// The name of each month above its first week, where there is room for it.
  private func drawMonths(in frame: inout Frame, row: Int) {
    var free = 0
    for week in 0..<weeks {
      let monday = lastMonday.adding(days: -7 * (weeks - 1 - week))
      let (_, month, _) = monday.parts
      let isFirst = monday.adding(days: -7).parts.month != month
      guard isFirst, week >= free, week + 3 <= weeks else { continue }
      frame.write(
        String(CalendarDate.monthNames[month - 1].prefix(3)), row: row,
        column: Timeline.labelWidth + week, style: .dim)
      free = week + 4
    }
  }

  private func perWeek(_ days: [CalendarDate]) -> [Int] {
    var counts = Array(repeating: 0, count: weeks)
    for day in days {
      let monday = day.adding(days: -day.weekday.rawValue)
      let week = weeks - 1 - lastMonday.days(since: monday) / 7
      if counts.indices.contains(week) { counts[week] += 1 }
    }
    return counts
  }
}
