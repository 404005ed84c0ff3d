import Cells
import Records

/// Forms that were left unsaved, the latest first: none goes away by itself, however old.
struct UnfinishedScreen: ListScreen {
  static let keys = KeyTable<Action>.list([
    .init([.enter], "Enter", hint: "open", "Opens the form as it was left.", .open),
    .init([.character("x")], "x", hint: "discard", "Discards it, after asking.", .discard),
    .init(
      [.character("y")], "y", hint: nil, "Says yes to discarding; any other key says no.", .yes),
  ])

  private var all: [UnfinishedForm]?
  var cursor = RowCursor()
  var finder = Finder()
  /// The form that the question whether to discard is about.
  private var asks: Draft.Key?

  static let columns = ["kept", "child", "form"]

  var rowCount: Int { forms?.count ?? 0 }

  func text(ofRow row: Int, _ situation: Situation) -> String { forms?[row].text ?? "" }

  mutating func arrange(_ situation: Situation) {
    let place = forms?.firstIndex { $0.draft.key == shown } ?? cursor.selected
    cursor.select(place, count: rowCount, page: page(situation))
  }

  /// The form that the cursor was last moved to.
  private var shown: Draft.Key?

  /// The forms that are shown, in the order chosen.
  private var forms: [UnfinishedForm]? {
    guard let all else { return nil }
    let kept = all.filter { finder.keeps($0.text) }
    let sorted = finder.column.map { column in kept.sorted { $0.key(column) < $1.key(column) } }
    return finder.isReversed ? (sorted ?? kept).reversed() : sorted ?? kept
  }

  private var selected: UnfinishedForm? {
    guard let forms, forms.indices.contains(cursor.selected) else { return nil }
    return forms[cursor.selected]
  }

  var requests: [ReadRequest] { [.unfinished] }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    let asked = asks
    asks = nil
    if let steps = handleFinding(action, situation) { return steps }
    switch action {
    case .move(let motion):
      cursor.move(motion, count: forms?.count ?? 0, page: page(situation))
      shown = selected?.draft.key
    case .open: return selected.map { [.resume($0)] } ?? []
    case .discard: asks = selected?.draft.key
    case .yes:
      guard let selected, selected.draft.key == asked else { return [] }
      return [.request(.store(.discardDraft(selected.draft.key))), .read(.unfinished)]
    default: break
    }
    return []
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .unfinished(let forms) = reply else { return [] }
    asks = nil
    all = forms
    arrange(situation)
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title("Unfinished  your own forms that were not saved", right: finder.words)
    frame.write(finder.head("Kept", 0), row: 1, column: 2, style: .dim)
    frame.write(finder.head("Child", 1), row: 1, column: 20, style: .dim)
    frame.write(finder.head("What", 2), row: 1, column: 41, style: .dim)
    let (forms, selected) = (forms, selected)
    frame.rows(cursor, of: forms?.count ?? 0, page: page(situation)) { frame, place in
      if let forms { draw(forms[place.index], at: place, in: &frame, situation) }
    }
    if forms?.isEmpty ?? true {
      frame.write(
        forms == nil ? "Reading…" : "Nothing is unfinished.", row: 2, column: 2, style: .dim)
    }
    var told = situation
    if let selected, asks == selected.draft.key {
      told.notice =
        "Discard the \(selected.draft.key.form.words) about \(selected.child.displayName)? y or no"
    }
    frame.foot(keys, told, finder)
    return frame
  }

  private func draw(
    _ form: UnfinishedForm, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let (row, style) = (place.line, place.style)
    let (day, time) = form.draft.keptAt.london
    frame.cell(
      "\(day.written(today: situation.today)) \(time)", row: row, column: 2, width: 17,
      style: style)
    frame.cell(form.child.listName, row: row, column: 20, width: 20, style: style)
    frame.cell(
      "\(form.draft.key.form.words): \(form.firstWords)", row: row, column: 41,
      width: frame.size.columns - 41, style: style)
  }
}

extension Draft.Form {
  var words: String {
    switch self {
    case .visit: "visit"
    case .amendment: "amendment"
    case .answer: "answer"
    case .fact: "addition"
    }
  }
}

extension UnfinishedForm {
  /// Everything that the list is searched by: child, kind of form, and what was typed.
  fileprivate var text: String {
    ([child.displayName, child.ref, draft.key.form.words] + draft.fields.map(\.text))
      .joined(separator: " ")
  }

  fileprivate func key(_ column: Int) -> ListKey {
    switch UnfinishedScreen.columns[column] {
    case "child": .text(child.sortKey)
    case "form": .text(draft.key.form.words)
    default: .number(-draft.keptAt.seconds)
    }
  }

  /// The longest text typed in somebody's own words, which they will recognise.
  fileprivate var firstWords: String {
    let words = draft.fields.filter { field in
      !UnfinishedForm.circumstances.contains { field.name.hasPrefix($0) }
    }
    return words.map(\.text).max { $0.count < $1.count }.map { "\"\($0)\"" } ?? ""
  }

  /// Rows that say when and by whom, and nothing in a person's own words.
  private static let circumstances = [
    DraftMoment.name, "when", "kind", "agency", "professional", "day", "answer", "rung", "owner",
    "due", "reviewBy", "reason", VisitForm.lineName, VisitForm.siblingName,
  ]
}
