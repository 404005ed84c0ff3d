import Cells
import Records

extension LogScreen {
  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Log  \(title)", right: figures)
    let columns = LogColumns(situation.size.columns)
    columns.heads(in: &frame, query)
    frame.rows(cursor, of: rows.count, page: page(situation)) { frame, place in
      if !place.isSelected, rows.hasArrived(place.index) {
        frame.write("+", row: place.line, column: 0)
      }
      if let entry = rows[place.index] {
        columns.draw(entry, in: &frame, row: place.line, style: place.style, situation)
      } else {
        frame.write("…", row: place.line, column: 2, style: .dim)
      }
    }
    if rows.isEmpty {
      let none =
        query.words.isEmpty ? "No contact is recorded yet." : "No contact holds these words."
      frame.write(rows.index == nil ? "Reading…" : none, row: 2, column: 2, style: .dim)
    }
    frame.foot(keys, situation, finder)
    return frame
  }

  private var title: String {
    if let asked, asked != query {
      let what = asked.words == query.words ? "ordering by \(asked.order)" : "narrowing"
      return "\(what) \(rows.count.grouped) contacts… Esc stops it"
    }
    return query.words.isEmpty ? "every contact" : "contacts with \"\(query.words)\""
  }

  private var figures: String {
    rows.index == nil
      ? "" : "\((rows.isEmpty ? 0 : cursor.selected + 1).grouped) of \(rows.count.grouped)"
  }
}

/// The columns of the log that fit, and their positions.
private struct LogColumns {
  private let width: Int

  init(_ columns: Int) {
    width = columns
  }

  private var texts: [(head: String, order: LogQuery.Order?, column: Int)] {
    if width < 60 {
      return [("Date", .date, 2), ("Child", .child, 13), ("Words", nil, 28)]
    }
    if width < 120 {
      return [
        ("Date", .date, 2), ("Child", .child, 14), ("Agency", .agency, 33), ("Kind", .kind, 46),
        ("Words", nil, 64),
      ]
    }
    return [
      ("Date", .date, 2), ("Time", nil, 14), ("Child", .child, 20), ("Ref", nil, 45),
      ("Agency", .agency, 55), ("Kind", .kind, 70), ("Seen", nil, 90), ("By", nil, 100),
      ("Words", nil, 118),
    ]
  }

  func heads(in frame: inout Frame, _ query: LogQuery) {
    for (head, order, column) in texts {
      // Dates are newest first unless the order is reversed.
      let isDown = query.isReversed != (query.order == .date)
      let mark = order == query.order ? (isDown ? "↓" : "↑") : ""
      frame.write(head + mark, row: 1, column: column, style: .dim)
    }
  }

  func draw(
    _ entry: LogEntry, in frame: inout Frame, row: Int, style: Style, _ situation: Situation
  ) {
    let all = texts
    for (number, text) in all.enumerated() {
      let end = number + 1 < all.count ? all[number + 1].column - 1 : frame.size.columns
      frame.cell(
        words(text.head, entry, situation), row: row, column: text.column,
        width: end - text.column, style: style)
    }
  }

  private func words(_ head: String, _ entry: LogEntry, _ situation: Situation) -> String {
    let facts = entry.contact.facts
    switch head {
    case "Date": return facts.date.written(today: situation.today)
    case "Time": return facts.time?.description ?? ""
    case "Child": return entry.child.listName
    case "Ref": return entry.child.ref
    case "Agency": return facts.agency.written
    case "Kind": return facts.kind.rawValue
    case "Seen": return facts.childSeen == .yes ? "seen" : facts.childSeen == .no ? "not seen" : ""
    case "By": return facts.professional ?? ""
    default: return ContactLine.words(facts)
    }
  }
}

extension Int {
  /// `1,012,865`.
  var grouped: String {
    let digits = Array(String(self))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3), digit != "-" { text += "," }
      text.append(digit)
    }
    return text
  }
}
