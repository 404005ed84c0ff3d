internal import Records

/// A form whose typing is kept as a draft until it is saved.
protocol DraftForm: FormScreen {
  var child: Child { get }
  var draftKey: Draft.Key { get }
  /// When the store last took the draft in; shown in the corner.
  var draftKeptAt: Instant? { get set }
  /// Why the store did not take the draft in; shown in the corner.
  var isDraftUnkept: Bool { get set }
  /// Nothing was typed or chosen beyond what stood there at first.
  var isBlank: Bool { get }
  /// What stands in the form.
  var content: [Draft.Field] { get }
  /// Puts back what a draft kept.
  mutating func restore(_ draft: Draft)
  /// Somebody else changed first what the form is about.
  mutating func meet(_ theirs: Contact)
}

extension DraftForm {
  /// Only an amendment can meet another.
  mutating func meet(_ theirs: Contact) {}
}

extension DraftForm {
  /// Puts the text that the person's own editor left into the field with the focus.
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

/// The moment from which a day that is typed as `yest` counts, as a draft keeps it.
enum DraftMoment {
  static let name = "typed at"

  static func field(_ moment: Instant, of row: String = "") -> Draft.Field {
    Draft.Field(row.isEmpty ? name : "\(name) \(row)", String(moment.seconds))
  }

  static func read(_ draft: Draft, of row: String = "") -> Instant? {
    draft[row.isEmpty ? name : "\(name) \(row)"].flatMap { Int($0) }.map { Instant(seconds: $0) }
  }
}
