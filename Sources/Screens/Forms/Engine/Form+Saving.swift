internal import Cells
internal import Records

// Showing problems, and changing rows from outside.

extension Form {
  /// Shows the problems and moves the focus to the first.
  mutating func show(_ problems: [Name: String]) {
    refusal = nil
    for index in rows.indices { rows[index].problem = problems[rows[index].name] }
    focus = rows.firstIndex { $0.problem != nil && $0.presence != .hidden } ?? focus
    summary = problemCount > 1 ? 0 : nil
  }

  /// Removes the problems that have been mended.
  mutating func keep(_ problems: [Name: String]) {
    for index in rows.indices
    where rows[index].problem != nil && !rows[index].field.isFull
      && rows[index].field.sentence == nil
    {
      rows[index].problem = problems[rows[index].name]
    }
  }

  /// Removes the rows that `isKept` rejects and appends `new` ones; the others stay as they are.
  mutating func replace(keeping isKept: (Name) -> Bool, with new: [FormRow<Name>]) {
    let focused = rows[focus].name
    rows = rows.filter { isKept($0.name) } + new
    focus = rows.firstIndex { $0.name == focused } ?? 0
  }

  /// Inserts rows before the row `name` and moves the focus to the first of them.
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

  /// Replaces the contents of a row by a text, which can be undone, or by the option of that name.
  mutating func replace(_ name: Name, by text: String) {
    guard let row = self[name] else { return }
    self[name]?.field = row.field.replaced(by: text)
  }

  /// Sets a row to a text, or to the option of that name, as if it had been there from the start.
  mutating func hold(_ name: Name, _ text: String) {
    guard let row = self[name] else { return }
    self[name]?.field = row.field.holding(text)
  }

  mutating func replaceFocused(by text: String) {
    rows[focus].field = rows[focus].field.replaced(by: text)
  }

  mutating func startSaving() {
    isSaving = true
    refusal = nil
  }

  mutating func refused(_ sentence: String) {
    isSaving = false
    refusal = sentence
  }

  /// The contents of the rows, as a draft stores them; empty rows are left out.
  var content: [Draft.Field] {
    rows.map { Draft.Field($0.name.key, $0.field.chosenText ?? $0.field.text) }
      .filter { !$0.text.isEmpty }
  }

  /// Restores the contents of a draft; rows that it does not name are emptied.
  mutating func restore(_ fields: [Draft.Field]) {
    let texts = Dictionary(
      fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    for index in rows.indices {
      rows[index].field = rows[index].field.holding(texts[rows[index].name.key] ?? "")
    }
  }
}
