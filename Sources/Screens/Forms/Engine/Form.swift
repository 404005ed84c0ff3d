internal import Cells
internal import Records

/// What a form asks of the workbench after a key.
package enum FormOutcome: Hashable, Sendable {
  case staying
  /// Close it, and keep the value as the draft.
  case leaving
  /// Close it, and keep nothing.
  case discarding
  /// Everything is in order: carry out the request, then close it or tell it why not.
  case saving(StoreRequest)
  /// Let the person's own editor have the text of the field.
  case editing(String)
}

/// Rows to fill in, one of which has the focus; knows no child and no flag.
///
/// This folder answers for typing: whatever the size, the focus is on the screen with the cursor in
/// it, and nothing typed is ever dropped without a word.
struct Form<Name: RowName>: Hashable, Sendable {
  var rows: [FormRow<Name>]
  var focus = 0
  /// A save is on its way: only leaving is possible until it comes back.
  var isSaving = false
  /// Why the last save was refused.
  var refusal: String?
  /// What is asked before anything else is done.
  private(set) var question: FormQuestion?
  /// Which of the problems is selected while they are listed after a save that was refused.
  var summary: Int?
  /// What stood in the fields at first.
  private let opening: [Content]
  var completion: Completion?

  private struct Content: Hashable, Sendable {
    let text: String
    let chosen: Int?

    init(_ row: FormRow<Name>) {
      text = row.field.text
      chosen = row.field.chosen
    }
  }

  /// What became of a key.
  enum Event: Hashable, Sendable {
    case nothing, save, leave, discard
    /// The person's own editor is to have the text of the field with the focus.
    case editor(String)
    case change(Change)
  }

  /// What the owner of the form may follow with an echo, a problem or further rows.
  enum Change: Hashable, Sendable {
    case edited(Name)
    /// The day in a field is to move by so many days.
    case shifted(Name, days: Int)
    case sameAsLast
    /// The key that goes on was pressed in a field; from the last there is nowhere to go.
    case passed(Name)
  }

  init(_ rows: [FormRow<Name>]) {
    self.rows = rows
    opening = rows.map(Content.init)
  }

  /// Nothing was typed or chosen beyond what stood there at first.
  var isBlank: Bool { rows.map(Content.init) == opening }

  var problemCount: Int { rows.count { $0.problem != nil && $0.presence != .hidden } }

  subscript(name: Name) -> FormRow<Name>? {
    get { rows.first { $0.name == name } }
    set {
      guard let newValue, let index = rows.firstIndex(where: { $0.name == name }) else { return }
      rows[index] = newValue
    }
  }

  func text(_ name: Name) -> String { self[name]?.field.text ?? "" }

  /// The text as a fact: nil when it is blank.
  func fact(_ name: Name) -> String? {
    let text = text(name)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// Whether the text says something, as a reason must.
  func says(_ name: Name) -> Bool { saysSomething(text(name)) }

  /// A fact of one line, without blanks at its ends.
  func lineFact(_ name: Name) -> String? {
    fact(name).map { trimmed($0) }
  }

  /// The value behind the chosen option.
  func chosen<Value>(_ name: Name, of values: [Value]) -> Value? {
    self[name]?.field.chosen.map { values[$0] }
  }

  // MARK: Keys

  mutating func handle(_ key: Key, columns: Int) -> Event {
    let action = KeyTable<FormAction>.form.action(of: key)
    if isSaving { return action == .leave ? .leave : .nothing }
    if let question { return answer(question, key) }
    if let summary, handleInSummary(key, summary) { return .nothing }
    if action != .complete { completion = nil }
    if case .paste(let text) = key, text.utf8.count > FormQuestion.longPaste {
      question = .paste(text)
      return .nothing
    }
    let isTaken =
      action != .save && action != .leave
      && rows[focus].field.handle(key, width: FormLayout(columns: columns).width(of: rows[focus]))
    return isTaken ? edited() : carryOut(action, key)
  }

  private mutating func carryOut(_ action: FormAction?, _ key: Key) -> Event {
    let row = rows[focus]
    switch action {
    case .save: return .save
    case .leave: return .leave
    case .next:
      move(by: 1)
      return .change(.passed(row.name))
    case .previous:
      move(by: -1)
      return .nothing
    case .complete: return complete() ? edited() : .nothing
    case .dayBefore, .dayAfter:
      return row.place == .short
        ? .change(.shifted(row.name, days: key == .control("p") ? -1 : 1)) : .nothing
    case .sameAsLast: return .change(.sameAsLast)
    case .editor: return row.field.takesNewlines ? .editor(row.field.text) : .nothing
    case .template: return putIn(template: key) ? edited() : .nothing
    case .discard:
      question = .discard
      return .nothing
    case .edit, nil: return .nothing
    }
  }

  /// The field with the focus was changed.
  private mutating func edited() -> Event {
    let row = rows[focus]
    rows[focus].problem =
      if row.field.isFull {
        "\(row.label): not taken in, since a field holds 64 kB. Shorten it, or log the rest apart."
      } else if let sentence = row.field.sentence {
        """
        \(row.label): one of the words shown is chosen here, and a sentence goes into another row. Not taken \
        in: "\(sentence.prefix(300))"
        """
      } else {
        nil
      }
    return .change(.edited(row.name))
  }

  private mutating func answer(_ question: FormQuestion, _ key: Key) -> Event {
    self.question = nil
    guard key == .character("y") else { return .nothing }
    switch question {
    case .discard: return .discard
    case .paste(let text):
      return rows[focus].field.handle(.paste(text), width: 1) ? edited() : .nothing
    }
  }

  private mutating func putIn(template key: Key) -> Bool {
    guard case .alt(let digit) = key, let template = NoteTemplate.of(digit),
      rows[focus].field.takesNewlines
    else { return false }
    return rows[focus].field.handle(.paste(template.text), width: 1)
  }

  /// Moves among the problems listed; Enter goes to the field of one, and so does any other key,
  /// which is then taken there.
  private mutating func handleInSummary(_ key: Key, _ selected: Int) -> Bool {
    let problems = rows.indices.filter { rows[$0].problem != nil && rows[$0].presence != .hidden }
    switch key {
    case .up, .backTab: summary = max(0, selected - 1)
    case .down, .tab: summary = min(problems.count - 1, selected + 1)
    case .escape, .control("c"), .control("s"): return false
    default:
      focus = problems.indices.contains(selected) ? problems[selected] : focus
      summary = nil
      return key == .enter
    }
    return true
  }

  @discardableResult
  private mutating func move(by step: Int) -> Bool {
    var index = focus + step
    while rows.indices.contains(index), rows[index].presence == .hidden { index += step }
    guard rows.indices.contains(index) else { return false }
    focus = index
    return true
  }

  var focusedName: Name { rows[focus].name }

  mutating func go(to name: Name) {
    focus = rows.firstIndex { $0.name == name } ?? focus
  }

  mutating func goToFirst() {
    focus = rows.firstIndex { $0.presence != .hidden } ?? 0
  }
}
