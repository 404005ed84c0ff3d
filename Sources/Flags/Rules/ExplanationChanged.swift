import Reading
import Records

extension FlagRule {
  /// One injury or concern, and two accounts of it that can't both be true.
  package static let explanationChanged = FlagRule(
    "R05", "explanation-changed",
    words: """
      An account of an injury or a concern has changed: how it happened or who did it is told \
      otherwise than before, the child tells it otherwise, or a doctor finds that it does not fit.
      """,
    logic: { _ in
      """
      Two accounts of one injury or concern differ in mechanism or actor, to the same person or to \
      two; or the child's own account differs from another's; or a doctor finds the mark \
      inconsistent or non-accidental. The worker picks "same" or "different"; on imported rows a \
      word list decides, and words that it does not know never differ. Cleared by a strategy \
      discussion or higher held since it came out; a changed account also when it is tested.
      """
    },
    source: """
      Different accounts to two members of staff (Sara Sharif, 2023); tests disproved "bruises \
      easily" (Peter Connelly, 2006).
      """,
    falsePositives: "An interpreter, or a paraphrase at second hand: record who wrote it down.",
    goodAnswer: "The child asked alone; a doctor's view on how it can have happened.",
    lowestSigner: .headOfService, clearingRung: .strategyDiscussion,
    restsOn: [.injuries, .explanationGiven],
    whenItEnds: .clears
  ) { view, _ in
    let since = view.chronology.contradictions.filter { contradiction in
      view.chronology.resetThrough.map { contradiction.date > $0 } ?? true
    }
    guard let last = since.last else { return nil }
    return Finding("R05", .today, evidence: since.flatMap(\.evidence), line: last.line)
  }
}

/// An account that contradicts another, or what a doctor found.
private struct Contradiction {
  /// The day on which it came out, which may be long after the injury.
  let date: CalendarDate
  let evidence: [Evidence]
  let line: ReasonLine

  /// Two accounts that differ; nil when there are none, or when they were tested since.
  init?(_ accounts: Accounts, of marks: [Evidence] = []) {
    guard let (before, after) = accounts.changed, !accounts.isTested else { return nil }
    date = after.given
    evidence = marks + accounts.evidence
    line = """
      Account changed: \(before.given) "\(before.words)" → \(after.given) "\(after.words)".
      """
  }

  init?(_ injury: InjuryEvent) {
    let changed = Contradiction(injury.accounts, of: injury.evidence)
    guard let opinion = injury.contradiction else {
      guard let changed else { return nil }
      self = changed
      return
    }
    let account = injury.accounts.given.last.map { "\"\($0.words)\"" } ?? "no account given"
    date = max(opinion.date, changed?.date ?? opinion.date)
    evidence = injury.evidence + injury.accounts.evidence + [opinion]
    line =
      changed?.line ?? """
        Injury of \(injury.date): \(account). Medical opinion of \(opinion.date): it does not fit.
        """
  }
}

extension Chronology {
  /// In the order in which they came out.
  fileprivate var contradictions: [Contradiction] {
    let injuries = injuries.compactMap { Contradiction($0) }
    let concerns = accountsOfConcerns.compactMap { Contradiction($0.accounts) }
    return (injuries + concerns).sorted { $0.date < $1.date }
  }
}
