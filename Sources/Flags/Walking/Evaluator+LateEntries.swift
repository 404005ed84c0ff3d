import Records

// Late entries, imported history above all, lead to the flags that they would have led to had somebody typed
// them on their day; so do conditions that time has ended since.

extension Evaluator {
  /// Gives each flag the band and the days that `hindsight` finds for it, and raises those that are missing,
  /// quiet ones too.
  ///
  /// Nothing is cleared here: people have seen what is on the list.
  func lookBack(
    with hindsight: Hindsight, in evaluation: inout Evaluation, raising moment: Instant,
    _ mint: inout IdentifierMint
  ) {
    let open = Dictionary(
      evaluation.flags.indices.filter { evaluation.flags[$0].cleared == nil }
        .map { (evaluation.flags[$0].rule, $0) }, uniquingKeysWith: { first, _ in first })
    let walked = rules.filter { !$0.readsFlags }.compactMap { rule in
      hindsight.start(of: rule, open[rule.id].map { evaluation.flags[$0] }).map { (rule, $0) }
    }
    for flag in hindsight.flags(of: walked) where flag.cleared == nil {
      guard let index = open[flag.rule] else {
        evaluation.flags.append(
          Flag(
            id: mint.next(at: moment), child: flag.child, rule: flag.rule, raisedAt: moment,
            band: flag.band, bandSince: flag.bandSince, line: flag.line, evidence: flag.evidence,
            quietSince: flag.quietSince, heldFrom: flag.raisedOn))
        continue
      }
      evaluation.flags[index].band = flag.band
      evaluation.flags[index].bandSince = flag.bandSince
      evaluation.flags[index].quietSince = flag.quietSince
      evaluation.flags[index].holds(from: flag.raisedOn)
    }
  }

  /// Moves the first day of flags whose rules judge other flags, except R15: a missing answer is no late
  /// entry.
  ///
  /// Flags still without a first day get the day on which they were raised.
  func lookBackAtReaders(with hindsight: Hindsight, in evaluation: inout Evaluation) {
    for rule in rules where rule.readsFlags && !rule.id.isAboutAnswers {
      guard
        let index = evaluation.flags.firstIndex(where: { $0.rule == rule.id && $0.cleared == nil }),
        hindsight.mayMove(evaluation.flags[index])
      else { continue }
      hindsight.flag(ofReader: rule).map { evaluation.flags[index].holds(from: $0.raisedOn) }
    }
    for index in evaluation.flags.indices where evaluation.flags[index].heldFrom == nil {
      evaluation.flags[index].holds(from: evaluation.flags[index].raisedOn)
    }
  }
}

extension Flag {
  fileprivate mutating func holds(from day: CalendarDate) {
    heldFrom = min(heldFrom ?? raisedOn, day)
  }
}
