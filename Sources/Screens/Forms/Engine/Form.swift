internal import Cells
internal import Records

/// What a form asks of the workbench after a key.
package enum FormOutcome: Hashable, Sendable {
  case staying
  /// Close the form and save what was typed as a draft.
  case leaving
  /// Close the form and discard what was typed.
  case discarding
  /// Nothing is wrong: carry out the request, then close the form or tell it why it was refused.
  case saving(StoreRequest)
  /// Open the text of the field in the person's own editor.
  case editing(String)
}

/// Rows to fill in, one of which has the focus; a form knows no child and no flag.
///
/// This folder answers for typing: at any size the focused field and its cursor are on the screen, and
/// nothing typed is ever dropped without a word. Where to look: `Form+Drawing` for drawing, `Form+Saving`
/// for problems and drafts, `FormScreen` for a whole screen.
///
///     var form = Form<FactFormField>([FormRow(.day, "When", .text(TextField("today")), hint: "")])
///     form.handle(.character("y"), columns: 80)  // .change(.edited(.day))
///     form.text(.day)  // "y": typing replaces what was only suggested
struct Form<Name: RowName>: Hashable, Sendable {
  var rows: [FormRow<Name>]
  var focus = 0
  /// Whether a save is under way: until its reply comes, the form can only be left.
  var isSaving = false
  /// Why the last save was refused.
  var refusal: String?
  /// The question that the next key answers.
  private(set) var question: FormQuestion?
  /// The problem selected while several are listed after a failed save; nil otherwise.
  var summary: Int?
  /// The initial contents of the fields.
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

  /// What a key led to.
  enum Event: Hashable, Sendable {
    case nothing, save, leave, discard
    /// Open the text of the focused field in the person's own editor.
    case editor(String)
    case change(Change)
  }

  /// A change that the form's owner may answer with an echo, a problem or further rows.
  enum Change: Hashable, Sendable {
    case edited(Name)
    /// Move the day in a field by `days`.
    case shifted(Name, days: Int)
    case sameAsLast
    /// The key for the next field was pressed, in the last field too.
    case passed(Name)
  }

  init(_ rows: [FormRow<Name>]) {
    self.rows = rows
    opening = rows.map(Content.init)
  }

  /// Whether nothing was typed or chosen beyond the initial contents.
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

  /// Returns the text of a row; nil when it is blank.
  func fact(_ name: Name) -> String? {
    let text = text(name)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// Whether the text says something, as a reason must.
  func says(_ name: Name) -> Bool { saysSomething(text(name)) }

  /// Returns the text of a row without blanks at its ends; nil when it is blank.
  func lineFact(_ name: Name) -> String? {
    fact(name).map { trimmed($0) }
  }

  /// Returns the value of the chosen option; `values` are in the order of the options.
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

  /// Shows or clears the problem of the focused field after a change.
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

  /// Handles a key while problems are listed, and returns whether it is used up.
  ///
  /// Up and Down move among them. Enter goes to the field of the selected one; so does any other key, which
  /// that field then handles. The keys that save and leave are not handled here.
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
