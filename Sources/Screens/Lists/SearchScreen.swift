import Cells
import Records

/// Searches what contacts say, over all children: each result with the words around the match.
struct SearchScreen: Screen {
  private var typed = TypedText()
  private(set) var hits: [SearchHit]?
  private var heard: String?
  private(set) var cursor = RowCursor()

  private static let mostCharacters = 200

  static let keys = KeyTable<Action>([
    .init([.enter], "Enter", hint: "read", "Reads the whole contact.", .open),
    .init([.tab], "Tab", hint: "child", "Opens the child.", .openChild),
    .init([.escape, .control("c")], "Esc", hint: "back", "Goes back.", .back),
    .init([.down], "Down", hint: "next", "Goes to the next contact.", .move(.down)),
    .init([.up], "Up", hint: nil, "Goes to the contact before.", .move(.up)),
    .init([.pageDown, .control("d")], "PgDn", hint: nil, "Goes down a page.", .move(.pageDown)),
    .init([.pageUp], "PgUp", hint: nil, "Goes up a page.", .move(.pageUp)),
    .init([.function(1)], "F1", hint: "help", "Shows this help.", .help),
  ])

  var requests: [ReadRequest] { words.isEmpty ? [] : [.search(words)] }

  var words: String { String(typed.text.prefix(SearchScreen.mostCharacters)) }

  private func page(_ situation: Situation) -> Int { max(1, (situation.size.rows - 4) / 2) }

  private var selected: SearchHit? {
    guard let hits, hits.indices.contains(cursor.selected) else { return nil }
    return hits[cursor.selected]
  }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    if case .move(let motion) = action {
      cursor.move(motion, count: hits?.count ?? 0, page: page(situation))
      return []
    }
    guard let entry = selected?.entry else { return [] }
    switch action {
    case .open: return [.push(ReadingScreen(entry.contact, child: entry.child))]
    case .openChild: return [.push(ChildScreen(unread: entry.child))]
    default: return []
    }
  }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] {
    let before = words
    guard typed.handle(key), words != before else { return [] }
    return [.read(.search(words))]
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .hits(let hits, words) = reply else { return [] }
    let isSame = heard == words
    self.hits = hits
    heard = words
    cursor.select(isSame ? cursor.selected : 0, count: hits.count, page: page(situation))
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    let count = hits?.count ?? 0
    let hits = hits ?? []
    frame.rows(cursor, of: count, page: page(situation), height: 2) { frame, place in
      draw(hits[place.index], at: place, in: &frame, situation)
    }
    frame.title("Words", typing: typed, shown: words, right: heard == nil ? "" : figure)
    if words.isEmpty {
      frame.lines(
        "Type words: each is found at the beginning of a word of a note, in any order.", row: 2)
    } else if heard == words, count == 0 {
      frame.lines("No note holds \"\(words)\".", row: 2)
    }
    frame.foot(keys, situation)
    return frame
  }

  private var figure: String {
    let count = hits?.count ?? 0
    return count == SearchReading.most ? "\(count) and more" : counted(count, "contact")
  }

  /// Draws a result on two lines: the child, day and agency, then the words.
  private func draw(
    _ hit: SearchHit, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let row = place.line
    let style: Style = place.isSelected ? .selected : .heading
    let facts = hit.entry.contact.facts
    let head = [
      hit.entry.child.listName, hit.entry.child.ref, facts.date.written(today: situation.today),
      "\(facts.agency.written), \(facts.kind.rawValue)",
    ]
    if !place.isSelected { frame.write(" ", row: row, column: 0, style: style) }
    frame.cell(
      head.joined(separator: " · "), row: row, column: 2, width: frame.size.columns - 2,
      style: style)
    guard row + 1 < frame.size.rows - 2 else { return }
    var column = 4
    for piece in hit.pieces where column < frame.size.columns {
      column =
        frame.cell(
          piece.text, row: row + 1, column: column, width: frame.size.columns - column,
          style: piece.isMatch ? .evidence : .body) + 1
    }
  }
}
