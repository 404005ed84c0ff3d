import Cells
package import Records

extension Workbench {
  /// Gives a key to the form on top; nil when there is none.
  mutating func handleInForm(_ key: Key) -> [Wish]? {
    guard var form = top as? any FormScreen else { return nil }
    let outcome = form.handle(key, now: now, columns: size.columns)
    top = form
    switch outcome {
    case .staying: return saveDraftWhenDue()
    case .saving(let wish):
      if let key = draftForm?.draftKey { saving.insert(key) }
      return [wish]
    case .editing(let text): return edit(text)
    case .leaving: return leaveForm()
    case .discarding:
      guard let form = draftForm else { return leaveForm() }
      finish(form.draftKey)
      screens.removeLast()
      notice = "Discarded."
      return [.discard(form.draftKey)] + top.requests
    }
  }

  private mutating func edit(_ text: String) -> [Wish] {
    guard mayEdit else {
      draftForm?.refused("Your authority has not allowed an editor of your own here.")
      return []
    }
    return [.edit(text)]
  }

  /// Closes the form; what was typed stays as a draft, and a form emptied by hand leaves none.
  private mutating func leaveForm() -> [Wish] {
    guard let form = draftForm else {
      screens.removeLast()
      return top.requests
    }
    var wishes: [Wish] = []
    if saving.contains(form.draftKey) {
      // It is kept here until the store has said what became of it.
      pending[form.draftKey] = UnfinishedForm(
        draft: form.draft(at: now), child: form.child)
      notice = "Its save is on its way."
    } else if form.isBlank {
      if draft(form.draftKey) != nil { wishes = [.discard(form.draftKey)] }
      finish(form.draftKey)
    } else {
      wishes = saveDraft()
      notice = "Draft kept. \(form.draftKey.form.openingKey) opens it again, and u lists it."
    }
    screens.removeLast()
    return wishes + top.requests
  }

  // MARK: Drafts

  /// As many keys may be pressed before the draft is kept again: half of the twenty that may ever be
  /// lost, since more are pressed while the store writes.
  private static let mostKeys = 10

  private mutating func saveDraftWhenDue() -> [Wish] {
    guard isDraftBehind else { return [] }
    keysSinceKept += 1
    return keysSinceKept >= Workbench.mostKeys && keeping == nil ? saveDraft() : []
  }

  /// The form, on top or below, of which something is typed that the store does not have.
  private var formBehind: (any DraftForm)? {
    guard !isStarting else { return nil }
    return screens.reversed().lazy.compactMap { $0 as? any DraftForm }.first { form in
      !form.isBlank && !saving.contains(form.draftKey)
        && form.content != drafts[form.draftKey]?.draft.fields
    }
  }

  /// A draft of a form that is closed, which the store has not taken.
  private var draftBehind: Draft? {
    let open = Set(screens.compactMap { ($0 as? any DraftForm)?.draftKey })
    return pending.values.map(\.draft).first {
      !open.contains($0.key) && !saving.contains($0.key)
    }
  }

  /// Something is typed that the store does not have yet.
  var isDraftBehind: Bool { formBehind != nil || draftBehind != nil }

  /// Has what is typed kept; it is kept here too until the store has it.
  mutating func saveDraft() -> [Wish] {
    guard let form = formBehind else {
      guard let draft = draftBehind else { return [] }
      keeping = draft.key
      return [.keep(draft)]
    }
    keysSinceKept = 0
    keeping = form.draftKey
    let draft = form.draft(at: now)
    pending[form.draftKey] = UnfinishedForm(draft: draft, child: form.child)
    return [.keep(draft)]
  }

  /// Everything that the store does not have, before the program ends.
  package mutating func flush(now: Instant) -> [Wish] {
    self.now = now
    let open = saveDraft()
    let closed = pending.values.map(\.draft).filter { !saving.contains($0.key) }
    return open + closed.map { .keep($0) }
  }

  mutating func hear(kept draft: Draft) {
    keeping = nil
    failures = 0
    guard let form = pending[draft.key], form.draft == draft else { return }
    pending[draft.key] = nil
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
    if draftForm?.draftKey != key { notice = "The draft is not on disk. \(sentence)" }
  }

  private mutating func mark(_ key: Draft.Key, _ change: (inout any DraftForm) -> Void) {
    for index in screens.indices {
      guard var form = screens[index] as? any DraftForm, form.draftKey == key else { continue }
      change(&form)
      screens[index] = form
    }
  }

  /// The draft of a form and subject, kept on disk or on its way there.
  func draft(_ key: Draft.Key) -> Draft? { (pending[key] ?? drafts[key])?.draft }

  /// Nothing of a draft is left: what it held is saved.
  mutating func finish(_ key: Draft.Key) {
    drafts[key] = nil
    pending[key] = nil
    saving.remove(key)
  }

  /// Closes the form whose save has come back, if it is still open.
  mutating func close(_ key: Draft.Key) {
    let isOpen = draftForm?.draftKey == key && saving.contains(key)
    finish(key)
    if isOpen { screens.removeLast() }
  }

  /// Somebody else amended the contact first: the form shows both, or the draft is kept.
  mutating func hear(conflict theirs: Contact, _ key: Draft.Key) -> [Wish] {
    saving.remove(key)
    var isShown = false
    mark(key) { form in
      form.meet(theirs)
      isShown = true
    }
    if isShown { return [] }
    notice = "Not saved; the draft is kept. \(theirs.recordedBy) amended the contact first."
    return saveDraft()
  }

  /// A save was refused: the form says why, or what was left of it is kept as a draft.
  mutating func hear(notSaved key: Draft.Key, _ sentence: String) -> [Wish] {
    saving.remove(key)
    var isShown = false
    mark(key) { form in
      form.refused(sentence)
      isShown = true
    }
    if isShown { return [] }
    notice = "Not saved; the draft is kept. \(sentence)"
    return saveDraft()
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
