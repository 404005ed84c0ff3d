import Cells
import Records

/// The agencies and their professionals: last contact, and concerns that nobody answered.
struct AgenciesScreen: Hashable, Sendable {
  static let keys = KeyTable<Action>.list([])

  private var agencies: [AgencySummary]?
  private var cursor = RowCursor()

  private struct Row {
    let name: String
    let contacts: Int
    let last: CalendarDate
    let concerns: Int?
  }

  private var rows: [Row] {
    (agencies ?? []).flatMap { agency in
      [
        Row(
          name: agency.agency.written, contacts: agency.contacts, last: agency.lastContact,
          concerns: agency.unansweredConcerns)
      ]
        + agency.professionals.map { professional in
          let who = [professional.name, professional.role].compactMap { $0 }
          return Row(
            name: "  " + who.joined(separator: ", "), contacts: professional.contacts,
            last: professional.lastContact, concerns: nil)
        }
    }
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    if case .move(let motion) = action {
      cursor.move(motion, count: rows.count, page: max(1, situation.size.rows - 4))
    }
    return []
  }

  mutating func hear(_ agencies: [AgencySummary], _ situation: Situation) {
    self.agencies = agencies
    cursor.select(cursor.selected, count: rows.count, page: max(1, situation.size.rows - 4))
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Agencies and professionals")
    let isWide = situation.size.columns >= 60
    let width = max(10, min(48, situation.size.columns - (isWide ? 36 : 12)))
    frame.write("Who", row: 1, column: 2, style: .dim)
    let heads = isWide ? "Contacts  Last        Not answered" : "Last"
    frame.write(heads, row: 1, column: width + 1, style: .dim)
    let page = max(1, situation.size.rows - 4)
    let top = cursor.top(page: page, count: rows.count)
    for (offset, row) in rows.dropFirst(top).prefix(page).enumerated() {
      let isSelected = top + offset == cursor.selected
      let style: Style = isSelected ? .selected : .body
      if isSelected {
        frame.cursor = Position(row: 2 + offset, column: 0)
        frame.fill(row: 2 + offset, style: .selected)
        frame.write(">", row: 2 + offset, column: 0, style: style)
      }
      frame.cell(row.name, row: 2 + offset, column: 2, width: width - 2, style: style)
      let last = row.last.written(today: situation.today)
      guard isWide else {
        frame.cell(last, row: 2 + offset, column: width + 1, width: 10, style: style)
        continue
      }
      let count = String(row.contacts)
      frame.write(count, row: 2 + offset, column: width + 9 - count.count, style: style)
      frame.cell(last, row: 2 + offset, column: width + 11, width: 10, style: style)
      if let concerns = row.concerns, concerns > 0 {
        frame.cell(
          counted(concerns, "concern"), row: 2 + offset, column: width + 23,
          width: frame.size.columns - width - 23, style: style)
      }
    }
    if agencies?.isEmpty ?? true {
      let words = agencies == nil ? "Reading…" : "No agency has had a contact yet."
      frame.write(words, row: 2, column: 2, style: .dim)
    }
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(AgenciesScreen.keys)
    return frame
  }
}
