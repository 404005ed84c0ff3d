internal import Records

/// A form whose typing is saved as a draft until the form itself is saved.
protocol DraftForm: FormScreen {
  var child: Child { get }
  var draftKey: Draft.Key { get }
  /// When the store last saved the draft; shown in the corner.
  var draftKeptAt: Instant? { get set }
  /// Whether the last attempt to save the draft failed; shown in the corner.
  var isDraftUnkept: Bool { get set }
  /// Whether nothing was typed or chosen beyond the initial contents.
  var isBlank: Bool { get }
  /// The contents of the form, as a draft stores them.
  var content: [Draft.Field] { get }
  /// Restores the contents of a draft.
  mutating func restore(_ draft: Draft)
  /// Handles a save that was refused because somebody else amended the contact first, to `theirs`.
  mutating func meet(_ theirs: Contact)
}

extension DraftForm {
  /// Does nothing: only an amendment can meet another.
  mutating func meet(_ theirs: Contact) {}
}

extension DraftForm {
  /// Replaces the text of the focused field by what the person's own editor returned.
  mutating func useEdited(_ text: String, now: Instant) {
    form.replaceFocused(by: text)
    follow(.edited(form.focusedName), now: now)
  }

  func draft(at now: Instant) -> Draft {
    Draft(key: draftKey, child: child.id, keptAt: now, fields: content)
  }

  /// What the corner says of the draft.
  var corner: String? {
    if isDraftUnkept { return "draft NOT kept on disk" }
    return draftKeptAt.map { "draft kept \($0.london.time)" }
  }
}

/// How a draft stores the moment from which a typed day such as `yest` is counted.
enum DraftMoment {
  static let name = "typed at"

  static func field(_ moment: Instant, of row: String = "") -> Draft.Field {
    Draft.Field(row.isEmpty ? name : "\(name) \(row)", String(moment.seconds))
  }

  static func read(_ draft: Draft, of row: String = "") -> Instant? {
    draft[row.isEmpty ? name : "\(name) \(row)"].flatMap { Int($0) }.map { Instant(seconds: $0) }
  }
}
