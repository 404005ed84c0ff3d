import Cells
import Records

extension Workbench {
  /// Gives a key to the form on top; nil when there is none.
  mutating func takeInForm(_ key: Key) -> [Wish]? {
    guard let outcome = top.takeInForm(key, now: now, columns: size.columns) else { return nil }
    switch outcome {
    case .staying: return keepWhenDue()
    case .saving(let wish): return [wish]
    case .editing(let text): return edit(text)
    case .leaving: return leaveForm()
    case .discarding:
      guard let form = top.draftForm else { return leaveForm() }
      drafts[form.draftKey] = nil
      screens.removeLast()
      notice = "Discarded."
      return [.discard(form.draftKey)] + top.wishes
    }
  }

  private mutating func edit(_ text: String) -> [Wish] {
    guard mayEdit else {
      top.draftForm?.refused("Your authority has not allowed an editor of your own here.")
      return []
    }
    return [.edit(text)]
  }

  /// Closes the form; what was typed stays as a draft, and a form emptied by hand leaves none.
  private mutating func leaveForm() -> [Wish] {
    guard let form = top.draftForm else {
      screens.removeLast()
      return top.wishes
    }
    var wishes = keep()
    if form.isBlank, drafts[form.draftKey] != nil {
      drafts[form.draftKey] = nil
      wishes.append(.discard(form.draftKey))
    }
    if !form.isBlank {
      notice = "Draft kept. \(form.draftKey.form.openingKey) opens it again, and u lists it."
    }
    screens.removeLast()
    return wishes + top.wishes
  }

  // MARK: Drafts

  /// As many keys may be pressed before the draft is kept again.
  private static let mostKeys = 20

  private mutating func keepWhenDue() -> [Wish] {
    guard isDraftBehind else { return [] }
    keysSinceKept += 1
    return keysSinceKept >= Workbench.mostKeys && keeping == nil ? keep() : []
  }

  /// Something is typed that the store does not have yet.
  var isDraftBehind: Bool {
    guard let draft = top.draftForm?.draft(at: now) else { return false }
    return draft.fields != drafts[draft.key]?.draft.fields
  }

  /// Has what is typed kept; a form that is left is kept here too until the store has it.
  mutating func keep() -> [Wish] {
    guard isDraftBehind, let form = top.draftForm, let draft = form.draft(at: now) else {
      return []
    }
    keysSinceKept = 0
    keeping = draft.key
    pending[draft.key] = UnfinishedForm(draft: draft, child: form.child)
    return [.keep(draft)]
  }

  mutating func hear(kept draft: Draft) {
    keeping = nil
    failures = 0
    guard let form = pending.removeValue(forKey: draft.key) else { return }
    drafts[draft.key] = form
    mark(draft.key) { form in
      form.draftKeptAt = draft.keptAt
      form.isDraftUnkept = false
    }
  }

  /// The draft is still here, and is tried again after a while.
  mutating func hear(unkept key: Draft.Key, _ sentence: String) {
    keeping = nil
    failures += 1
    mark(key) { $0.isDraftUnkept = true }
    if top.draftForm?.draftKey != key { notice = "The draft is not on disk. \(sentence)" }
  }

  private mutating func mark(_ key: Draft.Key, _ change: (inout any DraftForm) -> Void) {
    guard var form = top.draftForm, form.draftKey == key else { return }
    change(&form)
    top.draftForm = form
  }

  /// The draft of a form and subject, kept on disk or on its way there.
  func draft(_ key: Draft.Key) -> Draft? { (pending[key] ?? drafts[key])?.draft }

  /// Nothing of a draft is left: what it held is saved.
  mutating func finish(_ key: Draft.Key) {
    drafts[key] = nil
    pending[key] = nil
  }
}

extension Draft.Form {
  /// The key that opens the form, and its draft with it.
  fileprivate var openingKey: String {
    switch self {
    case .visit: "v"
    case .amendment: "e"
    case .answer: "a"
    case .fact: "+"
    }
  }
}
