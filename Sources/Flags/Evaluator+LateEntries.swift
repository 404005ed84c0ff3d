import Records

// What is typed later than it happened, imported history above all, leaves the flags that it would have left
// had somebody typed it on its day; so do conditions that time has ended since.

extension Evaluator {
  /// Gives each flag the band and the days that `hindsight` finds for it, and raises those that are missing,
  /// quiet ones too.
  ///
  /// Nothing is cleared here: what is on the list was seen by people.
  func lookBack(
    with hindsight: Hindsight, in standing: inout Standing, raising moment: Instant,
    _ mint: inout IdentifierMint
  ) {
    let open = Dictionary(
      standing.flags.indices.filter { standing.flags[$0].cleared == nil }
        .map { (standing.flags[$0].rule, $0) }, uniquingKeysWith: { first, _ in first })
    let walked = rules.filter { !$0.readsFlags }.compactMap { rule in
      hindsight.start(of: rule, open[rule.id].map { standing.flags[$0] }).map { (rule, $0) }
    }
    for flag in hindsight.flags(of: walked) where flag.cleared == nil {
      guard let index = open[flag.rule] else {
        standing.flags.append(
          Flag(
            id: mint.next(at: moment), child: flag.child, rule: flag.rule, raisedAt: moment,
            band: flag.band, bandSince: flag.bandSince, line: flag.line, evidence: flag.evidence,
            quietSince: flag.quietSince, heldFrom: flag.raisedOn))
        continue
      }
      standing.flags[index].band = flag.band
      standing.flags[index].bandSince = flag.bandSince
      standing.flags[index].quietSince = flag.quietSince
      standing.flags[index].holds(from: flag.raisedOn)
    }
  }

  /// The same for the flags of rules that judge other flags; that nobody answered is no late entry.
  func lookBackAtReaders(with hindsight: Hindsight, in standing: inout Standing) {
    for rule in rules where rule.readsFlags && !rule.id.isAboutAnswers {
      guard
        let index = standing.flags.firstIndex(where: { $0.rule == rule.id && $0.cleared == nil }),
        hindsight.mayMove(standing.flags[index])
      else { continue }
      hindsight.flag(ofReader: rule).map { standing.flags[index].holds(from: $0.raisedOn) }
    }
    for index in standing.flags.indices where standing.flags[index].heldFrom == nil {
      standing.flags[index].holds(from: standing.flags[index].raisedOn)
    }
  }
}

extension Flag {
  fileprivate mutating func holds(from day: CalendarDate) {
    heldFrom = min(heldFrom ?? raisedOn, day)
  }
}
