import Cells
import Records

/// Finds one child by anything known of them; typing narrows the list at once.
struct ChildPicker: Screen {
  private var typed = TypedText()
  private(set) var lines: [CaseLine]?
  private var count = 0
  /// The words that `lines` were found for.
  private var heard: String?
  /// Whether Enter was pressed before the store replied, so that the first child is opened when it does.
  private var opensFirst = false
  private(set) var cursor = RowCursor()

  /// The most characters of a search; a note pasted here by mistake is cut.
  private static let mostCharacters = 200

  /// Letters are text here, so that only other keys carry out actions.
  static let keys = KeyTable<Action>([
    .init([.enter], "Enter", hint: "open", "Opens the child.", .open),
    .init([.escape, .control("c")], "Esc", hint: "back", "Goes back.", .back),
    .init([.down], "Down", hint: "next", "Goes to the next child.", .move(.down)),
    .init([.up], "Up", hint: nil, "Goes to the child before.", .move(.up)),
    .init([.pageDown, .control("d")], "PgDn", hint: nil, "Goes down a page.", .move(.pageDown)),
    .init([.pageUp], "PgUp", hint: nil, "Goes up a page.", .move(.pageUp)),
    .init([.function(1)], "F1", hint: "help", "Shows this help.", .help),
  ])

  var requests: [ReadRequest] { [.find(words)] }

  /// The words that the store is asked for.
  var words: String { String(typed.text.prefix(ChildPicker.mostCharacters)) }

  private func page(_ situation: Situation) -> Int { max(1, situation.size.rows - 4) }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    if action == .open, heard != words {
      opensFirst = true
      return []
    }
    let lines = lines ?? []
    if case .move(let motion) = action {
      cursor.move(motion, count: lines.count, page: page(situation))
      return []
    }
    guard action == .open, lines.indices.contains(cursor.selected) else { return [] }
    return [.push(ChildScreen(lines[cursor.selected]))]
  }

  /// Handles typed text, and searches again when it changes the words.
  mutating func type(_ key: Key, _ situation: Situation) -> [Step] {
    let before = words
    guard typed.handle(key) else { return [] }
    opensFirst = false
    return words == before ? [] : [.read(.find(words))]
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .found(let found, words) = reply else { return [] }
    show(found, situation)
    defer { opensFirst = false }
    return opensFirst ? handle(.open, situation) : []
  }

  private mutating func show(_ found: FoundChildren, _ situation: Situation) {
    let before = lines.flatMap {
      $0.indices.contains(cursor.selected) ? $0[cursor.selected].id : nil
    }
    let isSame = heard == words
    lines = found.lines
    count = found.count
    heard = words
    // Typing more is a new search, whose first result is the best.
    let place = isSame ? found.lines.firstIndex { $0.id == before } : nil
    cursor.select(place ?? 0, count: found.lines.count, page: page(situation))
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    let lines = lines ?? []
    let columns = ChildColumns(situation.size.columns)
    columns.heads(in: &frame, born: true)
    frame.rows(cursor, of: lines.count, page: page(situation)) { frame, place in
      columns.drawBorn(lines[place.index], at: place, in: &frame, situation)
    }
    let found = heard == nil ? "Reading…" : counted(count, "child", plural: "children")
    frame.title("Find", typing: typed, shown: words, right: found)
    if heard != nil, lines.isEmpty { frame.lines("No child matches.", row: 2) }
    var told = situation
    if count > lines.count, cursor.selected == lines.count - 1 {
      told.notice = "These are the first \(lines.count) of \(count): type more to narrow them."
    }
    frame.foot(keys, told)
    return frame
  }
}
