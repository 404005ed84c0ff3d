import Cells
import Records

/// The agencies and their professionals: last contact, and concerns that nobody answered.
struct AgenciesScreen: ListScreen {
  static let keys = KeyTable<Action>.list([])

  private var agencies: [AgencySummary]?
  var cursor = RowCursor()
  var finder = Finder()
  private var rows: [Row] = []

  fileprivate struct Row {
    let name: String
    let contacts: Int
    let last: CalendarDate
    let concerns: Int?
  }

  static let columns = ["name", "contacts", "last contact"]

  var rowCount: Int { rows.count }

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

  var requests: [ReadRequest] { [.agencies] }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .agencies(let agencies) = reply else { return [] }
    self.agencies = agencies
    arrange(situation)
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Agencies and professionals", right: finder.words)
    let columns = AgencyColumns(situation.size.columns)
    columns.heads(in: &frame, finder)
    frame.rows(cursor, of: rowCount, page: page(situation)) { frame, place in
      columns.draw(rows[place.index], at: place, in: &frame, situation)
    }
    if agencies?.isEmpty ?? true {
      let words = agencies == nil ? "Reading…" : "No agency has had a contact yet."
      frame.write(words, row: 2, column: 2, style: .dim)
    }
    frame.foot(keys, situation, finder)
    return frame
  }
}

/// The columns of agencies that fit, and their positions.
private struct AgencyColumns {
  private let isWide: Bool
  /// Where the figures begin, to the right of the names.
  private let width: Int

  init(_ columns: Int) {
    isWide = columns >= 60
    width = max(10, min(48, columns - (isWide ? 36 : 12)))
  }

  func heads(in frame: inout Frame, _ finder: Finder) {
    frame.write(finder.head("Who", 0), row: 1, column: 2, style: .dim)
    let last = finder.head("Last", 2)
    let heads =
      isWide
      ? padded(finder.head("Contacts", 1), to: 10) + padded(last, to: 12) + "Not answered" : last
    frame.write(heads, row: 1, column: width + 1, style: .dim)
  }

  func draw(
    _ row: AgenciesScreen.Row, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let (line, style) = (place.line, place.style)
    frame.cell(row.name, row: line, column: 2, width: width - 2, style: style)
    let last = row.last.written(today: situation.today)
    guard isWide else {
      frame.cell(last, row: line, column: width + 1, width: 10, style: style)
      return
    }
    let count = String(row.contacts)
    frame.write(count, row: line, column: width + 9 - count.count, style: style)
    frame.cell(last, row: line, column: width + 11, width: 10, style: style)
    guard let concerns = row.concerns, concerns > 0 else { return }
    frame.cell(
      counted(concerns, "concern"), row: line, column: width + 23,
      width: frame.size.columns - width - 23, style: style)
  }
}
