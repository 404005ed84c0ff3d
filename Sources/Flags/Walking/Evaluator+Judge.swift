package import Records

extension Evaluator {
  /// The judge that a store is created with.
  package var judge: CaseJudge {
    let readers = Set(rules.filter(\.readsFlags).map(\.id))
    return CaseJudge(
      evaluate: { advance($0, from: $1, to: $2, mint: &$3) }, readerEdition: readerEdition,
      calendar: parameters.calendar,
      readsFlags: { readers.contains($0) },
      signer: signer(of:in:), questions: questions(leftBy:in:from:at:))
  }

  /// The questions that a contact leaves open if it closes the case or steps it down; a late entry
  /// that a later status has overtaken does neither.
  ///
  /// The case is judged up to `now` first, since time alone may have raised a flag. Of a case that is ahead
  /// the flags are used as they are, since time alone would clear some.
  @Sendable private func questions(
    leftBy contact: Contact, in record: CaseRecord, from evaluation: Evaluation?, at now: Instant
  ) -> [OpenQuestion] {
    let before = record.chronology
    var next = record
    next.versions.append(contact)
    let leavesRegister = ContactReading(contact).leavesRegister && before.status == .childProtection
    guard leavesRegister || next.chronology.stepsDown(from: before.status) else { return [] }
    var mint = IdentifierMint()
    let ahead = evaluation.flatMap { $0.isAhead(of: now) ? $0.flags : nil }
    let flags = ahead ?? advance(record, from: evaluation, to: now, mint: &mint).flags
    return openQuestions(in: before, flags: flags, at: now)
  }

  /// The questions about a child that nobody has answered, nor carried into a step-down with an
  /// owner.
  package func openQuestions(
    in chronology: Chronology, flags: [Flag], at now: Instant
  ) -> [OpenQuestion] {
    var view = CaseView(chronology, on: now.londonDay, flags: judged(flags), at: now)
    return view.openQuestions(parameters)
  }

  /// The lowest seniority that may sign a decision on a flag, the highest of three: the rule's own, a team
  /// manager for a flag of today or the week, and a head of service where a child on a protection plan is
  /// hurt.
  @Sendable package func signer(of flag: Flag, in record: CaseRecord) -> Seniority {
    let own = FlagRule.of(flag.rule)?.lowestSigner ?? .teamManager
    let band: Seniority = flag.band <= .thisWeek ? .teamManager : .worker
    let chronology = record.chronology
    let isHurt = chronology.hasScoringInjury(in: Set(flag.evidence.map(\.contact)))
    let hurt: Seniority =
      isHurt && chronology.status == .childProtection ? .headOfService : .worker
    return max(own, band, hurt)
  }
}

extension Chronology {
  /// Whether the case was closed, went to a plan below `before`, or left an assessment without a plan.
  fileprivate func stepsDown(from before: PlanStatus?) -> Bool {
    guard let status else { return before == .assessment }
    if status == .closed { return before != .closed }
    return before.map { status.level < $0.level } ?? false
  }
}
