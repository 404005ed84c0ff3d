internal import Cells

/// What a key does in a form.
package enum FormAction: Hashable, Sendable {
  case save, leave, next, previous
  case complete, dayBefore, dayAfter, sameAsLast, editor, template, discard
  /// Edits the focused field.
  case edit
}

extension KeyTable<FormAction> {
  /// The keys of every form; all but those that save and leave go to the focused field first.
  package static let form = KeyTable(going + helping + editing)

  private static let going: [Entry] = [
    .init([.control("s")], "Ctrl-S", hint: "save", "Saves, from any field.", .save),
    .init(
      [.escape, .control("c")], "Esc", hint: "leave, draft kept",
      "Leaves the form; what was typed is kept as a draft.", .leave),
    .init([.tab], "Tab", hint: "next", "Goes to the next field.", .next),
    .init([.backTab], "Shift-Tab", hint: "back", "Goes to the field before.", .previous),
    .init(
      [.enter, .down], "Enter Down", hint: nil,
      "Goes to the next field; in notes Enter begins a new line, and Down moves a line.", .next),
    .init([.up], "Up", hint: nil, "Goes to the field before; in notes a line up.", .previous),
  ]

  private static let helping: [Entry] = [
    .init(
      [.control(" ")], "Ctrl-Space", hint: "complete",
      "Completes a name that the record knows; again takes the next one.", .complete),
    .init(
      [.control("p"), .control("n")], "Ctrl-P Ctrl-N", hint: nil,
      "In a day: the day before, the day after.", .dayBefore),
    .init(
      [.control("r")], "Ctrl-R", hint: nil,
      "Takes day, kind, agency and name from the contact saved last; nothing about a child.",
      .sameAsLast),
    .init(
      (1...NoteTemplate.all.count).map { .alt(Character("\($0)")) }, "Alt-1…5", hint: nil,
      "In notes puts in headings: "
        + NoteTemplate.all.map(\.name).joined(separator: ", ") + ".", .template),
    .init(
      [.control("e")], "Ctrl-E", hint: nil,
      "In notes opens an editor of your own, where that is allowed.", .editor),
    .init(
      [.control("x")], "Ctrl-X", hint: nil, "Discards what was typed, after asking.", .discard),
  ]

  private static let editing: [Entry] = [
    .init(
      [.left, .right, .character(" ")], "Left Right Space", hint: nil,
      "Moves in text; in a choice takes the one before or after. First letters jump to a choice.",
      .edit),
    .init(
      [.home, .control("a"), .end], "Home Ctrl-A End", hint: nil,
      "Goes to the beginning or the end of the line.", .edit),
    .init(
      [.backspace, .delete], "Backspace Delete", hint: nil,
      "Deletes the character before or after the cursor; empties a choice.", .edit),
    .init([.control("w")], "Ctrl-W", hint: nil, "Deletes the word before the cursor.", .edit),
    .init(
      [.control("u"), .control("k")], "Ctrl-U Ctrl-K", hint: nil,
      "Deletes to the beginning or to the end of the line.", .edit),
    .init(
      [.control("_"), .alt("u")], "Ctrl-_ Alt-U", hint: nil, "Takes back the last change.", .edit),
  ]
}
