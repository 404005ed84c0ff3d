import Cells
import Records

/// Every contact with any child: a million rows, of which only those near the screen are in memory.
struct LogScreen: Screen {
  static let keys = KeyTable<Action>.list([
    .init([.enter], "Enter", hint: "read", "Reads the whole contact.", .open),
    .init([.character("v")], "v", hint: "visit", "Logs a contact with the same child.", .visit),
  ])

  /// The query shown now; `asked` is the one requested and not yet received.
  private(set) var query = LogQuery()
  private(set) var asked: LogQuery?
  private(set) var rows = LogRows()
  private(set) var cursor = RowCursor()
  private(set) var finder = Finder()
  /// The rows that contain the text searched for, in order; nil until the store has replied.
  private var matches: [Int]?
  /// Which way to go once it has replied.
  private var goesForward = true
  /// The query whose matches are awaited.
  private var matching: LogQuery?

  func page(_ situation: Situation) -> Int { max(1, situation.size.rows - 4) }

  var selected: LogEntry? { rows[cursor.selected] }
  var selectedChild: Child? { selected?.child }
  var isTyping: Bool { finder.prompt != nil }

  /// Read when the screen opens and whenever the store changes: the newest rows first, since they come at
  /// once, then the index of all.
  var requests: [ReadRequest] {
    (rows.isEmpty ? [.log(.newest)] : [])
      + [.log(.index(of: asked ?? query, keeping: selected?.id))]
  }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    switch action {
    case .move(let motion):
      cursor.move(motion, count: rows.count, page: page(situation))
      return read(situation)
    case .open:
      return selected.map { [.push(ReadingScreen($0.contact, child: $0.child))] } ?? []
    case .visit: return selected.map { [.visit($0.child, nil)] } ?? []
    case .find: finder.begin(.find, at: cursor.selected)
    case .filter: finder.begin(.filter, at: cursor.selected)
    case .nextMatch: return look(forward: true, situation)
    case .previousMatch: return look(forward: false, situation)
    case .order:
      var next = asked ?? query
      next.order = LogQuery.Order.allCases.after(next.order)
      next.isReversed = false
      return ask(next)
    case .reverse:
      var next = asked ?? query
      next.isReversed.toggle()
      return ask(next)
    default: break
    }
    return []
  }

  mutating func select(row: Int, _ situation: Situation) -> [Step] {
    let page = page(situation)
    let place = cursor.top(page: page, count: rows.count) + row
    guard row < page, place < rows.count else { return [] }
    cursor.select(place, count: rows.count, page: page)
    return read(situation)
  }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] {
    let prompt = finder.prompt
    switch finder.handle(key) {
    case .accepted where prompt == .filter: return narrow()
    case .accepted:
      matches = nil
      return look(forward: true, situation)
    case .filtered where finder.prompt == nil: return narrow()
    case .cancelled(let row):
      cursor.select(row, count: rows.count, page: page(situation))
      return read(situation)
    // A million rows are searched when Enter is pressed, and not at each letter.
    case .nothing, .sought, .filtered: return []
    }
  }

  private mutating func narrow() -> [Step] {
    var next = asked ?? query
    next.words = finder.filter
    return ask(next)
  }

  private mutating func ask(_ next: LogQuery) -> [Step] {
    asked = next
    matches = nil
    return [.read(.log(.index(of: next, keeping: selected?.id)))]
  }

  /// Stops the query that is being read, or else clears the search and the filter; nil when there is none of these.
  mutating func clear(_ situation: Situation) -> [Step]? {
    if asked != nil { return [.request(.stopReading)] }
    guard finder.isNarrowed || !query.words.isEmpty else { return nil }
    finder.clear()
    matches = nil
    guard !query.words.isEmpty else { return [] }
    var next = query
    next.words = ""
    return ask(next)
  }

  // MARK: Finding

  private mutating func look(forward: Bool, _ situation: Situation) -> [Step] {
    guard !finder.sought.isEmpty else {
      return [.say("Nothing is looked for: / finds text in this list.")]
    }
    goesForward = forward
    guard let matches else {
      var words = query
      words.words = [query.words, finder.sought].filter { !$0.isEmpty }.joined(separator: " ")
      matching = words
      return [.read(.log(.matches(of: words))), .say("Looking for \"\(finder.sought)\"…")]
    }
    return go(to: matches, situation)
  }

  private mutating func go(to matches: [Int], _ situation: Situation) -> [Step] {
    let here = cursor.selected
    let next = goesForward ? matches.first { $0 > here } : matches.last { $0 < here }
    guard let row = next ?? (goesForward ? matches.first : matches.last) else {
      return [.say("No contact of this list holds \"\(finder.sought)\".")]
    }
    cursor.select(row, count: rows.count, page: page(situation))
    let words =
      next == nil ? "gone round the end of the list" : LogScreen.held(by: matches.count)
    return read(situation) + [.say("\"\(finder.sought)\": \(words).")]
  }

  private static func held(by count: Int) -> String {
    "\(counted(count, "contact")) \(count == 1 ? "holds" : "hold") it"
  }

  /// Requests the rows near the screen that are not in memory.
  mutating func read(_ situation: Situation) -> [Step] {
    let page = page(situation)
    let top = cursor.top(page: page, count: rows.count)
    return rows.requests(around: top..<min(rows.count, top + page)).map { .read(.log($0)) }
  }
}

// MARK: Replies

extension LogScreen {
  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .log(let reply) = reply else { return [] }
    switch reply {
    case .newest(let entries): show(newest: entries, situation)
    case .index(let index, let query, let place):
      return show(index, of: query, place: place, situation)
    case .matches(let index, let query): return show(matches: index, of: query, situation)
    case .rows(let entries, let block, let generation):
      rows.add(entries, block: block, generation: generation)
    case .stopped(let query): return stop(query)
    }
    return []
  }

  private mutating func show(
    matches index: LogIndex, of asked: LogQuery, _ situation: Situation
  ) -> [Step] {
    guard finder.prompt == nil, asked == matching, !finder.sought.isEmpty else { return [] }
    matching = nil
    let found = rows.rows(of: index)
    matches = found
    // The row on which the search began counts as found.
    if goesForward, found.contains(cursor.selected) {
      return [.say("\"\(finder.sought)\": \(LogScreen.held(by: found.count)).")]
    }
    return go(to: found, situation)
  }

  /// Shows the newest rows, before the index of all has been read.
  private mutating func show(newest entries: [LogEntry], _ situation: Situation) {
    guard rows.index == nil else { return }
    rows = LogRows(newest: entries)
    cursor.select(cursor.selected, count: rows.count, page: page(situation))
  }

  /// Shows the index of a query; `place` is that of the contact that was selected.
  private mutating func show(
    _ index: LogIndex, of query: LogQuery, place: Int32?, _ situation: Situation
  ) -> [Step] {
    guard query == (asked ?? self.query) else { return [] }
    let isNew = query != self.query
    self.query = query
    asked = nil
    matches = nil
    rows.replace(by: index, isNewQuery: isNew)
    let row = place.flatMap { index.row(of: $0) } ?? (isNew ? 0 : cursor.selected)
    cursor.select(row, count: rows.count, page: page(situation))
    return read(situation)
  }

  private mutating func stop(_ query: LogQuery) -> [Step] {
    guard query == asked else { return [] }
    asked = nil
    return [.say("Stopped: the list is as it was.")]
  }
}

extension Array where Element: Equatable {
  /// Returns the element after another; the first one after the last.
  func after(_ element: Element) -> Element {
    self[((firstIndex(of: element) ?? -1) + 1) % count]
  }
}
