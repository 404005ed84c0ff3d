package import Records

// Drafts: what is typed and not yet saved is written to disk as it is typed, and offered at the next start.

extension Workbench {
  /// The most keys pressed before the draft is saved again: half of the twenty that may ever be lost, since
  /// more are pressed while the store writes.
  private static let mostKeys = 10

  mutating func saveDraftWhenDue() -> [Request] {
    guard isDraftBehind else { return [] }
    keysSinceDraft += 1
    return keysSinceDraft >= Workbench.mostKeys && savingDraft == nil ? saveDraft() : []
  }

  /// The topmost open form with typing that the store does not have; nil until the unfinished forms were read.
  private var formBehind: (any DraftForm)? {
    guard !isStarting else { return nil }
    return screens.reversed().lazy.compactMap { $0 as? any DraftForm }.first { form in
      !form.isBlank && !saving.contains(form.draftKey)
        && form.content != drafts[form.draftKey]?.draft.fields
    }
  }

  /// A draft that the store does not have, of a form that is no longer open.
  private var draftBehind: Draft? {
    let open = Set(screens.compactMap { ($0 as? any DraftForm)?.draftKey })
    return pending.values.map(\.draft).first {
      !open.contains($0.key) && !saving.contains($0.key)
    }
  }

  /// Whether something is typed that the store does not have yet.
  var isDraftBehind: Bool { formBehind != nil || draftBehind != nil }

  /// Asks the store to save what is typed as a draft, which stays in `pending` until that is done.
  mutating func saveDraft() -> [Request] {
    guard let form = formBehind else {
      guard let draft = draftBehind else { return [] }
      savingDraft = draft.key
      return [.store(.saveDraft(draft))]
    }
    keysSinceDraft = 0
    savingDraft = form.draftKey
    let draft = form.draft(at: now)
    pending[form.draftKey] = UnfinishedForm(draft: draft, child: form.child)
    return [.store(.saveDraft(draft))]
  }

  /// Asks the store to save every draft that it does not have, before the program ends or the screen locks.
  package mutating func flush(now: Instant) -> [Request] {
    self.now = now
    let open = saveDraft()
    let closed = pending.values.map(\.draft).filter { !saving.contains($0.key) }
    return open + closed.map { .store(.saveDraft($0)) }
  }

  // MARK: Replies

  mutating func handle(_ reply: DraftReply) -> [Request] {
    switch reply {
    case .saved(let draft): markSaved(draft)
    case .notSaved(let key, let sentence): markUnsaved(key, because: sentence)
    case .unknown(let sentence):
      isStarting = false
      notice = sentence
    }
    return []
  }

  private mutating func markSaved(_ draft: Draft) {
    savingDraft = nil
    failures = 0
    guard let form = pending[draft.key], form.draft == draft else { return }
    pending[draft.key] = nil
    drafts[draft.key] = form
    changeForm(of: draft.key) { form in
      form.draftKeptAt = draft.keptAt
      form.isDraftUnkept = false
    }
  }

  /// Shows that a draft could not be saved; it stays in `pending` and is tried again later.
  private mutating func markUnsaved(_ key: Draft.Key, because sentence: String) {
    savingDraft = nil
    failures += 1
    changeForm(of: key) { $0.isDraftUnkept = true }
    if draftForm?.draftKey != key { notice = "The draft is not on disk. \(sentence)" }
  }

  /// Changes the open form of a draft, wherever it is in the stack; false when none is open.
  @discardableResult
  mutating func changeForm(of key: Draft.Key, _ change: (inout any DraftForm) -> Void) -> Bool {
    var isOpen = false
    for index in screens.indices {
      guard var form = screens[index] as? any DraftForm, form.draftKey == key else { continue }
      change(&form)
      screens[index] = form
      isOpen = true
    }
    return isOpen
  }

  // MARK: Stored drafts

  /// Returns the draft of a form and subject, whether it is on disk or still being saved.
  func draft(_ key: Draft.Key) -> Draft? { (pending[key] ?? drafts[key])?.draft }

  /// Forgets a draft whose contents have been saved or discarded.
  mutating func finish(_ key: Draft.Key) {
    drafts[key] = nil
    pending[key] = nil
    saving.remove(key)
  }

  mutating func remember(_ forms: [UnfinishedForm]) {
    drafts = Dictionary(
      forms.map { ($0.draft.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Offers what was left unfinished, when Heed is opened.
  mutating func offer(_ forms: [UnfinishedForm]) -> [Request] {
    isStarting = false
    guard let latest = forms.first else { return [] }
    let (day, time) = latest.draft.keptAt.london
    let count = forms.count == 1 ? "" : " and \(counted(forms.count - 1, "other"))"
    notice = """
      Unfinished: \(latest.child.displayName), \(latest.draft.key.form.words) of \
      \(day.written(today: now.londonDay)) \(time)\(count). u lists \(forms.count == 1 ? "it" : "them").
      """
    return []
  }
}
