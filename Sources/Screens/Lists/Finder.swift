import Cells
import Records

/// What a list is searched for, filtered by and ordered by.
struct Finder: Hashable, Sendable {
  enum Prompt: Hashable, Sendable {
    case find, filter
  }

  /// What a key at the prompt changed.
  enum Change: Hashable, Sendable {
    case nothing
    /// The text to search for changed.
    case sought
    /// The words to filter by changed.
    case filtered
    /// Enter: what is typed is accepted.
    case accepted
    /// Esc in a search: go back to the row where it began.
    case cancelled(row: Int)
  }

  private(set) var prompt: Prompt?
  private var typed = TypedText()
  /// What n and N look for.
  private(set) var sought = ""
  /// Only rows that contain these words are shown.
  private(set) var filter = ""
  /// The column that rows are ordered by; nil for the list's own order.
  var column: Int?
  var isReversed = false
  /// The row that the cursor was on when the prompt was opened.
  private(set) var origin = 0

  var isNarrowed: Bool { !filter.isEmpty || !sought.isEmpty }

  mutating func begin(_ prompt: Prompt, at row: Int) {
    self.prompt = prompt
    typed = TypedText(prompt == .find ? "" : filter, isSuggested: false)
    origin = row
  }

  /// Handles a key while the prompt is open.
  mutating func handle(_ key: Key) -> Change {
    guard let prompt else { return .nothing }
    switch key {
    case .enter:
      self.prompt = nil
      return .accepted
    case .escape, .control("c"):
      self.prompt = nil
      (sought, filter) = prompt == .find ? ("", filter) : (sought, "")
      return prompt == .find ? .cancelled(row: origin) : .filtered
    default:
      guard typed.handle(key) else { return .nothing }
    }
    if prompt == .find { sought = typed.text } else { filter = typed.text }
    return prompt == .find ? .sought : .filtered
  }

  mutating func clear() {
    (sought, filter) = ("", "")
  }

  /// Orders by the next column, or by the list's own order after the last.
  mutating func nextColumn(of count: Int) {
    isReversed = false
    let next = (column ?? -1) + 1
    column = next < count ? next : nil
  }

  /// Whether each word of the filter begins a word of `text`.
  func keeps(_ text: @autoclosure () -> String) -> Bool {
    let words = folded(filter).split(separator: " ")
    if words.isEmpty { return true }
    let text = " " + folded(text())
    return words.allSatisfy { text.contains(" " + $0) }
  }

  /// Returns the head of a column, with an arrow if rows are ordered by it.
  func head(_ name: String, _ number: Int) -> String {
    column == number ? name + (isReversed ? "↑" : "↓") : name
  }

  /// What the title says of it: `filter "x"`.
  var words: String { filter.isEmpty ? "" : "filter \"\(filter)\"" }

  /// Writes the prompt over the line above the keys, with the cursor in it.
  func draw(in frame: inout Frame) {
    guard let prompt else { return }
    let row = max(0, frame.size.rows - 2)
    let head = prompt == .find ? "Find in this list: " : "Only rows with: "
    frame.fill(row: row, style: .input)
    let end = frame.write(
      padded(head + typed.text, to: frame.size.columns), row: row, column: 0, style: .input)
    let column = TextWidth.columns(of: head + typed.beforeCursor)
    frame.cursor = Position(row: row, column: min(column, max(0, end - 1)))
  }
}

/// A list of rows that can be searched, filtered and ordered.
protocol FindableList {
  var finder: Finder { get set }
  var cursor: RowCursor { get set }
  var rowCount: Int { get }
  /// The names of the columns that it can be ordered by.
  static var columns: [String] { get }
  /// How many rows fit.
  func page(_ situation: Situation) -> Int
  /// Returns everything that a row says, to be searched.
  func text(ofRow row: Int, _ situation: Situation) -> String
  /// Rebuilds the rows by filter and order; the selection stays on the same row.
  mutating func arrange(_ situation: Situation)
}

extension FindableList {
  func page(_ situation: Situation) -> Int { max(1, situation.size.rows - 4) }

  /// Carries out an action that searches, filters or orders; nil for any other.
  mutating func handleFinding(_ action: Action, _ situation: Situation) -> [Step]? {
    switch action {
    case .find: finder.begin(.find, at: cursor.selected)
    case .filter: finder.begin(.filter, at: cursor.selected)
    case .nextMatch: return goToMatch(forward: true, from: cursor.selected + 1, situation)
    case .previousMatch: return goToMatch(forward: false, from: cursor.selected - 1, situation)
    case .order where !Self.columns.isEmpty:
      finder.nextColumn(of: Self.columns.count)
      arrange(situation)
      return [.say(orderWords)]
    case .reverse where !Self.columns.isEmpty:
      finder.isReversed.toggle()
      arrange(situation)
      return [.say(orderWords)]
    case .order, .reverse: return [.say("This list has one order.")]
    default: return nil
    }
    return []
  }

  private var orderWords: String {
    let name = finder.column.map { Self.columns[$0] } ?? "the list's own order"
    return "Ordered by \(name)\(finder.isReversed ? ", from the end" : "")."
  }

  /// Handles a key of the prompt.
  mutating func typeFinding(_ key: Key, _ situation: Situation) -> [Step] {
    switch finder.handle(key) {
    case .nothing, .accepted: return []
    case .filtered:
      arrange(situation)
      return []
    case .sought: return goToMatch(forward: true, from: finder.origin, situation)
    case .cancelled(let row):
      cursor.select(row, count: rowCount, page: page(situation))
      return []
    }
  }

  /// Goes to the next row that contains the text, round the end if need be, and says so.
  private mutating func goToMatch(
    forward: Bool, from start: Int, _ situation: Situation
  ) -> [Step] {
    let text = folded(finder.sought)
    if text.isEmpty {
      return finder.prompt == nil ? [.say("Nothing is looked for: / finds text in this list.")] : []
    }
    let count = rowCount
    for step in 0..<count {
      let place = forward ? start + step : start - step
      let row = ((place % count) + count) % count
      guard (" " + folded(self.text(ofRow: row, situation))).contains(text) else { continue }
      cursor.select(row, count: count, page: page(situation))
      let isWrapped = place != row
      return isWrapped ? [.say("\"\(finder.sought)\": gone round the end of the list.")] : []
    }
    return [.say("No row of this list holds \"\(finder.sought)\".")]
  }

  /// Clears the search and the filter; false when there is neither.
  mutating func clearFinding(_ situation: Situation) -> Bool {
    guard finder.isNarrowed else { return false }
    finder.clear()
    arrange(situation)
    return true
  }
}
