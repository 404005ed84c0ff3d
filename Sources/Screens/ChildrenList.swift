import Cells
import Records

/// Children in the order of their names: a worker's own, or those that words find.
struct ChildrenList: Hashable, Sendable {
  private enum Purpose: Hashable {
    case search
    case own(worker: String)
  }

  private let purpose: Purpose
  /// What is typed; only a search takes text.
  private(set) var words = ""
  private(set) var lines: [CaseLine]?
  /// The words that `lines` were found for.
  private var heard: String?
  /// Enter was pressed before the store had answered: the first child is opened when it has.
  private var opensFirst = false
  private(set) var cursor = RowCursor()

  /// More than this is no search; a note pasted here by mistake is cut.
  private static let mostCharacters = 200

  /// A search over all children.
  init() {
    purpose = .search
  }

  /// A worker's own children.
  init(of me: Person) {
    purpose = .own(worker: me.name)
  }

  /// The words that the store is asked for.
  var asked: String {
    switch purpose {
    case .search: words
    case .own(let worker): worker
    }
  }

  var isSearch: Bool { purpose == .search }

  var keys: KeyTable<Action> { isSearch ? ChildrenList.searchKeys : ChildrenList.ownKeys }

  private static let opening: KeyTable<Action>.Entry = .init(
    [.enter], "Enter", hint: "open", "Opens the child.", .open)

  static let ownKeys = KeyTable<Action>.list(
    [
      opening,
      .init([.character("v")], "v", hint: "visit", "Logs a visit or another contact.", .visit),
    ], isFirst: true)

  /// Letters are text here, so that only keys that are no letters do anything.
  static let searchKeys = KeyTable<Action>([
    opening,
    .init([.escape], "Esc", hint: "back", "Goes back.", .back),
    .init([.down], "Down", hint: "next", "Goes to the next child.", .move(.down)),
    .init([.up], "Up", hint: nil, "Goes to the child before.", .move(.up)),
    .init([.pageDown], "PgDn", hint: nil, "Goes down a page.", .move(.pageDown)),
    .init([.pageUp], "PgUp", hint: nil, "Goes up a page.", .move(.pageUp)),
    .init([.function(1)], "F1", hint: "help", "Shows this help.", .help),
  ])

  static func page(_ size: Size) -> Int { max(1, size.rows - 4) }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    if action == .open, isSearch, heard != words {
      opensFirst = true
      return []
    }
    let lines = lines ?? []
    if case .move(let motion) = action {
      cursor.move(motion, count: lines.count, page: ChildrenList.page(situation.size))
      return []
    }
    guard lines.indices.contains(cursor.selected) else { return [] }
    let line = lines[cursor.selected]
    switch action {
    case .open: return [.push(.child(ChildScreen(line)))]
    case .visit: return [.visit(line.child, line.summary.status)]
    default: return []
    }
  }

  /// Takes text into the search and asks anew.
  mutating func type(_ key: Key) -> [Step] {
    guard isSearch else { return [] }
    switch key {
    case .character(let character): words.append(character)
    case .paste(let text): words += text.replacing("\n", with: " ")
    case .backspace: if !words.isEmpty { words.removeLast() }
    case .control("u"): words = ""
    case .control("w"):
      while words.last?.isWhitespace == true { words.removeLast() }
      while let last = words.last, !last.isWhitespace { words.removeLast() }
    default: return []
    }
    words = String(words.prefix(ChildrenList.mostCharacters))
    opensFirst = false
    return [.wish(.findChildren(words))]
  }

  mutating func hear(_ found: [CaseLine], _ situation: Situation) -> [Step] {
    let before = lines.flatMap {
      $0.indices.contains(cursor.selected) ? $0[cursor.selected].id : nil
    }
    if case .own(let worker) = purpose {
      lines = found.filter { $0.child.worker == worker }
    } else {
      lines = found
    }
    let place = lines?.firstIndex { $0.id == before } ?? (isSearch ? 0 : cursor.selected)
    cursor.select(place, count: lines?.count ?? 0, page: ChildrenList.page(situation.size))
    heard = asked
    defer { opensFirst = false }
    return opensFirst ? take(.open, situation) : []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    let count = lines.map { counted($0.count, "child", plural: "children") } ?? "Reading…"
    if isSearch {
      frame.title("Find  \(words)", right: count)
      frame.cursor = Position(
        row: 0,
        column: min(
          6 + TextWidth.columns(of: words), max(0, situation.size.columns - 1)))
    } else {
      frame.title("Heed  Your children · \(situation.store)", right: count)
    }
    let columns = ChildColumns(situation.size.columns)
    columns.heads(in: &frame)
    let page = ChildrenList.page(situation.size)
    let top = cursor.top(page: page, count: lines?.count ?? 0)
    for (row, index) in (lines ?? []).indices.dropFirst(top).prefix(page).enumerated() {
      let isSelected = index == cursor.selected
      if isSelected, !isSearch { frame.cursor = Position(row: 2 + row, column: 0) }
      columns.draw((lines ?? [])[index], isSelected, in: &frame, row: 2 + row, situation)
    }
    if lines?.isEmpty == true {
      let none =
        isSearch
        ? "No child matches."
        : "No child is allocated to you. m shows the team's; heed add and heed import add children."
      for (offset, line) in wrapped(none, columns: situation.size.columns - 2).enumerated() {
        frame.write(line, row: 2 + offset, column: 2, style: .dim)
      }
    }
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(keys)
    return frame
  }
}

/// The columns of a list of children, by the room there is.
private struct ChildColumns {
  private let columns: Int

  init(_ columns: Int) {
    self.columns = columns
  }

  private var isWide: Bool { columns >= 70 }

  func heads(in frame: inout Frame) {
    frame.write("Child", row: 1, column: 2, style: .dim)
    frame.write("Ref", row: 1, column: 23, style: .dim)
    guard isWide else { return }
    frame.write("Age   Plan  Seen       Flags   Worker", row: 1, column: 33, style: .dim)
  }

  func draw(
    _ line: CaseLine, _ isSelected: Bool, in frame: inout Frame, row: Int, _ situation: Situation
  ) {
    let style: Style = isSelected ? .selected : .body
    if isSelected { frame.fill(row: row, style: .selected) }
    frame.write(isSelected ? ">" : " ", row: row, column: 0, style: style)
    frame.cell(line.child.listName, row: row, column: 2, width: 20, style: style)
    frame.cell(line.child.ref, row: row, column: 23, width: 9, style: style)
    guard isWide else { return }
    frame.cell(line.child.age(on: situation.today), row: row, column: 33, width: 5, style: style)
    frame.cell(line.summary.status?.short ?? "–", row: row, column: 39, width: 5, style: style)
    let seen = line.summary.lastSeen.map { $0.written(today: situation.today) } ?? "never"
    frame.cell(seen, row: row, column: 45, width: 10, style: style)
    let worst = line.flags.first?.band
    frame.cell(
      worst.map { "\($0.word)\(line.flags.count > 1 ? " \(line.flags.count)" : "")" } ?? "none",
      row: row, column: 56, width: 8, style: isSelected ? style : worst?.style ?? .dim)
    frame.cell(
      line.child.worker ?? "–", row: row, column: 64, width: columns - 64, style: style)
  }
}

extension CalendarDate {
  /// `Sat 24 Oct`, with the year in place of the weekday when it is another year.
  func written(today: CalendarDate) -> String {
    parts.year == today.parts.year ? shortWithWeekday : "\(short) \(padded: parts.year % 100)"
  }
}

extension DefaultStringInterpolation {
  fileprivate mutating func appendInterpolation(padded number: Int) {
    appendLiteral(number < 10 ? "0\(number)" : "\(number)")
  }
}
