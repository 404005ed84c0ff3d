internal import Cells
internal import Records

/// What a form wants of its owner after a key.
package enum FormOutcome: Hashable, Sendable {
  case staying
  /// Close it, and keep the value as the draft.
  case leaving
  /// Everything is in order: carry out the wish, then close it or tell it why not.
  case saving(Wish)
}

/// Rows to fill in, one of which has the focus; knows no child and no flag.
///
/// This folder answers for typing: whatever the size, the focus is on the screen with the cursor in
/// it, and nothing typed is ever dropped without a word.
struct Form<Name: Hashable & Sendable>: Hashable, Sendable {
  private(set) var rows: [FormRow<Name>]
  private(set) var focus = 0
  /// A wish is on its way: only leaving is possible until it comes back.
  private(set) var isSaving = false
  /// Why the last save was refused.
  private(set) var refusal: String?
  /// What stood in the fields at first.
  private let opening: [Content]

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
    case nothing, save, leave
    case edited(Name)
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

  /// A fact of one line, without blanks at its ends.
  func lineFact(_ name: Name) -> String? {
    fact(name).map { trimmed($0) }
  }

  /// The value behind the chosen option.
  func chosen<Value>(_ name: Name, of values: [Value]) -> Value? {
    self[name]?.field.chosen.map { values[$0] }
  }

  // MARK: Keys

  mutating func take(_ key: Key, columns: Int) -> Event {
    let action = KeyTable<FormAction>.form.action(of: key)
    if isSaving { return action == .leave ? .leave : .nothing }
    let name = rows[focus].name
    let width = FormLayout(columns: columns).width(of: rows[focus])
    if action != .save, action != .leave, rows[focus].field.take(key, width: width) {
      noteEdit()
      return .edited(name)
    }
    switch action {
    case .save: return .save
    case .leave: return .leave
    case .next:
      move(by: 1)
      return .passed(name)
    case .previous:
      move(by: -1)
      return .nothing
    case .edit, nil: return .nothing
    }
  }

  private mutating func noteEdit() {
    let row = rows[focus]
    rows[focus].problem =
      row.field.isFull
      ? "\(row.label): not taken in, since a field holds 64 kB. Shorten it, or log the rest apart."
      : nil
  }

  @discardableResult
  private mutating func move(by step: Int) -> Bool {
    var index = focus + step
    while rows.indices.contains(index), rows[index].presence == .hidden { index += step }
    guard rows.indices.contains(index) else { return false }
    focus = index
    return true
  }

  // MARK: Saving

  /// Shows what is wrong and goes to the first of it.
  mutating func show(_ problems: [Name: String]) {
    refusal = nil
    for index in rows.indices { rows[index].problem = problems[rows[index].name] }
    focus = rows.firstIndex { $0.problem != nil && $0.presence != .hidden } ?? focus
  }

  /// Takes down the problems that are mended.
  mutating func keep(_ problems: [Name: String]) {
    for index in rows.indices where rows[index].problem != nil && !rows[index].field.isFull {
      rows[index].problem = problems[rows[index].name]
    }
  }

  /// Keeps some rows with what stands in them and puts others in place of the rest.
  mutating func replace(keeping isKept: (Name) -> Bool, with new: [FormRow<Name>]) {
    let focused = rows[focus].name
    rows = rows.filter { isKept($0.name) } + new
    focus = rows.firstIndex { $0.name == focused } ?? 0
  }

  /// Puts rows before another and goes to the first of them.
  mutating func insert(_ new: [FormRow<Name>], before name: Name) {
    guard let index = rows.firstIndex(where: { $0.name == name }) else { return }
    rows.insert(contentsOf: new, at: index)
    focus = index
  }

  /// Hides every row but these.
  mutating func show(only names: Set<Name>) {
    for index in rows.indices {
      rows[index].presence = names.contains(rows[index].name) ? .shown : .hidden
    }
  }

  mutating func startSaving() {
    isSaving = true
    refusal = nil
  }

  mutating func refused(_ sentence: String) {
    isSaving = false
    refusal = sentence
  }
}
