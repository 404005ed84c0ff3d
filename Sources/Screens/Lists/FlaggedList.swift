import Cells
import Records

/// The team lead's first screen: the children with a flag in force, the most urgent first.
struct FlaggedList: ListScreen {
  static let keys = KeyTable<Action>.list(
    [
      .init(
        [.enter, .right], "Enter", hint: "open", "Opens the child, or a household's children.",
        .open),
      .init(
        [.character(" ")], "Space", hint: "evidence",
        "Shows the contacts that the flag rests on, in place.", .evidence),
      .init(
        [.character("a")], "a", hint: "answer", "Answers the flag that is shown below.", .answer),
      .init(
        [.character("f")], "f", hint: nil, "Reads the flag in full; Tab there goes to the next.",
        .facts),
      .init([.character("v")], "v", hint: "visit", "Logs a visit or another contact.", .visit),
      .init([.tab], "Tab", hint: nil, "Shows the child's next flag.", .nextFlag),
      .init(
        [.character("s")], "s", hint: nil, "Signs the decision on the flag, by another.", .sign),
    ], isFirst: true)

  private(set) var lines: [CaseLine]?
  private(set) var rows: [FlaggedRow] = []
  var cursor = RowCursor()
  var finder = Finder()
  private(set) var showsEvidence = false
  /// Which of the selected child's flags is shown below.
  private(set) var flagIndex = 0
  private var openHouseholds: Set<String> = []
  /// How many children there are in each band; counted once for each list received.
  private(set) var counts = ""
  /// Whether only the top of the list has been read yet.
  private var isHead = false
  /// Rows that arrived after the list was opened and that the cursor has not been on yet.
  private(set) var arrived: Set<String> = []
  /// The record last read of a child, shown beside the list.
  private(set) var file: CaseFile?

  var selected: FlaggedRow? {
    rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil
  }

  /// The flag of the selected row that the keys are about.
  var selectedFlag: Flag? {
    guard let flags = selected?.flags, !flags.isEmpty else { return nil }
    return flags[flagIndex % flags.count]
  }

  static let columns = ["band", "child", "age", "plan", "open since"]

  var rowCount: Int { rows.count }

  func page(_ situation: Situation) -> Int { FlaggedList.page(situation.size) }

  func text(ofRow row: Int, _ situation: Situation) -> String {
    rows[row].text(on: situation.today)
  }

  /// How many rows fit: all but title, heads, rule, three lines of detail and the footer.
  static func page(_ size: Size) -> Int {
    max(1, size.rows - (size.rows < 14 ? 4 : 7))
  }

  /// Whether there is room for the selected child beside the list.
  static func isWide(_ size: Size) -> Bool { size.columns >= 132 && size.rows >= 14 }

  var requests: [ReadRequest] { [.flagged] }
  var selectedChild: Child? { selected?.lines.first?.child }

  /// Requests the record of the selected child, if there is room to show it beside the list.
  private func preview(_ size: Size) -> [Step] {
    guard FlaggedList.isWide(size), case .child(let child, _)? = selected else { return [] }
    return [.read(.child(child.line.id))]
  }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    if let steps = handleFinding(action, situation) { return steps + preview(situation.size) }
    switch action {
    case .move(let motion):
      showsEvidence = false
      flagIndex = 0
      cursor.move(motion, count: rows.count, page: FlaggedList.page(situation.size))
      if let selected { arrived.remove(selected.id) }
      return preview(situation.size)
    case .evidence: showsEvidence.toggle()
    case .nextFlag: flagIndex += 1
    default: return act(action, situation)
    }
    return []
  }

  /// Goes from a child to the next one on the list, or to the one before; nil when there is none.
  ///
  /// The children of a closed household are gone through on the household's own row.
  mutating func step(
    from child: Identifier?, forward: Bool, _ situation: Situation
  ) -> CaseLine? {
    var order: [(row: Int, line: CaseLine)] = []
    for (row, item) in rows.enumerated() {
      if case .household(let ref, _) = item, openHouseholds.contains(ref) { continue }
      order += item.lines.map { (row, $0) }
    }
    guard let place = order.firstIndex(where: { $0.line.id == child }) else { return nil }
    let next = place + (forward ? 1 : -1)
    guard order.indices.contains(next) else { return nil }
    cursor.select(order[next].row, count: rows.count, page: page(situation))
    arrived.remove(rows[order[next].row].id)
    return order[next].line
  }

  mutating func act(_ action: Action, _ situation: Situation) -> [Step] {
    guard let selected else { return [] }
    switch selected {
    case .household(let ref, _):
      if openHouseholds.remove(ref) == nil { openHouseholds.insert(ref) }
      arrange(situation)
      return []
    case .child(let child, _):
      let line = child.line
      switch action {
      case .open: return [.push(ChildScreen(line))]
      case .facts:
        let page = FlagPage(
          selected.flags, at: selected.flags.firstIndex { $0.id == selectedFlag?.id } ?? 0,
          child: line.child, status: line.summary.status, file: nil)
        return [.push(page)]
      case .visit: return [.visit(line.child, line.summary.status)]
      case .sign: return selectedFlag.map { [.sign($0, line.child)] } ?? []
      case .answer: return selectedFlag.map { [.answer($0, line.child)] } ?? []
      default: return []
      }
    }
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    switch reply {
    case .flagged(let lines): return show(lines, situation)
    case .flaggedToday(let lines): show(head: lines, situation)
    case .child(let file): self.file = file
    default: break
    }
    return []
  }

  private mutating func show(_ lines: [CaseLine], _ situation: Situation) -> [Step] {
    let known = self.lines == nil || isHead ? nil : Set(rows.map(\.id))
    isHead = false
    self.lines = lines
    counts = FlaggedList.counts(of: lines, situation)
    arrange(situation)
    if let known { arrived.formUnion(rows.map(\.id).filter { !known.contains($0) }) }
    return preview(situation.size)
  }

  /// Shows the top of the list until all of it has been read.
  private mutating func show(head lines: [CaseLine], _ situation: Situation) {
    guard self.lines == nil, !lines.isEmpty else { return }
    (self.lines, isHead) = (lines, true)
    counts = "Reading the rest…"
    arrange(situation)
  }

  /// `3 today · 5 this week · 9 supervision`, each child counted once, in their band.
  private static func counts(of lines: [CaseLine], _ situation: Situation) -> String {
    let places = lines.map { $0.place(at: situation.now) }
    return FlaggedOrder.counts(places).map { "\($0.children) \($0.band.inTitle)" }
      .joined(separator: " · ")
  }

  /// Rebuilds the rows; the selection stays on the same row.
  mutating func arrange(_ situation: Situation) {
    let before = selected?.id
    // Frees the old rows before the new ones are made.
    rows = []
    rows = FlaggedRow.arranged(lines ?? [], open: openHouseholds, finder, situation)
    let place = rows.firstIndex { $0.id == before } ?? cursor.selected
    cursor.select(place, count: rows.count, page: FlaggedList.page(situation.size))
  }
}
