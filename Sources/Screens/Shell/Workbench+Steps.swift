import Cells
import Flags
import Records

extension Workbench {
  /// Carries out a step that a screen asks for, and returns the requests that follow from it.
  mutating func follow(_ step: Step) -> [Request] {
    switch step {
    case .request(let request): return [request]
    case .say(let sentence):
      notice = sentence
      return []
    case .nextChild(let forward): return goToNextChild(forward: forward)
    case .perform(let action):
      screens.removeLast()
      return handle(action)
    case .push(let screen): push(screen)
    case .visit, .amend, .note, .answer:
      return open(step)
    case .sign(let flag, let child):
      guard flag.answer?.awaitsSignature == true, flag.answer?.broken == nil else {
        notice = "No decision on this flag awaits a signature."
        return []
      }
      push(SignForm(flag: flag, child: child, me: me))
    case .resume(let form):
      resuming = form.draft.key
      drafts[form.draft.key] = form
      return [.store(.read(.child(form.child.id)))]
    }
    return readTop()
  }

  /// Opens a form with its draft restored; refuses until the drafts have been read, and while the form's
  /// last save is under way.
  private mutating func open(_ step: Step) -> [Request] {
    guard !isStarting else {
      notice = "What you left unfinished is being read; press the key again."
      return []
    }
    switch step {
    case .visit(let child, let status): push(visit(child, status))
    case .amend(let contact, let child, let status):
      push(visit(child, status, amending: contact))
    case .note(let child, let facts): push(fact(child, facts))
    case .answer(let flag, let child):
      guard let form = answer(flag, child) else { return [] }
      push(form)
    default: return []
    }
    if let key = draftForm?.draftKey, saving.contains(key) {
      screens.removeLast()
      notice = "The last save of this form is still on its way."
      return []
    }
    return readTop()
  }

  private var shownChild: Identifier? {
    (top as? FlagPage)?.child.id
  }

  /// Goes on to the next flagged child without going back to the list.
  private mutating func goToNextChild(forward: Bool) -> [Request] {
    guard var list = screens[0] as? FlaggedList else {
      notice = "This is the child's last flag; the team's list goes on to the next child."
      return []
    }
    guard let line = list.step(from: shownChild, forward: forward, situation) else {
      notice = forward ? "That was the last flag of the list." : "That was the first flag."
      return []
    }
    let page = FlagPage(
      line.flags, at: forward ? 0 : line.flags.count - 1, child: line.child,
      status: line.summary.status, file: nil)
    screens = [list, page]
    return readTop()
  }

  private func visit(
    _ child: Child, _ status: PlanStatus?, amending contact: Contact? = nil
  ) -> VisitForm {
    resumed(
      VisitForm(
        child: child, status: status, me: me, now: now, calendar: calendar, amending: contact,
        after: lastSaved))
  }

  private func fact(_ child: Child, _ facts: [FactRecord]) -> FactForm {
    resumed(FactForm(child: child, facts: facts, calendar: calendar, now: now))
  }

  private func answer(_ flag: Flag, _ child: Child) -> AnswerForm? {
    guard let rule = FlagRule.of(flag.rule) else { return nil }
    return resumed(
      AnswerForm(flag: flag, child: child, rule: rule, me: me, parameters: parameters, now: now))
  }

  /// Returns `form` with its draft restored, if it has one.
  private func resumed<Form: DraftForm>(_ form: Form) -> Form {
    guard let draft = draft(form.draftKey) else { return form }
    var form = form
    form.restore(draft)
    form.draftKeptAt = draft.keptAt
    return form
  }

  /// Opens the draft chosen on the list of unfinished forms, now that the child's record has been read.
  mutating func resume(_ file: CaseFile) -> [Request] {
    guard top is UnfinishedScreen, let key = resuming, let unfinished = drafts[key],
      unfinished.child.id == file.id
    else {
      return []
    }
    resuming = nil
    return follow(Workbench.step(opening: key, in: file) ?? .push(ReadingScreen(unfinished)))
  }

  /// Returns the step that opens the form of a draft; nil when its contact is gone or its flag was cleared.
  private static func step(opening key: Draft.Key, in file: CaseFile) -> Step? {
    let (child, status) = (file.child, file.summary.status)
    switch key.form {
    case .visit: return .visit(child, status)
    case .fact: return .note(child, file.record.facts)
    case .amendment:
      return file.record.contacts().first { $0.id == key.subject }
        .map { .amend($0, child, status) }
    case .answer:
      return file.flags.first { $0.id == key.subject && $0.cleared == nil }
        .map { .answer($0, child) }
    }
  }
}

extension ReadingScreen {
  /// Shows a draft whose contact or flag is gone, so that its words can still be read and copied.
  fileprivate init(_ unfinished: UnfinishedForm) {
    let fields = unfinished.draft.fields.filter { !$0.name.hasPrefix(DraftMoment.name) }
    self.init(
      title: "What it was about has ended; what you typed is here",
      fields: fields.map { ($0.name, $0.text) })
  }
}
