import Cells
import Records

extension Workbench {
  /// Gives a key to the form on top; nil when there is none.
  mutating func takeInForm(_ key: Key) -> [Wish]? {
    let outcome: FormOutcome
    switch top {
    case .visit(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .visit(form)
      if outcome == .leaving { keep(form) }
    case .answer(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .answer(form)
      if outcome == .leaving { keep(form) }
    case .fact(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .fact(form)
      if outcome == .leaving { keep(form) }
    case .sign(var form):
      outcome = form.take(key, now: now, columns: size.columns)
      top = .sign(form)
    default: return nil
    }
    switch outcome {
    case .staying: return []
    case .saving(let wish): return [wish]
    case .leaving:
      screens.removeLast()
      return top.wishes
    }
  }

  private mutating func keep(_ form: VisitForm) {
    var draft = form
    draft.draftKeptAt = now
    visitDrafts[form.draftKey] = form.isBlank ? nil : draft
    if !form.isBlank { sayKept(openedBy: form.original == nil ? "v" : "e") }
  }

  private mutating func keep(_ form: AnswerForm) {
    var draft = form
    draft.draftKeptAt = now
    answerDrafts[form.flag.id] = form.isBlank ? nil : draft
    if !form.isBlank { sayKept(openedBy: "a") }
  }

  private mutating func keep(_ form: FactForm) {
    var draft = form
    draft.draftKeptAt = now
    factDrafts[form.child.id] = form.isBlank ? nil : draft
    if !form.isBlank { sayKept(openedBy: "n") }
  }

  private mutating func sayKept(openedBy key: String) {
    notice = "Draft kept. \(key) opens it again; it is gone when Heed ends."
  }
}
