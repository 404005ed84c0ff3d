import Cells
import Records

// Keys typed into a form, and what follows when it is saved.

extension Workbench {
  /// Passes a key to the form on top; nil when the screen on top is not a form.
  mutating func handleInForm(_ key: Key) -> [Request]? {
    guard var form = top as? any FormScreen else { return nil }
    let outcome = form.handle(key, now: now, columns: size.columns)
    top = form
    switch outcome {
    case .staying: return saveDraftWhenDue()
    case .saving(let request):
      if let key = draftForm?.draftKey { saving.insert(key) }
      return [.store(request)]
    case .editing(let text): return edit(text)
    case .leaving: return leaveForm()
    case .discarding: return discardForm()
    }
  }

  private mutating func edit(_ text: String) -> [Request] {
    guard mayEdit else {
      draftForm?.refused("Your authority has not allowed an editor of your own here.")
      return []
    }
    return [.terminal(.edit(text))]
  }

  private mutating func discardForm() -> [Request] {
    guard let form = draftForm else { return leaveForm() }
    finish(form.draftKey)
    screens.removeLast()
    notice = "Discarded."
    return [.store(.discardDraft(form.draftKey))] + readTop()
  }

  /// Closes the form; what was typed is saved as a draft, but a form emptied by hand leaves none.
  private mutating func leaveForm() -> [Request] {
    var requests: [Request] = []
    if let form = draftForm { requests = leave(form) }
    screens.removeLast()
    return requests + readTop()
  }

  private mutating func leave(_ form: any DraftForm) -> [Request] {
    let key = form.draftKey
    if saving.contains(key) {
      // It stays in `pending` until the store replies.
      pending[key] = UnfinishedForm(draft: form.draft(at: now), child: form.child)
      notice = "Its save is on its way."
      return []
    }
    if form.isBlank {
      let isKept = draft(key) != nil
      finish(key)
      return isKept ? [.store(.discardDraft(key))] : []
    }
    let requests = saveDraft()
    notice = "Draft kept. \(key.form.openingKey) opens it again, and u lists it."
    return requests
  }

  // MARK: Replies

  mutating func handle(_ reply: FormReply) -> [Request] {
    switch reply {
    case .recorded(let recorded, let key): return close(recorded, key)
    case .factRecorded(let noted, let key): return close(key, saying: Receipt(noted))
    case .answered(let flag): return closeAnswer(to: flag)
    case .signed(let flag): return closeSignature(of: flag)
    case .notSaved(let key, let sentence):
      return refuse(key, because: sentence) { $0.refused(sentence) }
    case .conflict(let theirs, let key):
      let sentence = "\(theirs.recordedBy) amended the contact first."
      return refuse(key, because: sentence) { $0.meet(theirs) }
    case .notSigned(let sentence): refuseSignature(sentence)
    case .edited(let text):
      let now = now
      draftForm?.useEdited(text, now: now)
      return saveDraft()
    case .notEdited(let sentence): draftForm?.refused(sentence)
    }
    return []
  }

  private mutating func close(_ recorded: [SavedContact], _ key: Draft.Key) -> [Request] {
    lastSaved = recorded.first?.contact.facts ?? lastSaved
    return close(key, saying: Receipt(recorded))
  }

  private mutating func close(_ key: Draft.Key, saying receipt: Receipt?) -> [Request] {
    close(key)
    notice = receipt?.line(today: now.londonDay)
    return readAll()
  }

  private mutating func closeAnswer(to flag: Flag) -> [Request] {
    let form = (top as? AnswerForm).flatMap { $0.flag.id == flag.id ? $0 : nil }
    close(Draft.Key(.answer, flag.id))
    return say(flag, form?.child)
  }

  private mutating func closeSignature(of flag: Flag) -> [Request] {
    let form = (top as? SignForm).flatMap { $0.flag.id == flag.id ? $0 : nil }
    if form != nil { screens.removeLast() }
    return say(flag, form?.child)
  }

  private mutating func say(_ flag: Flag, _ child: Child?) -> [Request] {
    let until = flag.answer?.holdsUntil.londonDay.shortWithWeekday ?? ""
    let whose = child.map { " of \($0.displayName)" } ?? ""
    notice =
      flag.answer?.awaitsSignature == true
      ? "Saved. \(flag.rule)\(whose) awaits the signature of a \(flag.answer?.signer?.title ?? "")."
      : "Saved. \(flag.rule)\(whose) is answered until \(until)."
    return readAll()
  }

  /// Shows in the form why it was not saved; if it was closed meanwhile, saves its draft and says so in a notice.
  private mutating func refuse(
    _ key: Draft.Key, because sentence: String, _ tell: (inout any DraftForm) -> Void
  ) -> [Request] {
    saving.remove(key)
    if changeForm(of: key, tell) { return [] }
    notice = "Not saved; the draft is kept. \(sentence)"
    return saveDraft()
  }

  private mutating func refuseSignature(_ sentence: String) {
    guard var form = top as? SignForm else { return }
    form.refused(sentence)
    top = form
  }

  /// Forgets a draft once it is saved, and closes its form if that is still on top.
  private mutating func close(_ key: Draft.Key) {
    let isOpen = draftForm?.draftKey == key && saving.contains(key)
    finish(key)
    if isOpen { screens.removeLast() }
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
