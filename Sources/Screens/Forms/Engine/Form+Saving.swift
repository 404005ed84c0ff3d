internal import Cells
internal import Records

// What is shown of problems, and how rows are changed from outside.

extension Form {
  /// Shows what is wrong and goes to the first of it.
  mutating func show(_ problems: [Name: String]) {
    refusal = nil
    for index in rows.indices { rows[index].problem = problems[rows[index].name] }
    focus = rows.firstIndex { $0.problem != nil && $0.presence != .hidden } ?? focus
    summary = problemCount > 1 ? 0 : nil
  }

  /// Takes down the problems that are mended.
  mutating func keep(_ problems: [Name: String]) {
    for index in rows.indices
    where rows[index].problem != nil && !rows[index].field.isFull
      && rows[index].field.sentence == nil
    {
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

  /// Puts a text, or the option of that name, in place of what stands in a row.
  mutating func replace(_ name: Name, by text: String) {
    guard let row = self[name] else { return }
    self[name]?.field = row.field.replaced(by: text)
  }

  /// Puts a text, or the option of that name, into a row as what stands there.
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

  /// What stands in the rows, as a draft keeps it.
  var content: [Draft.Field] {
    rows.map { Draft.Field($0.name.key, $0.field.chosenText ?? $0.field.text) }
      .filter { !$0.text.isEmpty }
  }

  /// Puts back what a draft kept; rows that it does not name stand empty, as they did.
  mutating func restore(_ fields: [Draft.Field]) {
    let texts = Dictionary(
      fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    for index in rows.indices {
      rows[index].field = rows[index].field.holding(texts[rows[index].name.key] ?? "")
    }
  }
}
