import Cells
import Records

/// One child: the figures, the weeks by agency, the flags, and the chronology.
struct ChildScreen: ListScreen {
  static let keys = KeyTable<Action>.list([
    .init([.enter], "Enter", hint: "read", "Reads the whole contact or flag.", .open),
    .init([.character("v")], "v", hint: "visit", "Logs a visit or another contact.", .visit),
    .init(
      [.character("a")], "a", hint: "answer", "Answers the flag whose contacts are marked.",
      .answer),
    .init(
      [.character("e")], "e", hint: nil,
      "Amends the selected contact; the words before stay on record.", .amend),
    .init(
      [.character("+")], "+", hint: "add",
      "Adds to the record: an injury, adult, condition, meeting asked for.", .note),
    .init(
      [.character("f")], "f", hint: "facts", "Reads what is recorded beside the contacts.",
      .facts),
    .init(
      [.character("s")], "s", hint: nil, "Signs the decision on the marked flag, by another.",
      .sign),
    .init(
      [.character("i")], "i", hint: "pictures",
      "Draws the contacts, injuries and silences over the months.", .picture),
    .init(
      [.tab], "Tab", hint: nil, "Marks the contacts of the next flag.", .nextFlag),
  ])

  private let known: Child
  /// What a list already knew, shown until the record has been read; nil when nothing is known yet.
  private let line: CaseLine?
  private(set) var file: CaseFile?
  private var all: [ChildRow] = []
  private(set) var rows: [ChildRow] = []
  var cursor = RowCursor()
  var finder = Finder()
  /// The flag whose evidence is marked.
  private(set) var flagIndex = 0

  init(_ line: CaseLine) {
    self.line = line
    known = line.child
    all = ChildRow.rows(flags: line.flags, entries: [], today: nil)
    rows = all
  }

  /// Starts with a child of whom nothing is known but who they are, until the record has been read.
  init(unread child: Child) {
    line = nil
    known = child
    all = [.reading]
    rows = all
  }

  static let columns: [String] = []

  var rowCount: Int { rows.count }

  func page(_ situation: Situation) -> Int { page(situation.size) }

  func text(ofRow row: Int, _ situation: Situation) -> String {
    text(of: rows[row], situation)
  }

  private func text(of row: ChildRow, _ situation: Situation) -> String {
    switch row {
    case .flag(let index):
      return flags.indices.contains(index)
        ? "\(flags[index].rule) \(flags[index].reason(on: situation.today))" : ""
    case .contact(let contact):
      let facts = contact.facts
      let words = [facts.date.shortWithYear, facts.agency.written, facts.kind.rawValue]
      return (words + facts.notes).joined(separator: " ")
    case .fact(let record):
      return ([record.date.shortWithYear] + record.words).joined(separator: " ")
    case .erased(let tombstone): return tombstone.written
    case .gap, .none, .reading: return ""
    }
  }

  mutating func arrange(_ situation: Situation) {
    let before = rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil
    rows = all.filter { finder.keeps(text(of: $0, situation)) }
    let place = rows.firstIndex { $0.isSame(as: before) } ?? cursor.selected
    cursor.select(place, count: rows.count, page: page(situation))
  }

  var id: Identifier { known.id }
  var child: Child { file?.child ?? known }
  /// Nil until it is known.
  var summary: CaseSummary? { file?.summary ?? line?.summary }
  var flags: [Flag] { file?.flags.filter { $0.cleared == nil } ?? line?.flags ?? [] }

  /// The flag under the cursor while the list is searched or filtered, else the one that was marked last.
  var markedFlag: Flag? {
    if rows.indices.contains(cursor.selected), case .flag(let index) = rows[cursor.selected],
      flags.indices.contains(index), !finder.sought.isEmpty || !finder.filter.isEmpty
    {
      return flags[index]
    }
    return flags.isEmpty ? nil : flags[flagIndex % flags.count]
  }

  /// How many rows the list below the figures has.
  func page(_ size: Size) -> Int { max(1, size.rows - head(size) - 2) }

  /// How many rows the figures fill: two, and the weeks where there is room.
  func head(_ size: Size) -> Int {
    guard size.rows >= 20, size.columns >= 40, let file else { return 2 }
    return 3 + min(Timeline.agencies(of: file).count, 4) + 2
  }

  var requests: [ReadRequest] { [.child(id)] }
  var selectedChild: Child? { child }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    if let steps = handleFinding(action, situation) { return steps }
    guard case .move(let motion) = action else { return act(action, situation) }
    move(motion, situation.size)
    return []
  }

  mutating func act(_ action: Action, _ situation: Situation) -> [Step] {
    switch action {
    case .nextFlag:
      if !flags.isEmpty { flagIndex = (flagIndex + 1) % flags.count }
      return []
    case .visit: return [.visit(child, summary?.status)]
    case .answer: return markedFlag.map { [.answer($0, child)] } ?? []
    case .amend:
      guard rows.indices.contains(cursor.selected),
        case .contact(let contact) = rows[cursor.selected]
      else { return [] }
      return [.amend(contact, child, summary?.status)]
    case .note: return [.note(child, file?.record.facts ?? [])]
    case .facts: return file.map { [.push(ReadingScreen(factsOf: $0, situation))] } ?? []
    case .picture: return file.map { [.push(PicturesScreen($0))] } ?? []
    case .sign: return markedFlag.map { [.sign($0, child)] } ?? []
    case .open: return open(situation)
    default: return []
    }
  }

  /// Does nothing for the mouse: the rows begin below figures whose height varies.
  mutating func select(row: Int, _ situation: Situation) -> [Step] { [] }

  /// Marks the contacts of one of the flags.
  mutating func mark(_ flag: Flag) {
    flagIndex = flags.firstIndex { $0.id == flag.id } ?? flagIndex
  }

  private mutating func move(_ motion: Motion, _ size: Size) {
    let page = page(size)
    cursor.move(motion, count: rows.count, page: page)
    // A gap is only drawn between rows, and is passed over.
    if rows.indices.contains(cursor.selected), case .gap = rows[cursor.selected] {
      cursor.move(motion == .up || motion == .pageUp ? .up : .down, count: rows.count, page: page)
    }
    if rows.indices.contains(cursor.selected), case .flag(let index) = rows[cursor.selected] {
      flagIndex = index
    }
  }

  private mutating func open(_ situation: Situation) -> [Step] {
    guard rows.indices.contains(cursor.selected) else { return [] }
    switch rows[cursor.selected] {
    case .flag(let index):
      guard flags.indices.contains(index) else { return [] }
      flagIndex = index
      let page = FlagPage(
        flags, at: index, child: child, status: summary?.status, file: file)
      return [.push(page)]
    case .contact(let contact):
      let facts = file?.record.facts ?? []
      return [.push(ReadingScreen(contact, child: child, facts: facts))]
    case .fact(let record): return [.push(ReadingScreen(record, child: child))]
    case .erased(let tombstone): return [.push(ReadingScreen(tombstone, child: child))]
    case .gap, .none, .reading: return []
    }
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    if case .child(let file) = reply, file.id == id { show(file, situation) }
    return []
  }

  mutating func show(_ file: CaseFile, _ situation: Situation) {
    let isFirst = self.file == nil
    self.file = file
    all = ChildRow.rows(
      flags: flags, entries: file.chronologyEntries, today: situation.today)
    let row = cursor.selected
    arrange(situation)
    if isFirst { cursor.select(row, count: rows.count, page: page(situation)) }
    if flagIndex >= flags.count { flagIndex = 0 }
  }
}
