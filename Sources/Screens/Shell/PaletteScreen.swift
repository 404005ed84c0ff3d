import Cells
import Records

/// Finds anything that the screen below can do by a few letters, from that screen's key table.
struct PaletteScreen: Screen {
  private struct Row {
    let label: String
    let meaning: String
    let action: Action
  }

  static let keys = KeyTable<Action>([
    .init([.enter], "Enter", hint: "do it", "Does what is selected, as its key would.", .open),
    .init([.escape, .control("c")], "Esc", hint: "back", "Goes back.", .back),
    .init([.down], "Down", hint: "next", "Goes to the next row.", .move(.down)),
    .init([.up], "Up", hint: nil, "Goes to the row before.", .move(.up)),
  ])

  private let all: [Row]
  private var typed = TypedText()
  private var cursor = RowCursor()

  var requests: [ReadRequest] { [] }

  /// Leaves out the keys that move the selection, open this palette or go back: they are no commands here.
  init(_ table: KeyTable<Action>) {
    all = table.entries.compactMap { entry in
      if case .move = entry.action { return nil }
      guard ![.palette, .back].contains(entry.action) else { return nil }
      return Row(label: entry.label, meaning: entry.meaning, action: entry.action)
    }
  }

  /// The rows in which each word typed begins a word.
  private var rows: [Row] {
    let words = folded(typed.text).split(separator: " ")
    return all.filter { row in
      let text = " " + folded(row.meaning) + " " + row.label
      return words.allSatisfy { text.contains(" " + $0) }
    }
  }

  private func page(_ situation: Situation) -> Int { max(1, situation.size.rows - 4) }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    switch action {
    case .move(let motion): cursor.move(motion, count: rows.count, page: page(situation))
    case .open:
      guard rows.indices.contains(cursor.selected) else {
        return [.say("Nothing here is called \"\(typed.text)\".")]
      }
      return [.perform(rows[cursor.selected].action)]
    default: break
    }
    return []
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] { [] }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] {
    if typed.handle(key) { cursor.select(0, count: rows.count, page: page(situation)) }
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    let rows = rows
    frame.rows(cursor, of: rows.count, page: page(situation)) { frame, place in
      let (row, line, style) = (rows[place.index], place.line, place.style)
      frame.cell(row.label, row: line, column: 2, width: 12, style: style)
      frame.cell(row.meaning, row: line, column: 15, width: frame.size.columns - 15, style: style)
    }
    frame.title(
      "Do", typing: typed, shown: typed.text, right: "\(rows.count) of \(all.count)")
    if rows.isEmpty {
      frame.lines("Nothing here is called \"\(typed.text)\". Esc goes back.", row: 2)
    }
    frame.foot(keys, situation)
    return frame
  }
}
