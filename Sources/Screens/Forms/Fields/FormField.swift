internal import Cells

/// What is typed or chosen in one row of a form.
enum FormField: Hashable, Sendable {
  case text(TextField)
  case area(TextArea)
  case choice(ChoiceField)

  mutating func handle(_ key: Key, width: Int) -> Bool {
    switch self {
    case .text(var field):
      defer { self = .text(field) }
      return field.handle(key)
    case .area(var field):
      defer { self = .area(field) }
      return field.handle(key, width: width)
    case .choice(var field):
      defer { self = .choice(field) }
      return field.handle(key)
    }
  }

  func drawn(width: Int, isFocused: Bool) -> DrawnField {
    switch self {
    case .text(let field): field.drawn(width: width)
    case .area(let field): field.drawn(width: width)
    case .choice(let field): field.drawn(width: width, isFocused: isFocused)
    }
  }

  /// Returns the same field set to a text, which typing adds to, or to the option of that name.
  func holding(_ text: String) -> FormField {
    switch self {
    case .text: .text(TextField(text, isSuggested: false))
    case .area(let area): .area(area.holding(text))
    case .choice(let choice): .choice(choice.choosing(text))
    }
  }

  /// What was typed; empty for a choice.
  var text: String {
    switch self {
    case .text(let field): field.typed.text
    case .area(let field): field.typed.text
    case .choice: ""
    }
  }

  /// Whether it is a note, which may have any number of lines.
  var takesNewlines: Bool {
    if case .area(let field) = self { field.typed.takesNewlines } else { false }
  }

  /// Returns the same field with its text replaced, which can be undone, or with the option of that name.
  func replaced(by text: String) -> FormField {
    switch self {
    case .text(var field):
      field.replace(by: text)
      return .text(field)
    case .area(var field):
      field.replace(by: text)
      return .area(field)
    case .choice(let field): return .choice(field.choosing(text))
    }
  }

  /// The number of the chosen option; nil for text.
  var chosen: Int? {
    if case .choice(let field) = self { field.chosen } else { nil }
  }

  /// The sentence typed into a choice by mistake; nil otherwise.
  var sentence: String? {
    if case .choice(let field) = self { field.sentence } else { nil }
  }

  /// Whether the last key or paste was refused because the text would have become too long.
  var isFull: Bool {
    switch self {
    case .text(let field): field.typed.isFull
    case .area(let field): field.typed.isFull
    case .choice: false
    }
  }
}

/// One row of a form: a field, what it is called and what to say about it.
struct FormRow<Name: RowName>: Hashable, Sendable {
  let name: Name
  let label: String
  /// One line of help while the field has the focus.
  var hint: String
  var field: FormField
  let place: FormPlace
  var presence = Presence.shown
  /// How what was typed is understood.
  var echo: String?
  /// What is wrong, and how to mend it, in a sentence.
  var problem: String?
  /// Names on record with which typing can be completed.
  var candidates: [String] = []

  enum Presence: Hashable, Sendable {
    case shown, hidden
    /// Has no meaning given the other rows; it can still be reached.
    case dimmed
  }

  init(
    _ name: Name, _ label: String, _ field: FormField, place: FormPlace = .whole, hint: String
  ) {
    self.name = name
    self.label = label
    self.field = field
    self.place = place
    self.hint = hint
  }
}

/// Which part of a line a row fills where there is room for two.
enum FormPlace: Hashable, Sendable {
  case whole
  /// A short text, with its echo to the right.
  case short
  /// The left half; the next row is beside it.
  case left
  /// The right half, beside the row before.
  case right
}
