import Cells
import Records

/// Every contact with any child, newest first.
struct LogScreen: Hashable, Sendable {
  static let keys = KeyTable<Action>.list([
    .init([.enter], "Enter", hint: "read", "Reads the whole contact.", .open),
    .init([.character("v")], "v", hint: "visit", "Logs a contact with the same child.", .visit),
  ])

  private var entries: [LogEntry]?
  private var cursor = RowCursor()
  private var isComplete = false
  /// The last contact of the page that was asked for and has not come.
  private var awaited: Identifier?

  static func page(_ size: Size) -> Int { max(1, size.rows - 4) }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    let entries = entries ?? []
    if case .move(let motion) = action {
      cursor.move(motion, count: entries.count, page: LogScreen.page(situation.size))
      return more(situation)
    }
    guard entries.indices.contains(cursor.selected) else { return [] }
    let entry = entries[cursor.selected]
    switch action {
    case .open: return [.push(.reading(ReadingScreen(entry.contact, child: entry.child)))]
    case .visit: return [.visit(entry.child, nil)]
    default: return []
    }
  }

  /// Asks for the next page when its beginning comes near.
  private mutating func more(_ situation: Situation) -> [Step] {
    guard !isComplete, let last = entries?.last?.id, awaited != last,
      cursor.selected + 2 * LogScreen.page(situation.size) >= (entries?.count ?? 0)
    else { return [] }
    awaited = last
    return [.wish(.showLog(after: last))]
  }

  mutating func hear(
    _ page: [LogEntry], after: Identifier?, isLast: Bool, _ situation: Situation
  ) {
    let before = entries.flatMap {
      $0.indices.contains(cursor.selected) ? $0[cursor.selected].id : nil
    }
    if after == nil {
      entries = page
    } else if after == entries?.last?.id {
      entries?.append(contentsOf: page)
    } else {
      return
    }
    isComplete = isLast
    awaited = nil
    let place = entries?.firstIndex { $0.id == before } ?? 0
    cursor.select(place, count: entries?.count ?? 0, page: LogScreen.page(situation.size))
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Log  every contact, newest first")
    let columns: [(String, Int)] = [
      ("Date", 2), ("Child", 14), ("Agency", 33), ("Kind", 46), ("Words", 64),
    ]
    for (head, column) in columns { frame.write(head, row: 1, column: column, style: .dim) }
    let page = LogScreen.page(situation.size)
    let top = cursor.top(page: page, count: entries?.count ?? 0)
    for (offset, entry) in (entries ?? []).dropFirst(top).prefix(page).enumerated() {
      let isSelected = top + offset == cursor.selected
      let row = 2 + offset
      let style: Style = isSelected ? .selected : .body
      if isSelected {
        frame.cursor = Position(row: row, column: 0)
        frame.fill(row: row, style: .selected)
        frame.write(">", row: row, column: 0, style: style)
      }
      let facts = entry.contact.facts
      let texts = [
        facts.date.written(today: situation.today), entry.child.listName, facts.agency.written,
        facts.kind.rawValue, ContactLine.words(facts),
      ]
      for (index, text) in texts.enumerated() {
        let end = index + 1 < columns.count ? columns[index + 1].1 - 1 : frame.size.columns
        frame.cell(
          text, row: row, column: columns[index].1, width: end - columns[index].1, style: style)
      }
    }
    if entries?.isEmpty ?? true {
      let words = entries == nil ? "Reading…" : "No contact is recorded yet."
      frame.write(words, row: 2, column: 2, style: .dim)
    }
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(LogScreen.keys)
    return frame
  }
}
