import Cells
import Records

/// The agencies and their professionals: last contact, and concerns that nobody answered.
struct AgenciesScreen: FindableList, Hashable, Sendable {
  static let keys = KeyTable<Action>.list([])

  private var agencies: [AgencySummary]?
  var cursor = RowCursor()
  var finder = Finder()
  private var rows: [Row] = []

  private struct Row: Hashable {
    let name: String
    let contacts: Int
    let last: CalendarDate
    let concerns: Int?
  }

  static let columns = ["name", "contacts", "last contact"]

  var rowCount: Int { rows.count }

  func page(_ situation: Situation) -> Int { max(1, situation.size.rows - 4) }

  func text(ofRow row: Int, _ situation: Situation) -> String { rows[row].name }

  mutating func arrange(_ situation: Situation) {
    let before = rows.indices.contains(cursor.selected) ? rows[cursor.selected].name : nil
    rows = ordered.flatMap(AgenciesScreen.rows).filter { finder.keeps($0.name) }
    let place = rows.firstIndex { $0.name == before } ?? cursor.selected
    cursor.select(place, count: rows.count, page: page(situation))
  }

  /// Agencies by the column chosen; their professionals stay with them.
  private var ordered: [AgencySummary] {
    let agencies = agencies ?? []
    guard let column = finder.column else {
      return finder.isReversed ? agencies.reversed() : agencies
    }
    func key(_ agency: AgencySummary) -> ListKey {
      switch AgenciesScreen.columns[column] {
      case "name": .text(folded(agency.agency.written))
      case "contacts": .number(agency.contacts)
      default: .number(agency.lastContact.dayNumber)
      }
    }
    let sorted = agencies.sorted { key($0) < key($1) }
    return finder.isReversed ? sorted.reversed() : sorted
  }

  private static func rows(of agency: AgencySummary) -> [Row] {
    let head = Row(
      name: agency.agency.written, contacts: agency.contacts, last: agency.lastContact,
      concerns: agency.unansweredConcerns)
    return [head]
      + agency.professionals.map { professional in
        let who = [professional.name, professional.role].compactMap { $0 }
        return Row(
          name: "  " + who.joined(separator: ", "), contacts: professional.contacts,
          last: professional.lastContact, concerns: nil)
      }
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    if let steps = takeFinding(action, situation) { return steps }
    if case .move(let motion) = action {
      cursor.move(motion, count: rows.count, page: max(1, situation.size.rows - 4))
    }
    return []
  }

  mutating func hear(_ agencies: [AgencySummary], _ situation: Situation) {
    self.agencies = agencies
    arrange(situation)
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Agencies and professionals", right: finder.words)
    let isWide = situation.size.columns >= 60
    let width = max(10, min(48, situation.size.columns - (isWide ? 36 : 12)))
    frame.write(finder.head("Who", 0), row: 1, column: 2, style: .dim)
    let last = finder.head("Last", 2)
    let heads =
      isWide
      ? padded(finder.head("Contacts", 1), to: 10) + padded(last, to: 12) + "Not answered" : last
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
    finder.draw(in: &frame)
    return frame
  }
}
