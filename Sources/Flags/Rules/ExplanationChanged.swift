import Records

extension FlagRule {
  /// One injury, and two accounts of it that can't both be true.
  package static let explanationChanged = FlagRule(
    "R05", "explanation-changed",
    words: """
      An account of an injury has changed: how it happened or who did it is told otherwise than \
      before, the child tells it otherwise, or a doctor finds that it does not fit.
      """,
    logic: { _ in
      """
      Two accounts of one injury differ in mechanism or actor, to the same person or to two; or the \
      child's own account differs from another's; or a doctor finds the mark inconsistent or \
      non-accidental. The worker picks "same" or "different"; on imported rows a word list decides, \
      and words that it does not know never differ. Cleared by a strategy discussion or higher; a \
      changed account also when it is tested.
      """
    },
    source: """
      Different accounts to two members of staff (Sara Sharif, 2023); tests disproved "bruises \
      easily" (Peter Connelly, 2006).
      """,
    falsePositives: "An interpreter, or a paraphrase at second hand: record who wrote it down.",
    goodAnswer: "The child asked alone; a doctor's view on how it can have happened.",
    signs: .headOfService, clearingRung: .strategyDiscussion, passing: .clears
  ) { view, _ in
    let since = view.chronology.sinceReset(view.chronology.injuries)
    let open = since.filter { $0.isContradicted || ($0.explanationChanged && !$0.isTested) }
    guard let last = open.last else { return nil }
    return Finding("R05", .today, evidence: open.flatMap(\.evidence), line: last.contradiction)
  }
}

extension InjuryEvent {
  fileprivate var isContradicted: Bool { contradicted != nil }

  fileprivate var contradiction: ReasonLine {
    if let (before, after) = changedAccounts {
      return """
        Account changed: \(before.given) "\(before.words)" → \(after.given) "\(after.words)".
        """
    }
    let account = explanations.last.map { "\"\($0.words)\"" } ?? "no account given"
    let day = contradicted ?? date
    return "Injury of \(date): \(account). Medical opinion of \(day): it does not fit."
  }
}
