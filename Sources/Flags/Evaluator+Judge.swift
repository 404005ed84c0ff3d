package import Records

extension Evaluator {
  /// What a store is made with.
  package var judge: CaseJudge {
    CaseJudge(
      evaluate: { advance($0, from: $1, to: $2, mint: &$3) }, calendar: parameters.calendar,
      signer: signer(of:in:), questions: questions(leftBy:in:flags:at:))
  }

  /// The questions that a contact leaves open if it closes the case or steps it down.
  @Sendable private func questions(
    leftBy facts: ContactFacts, in record: CaseRecord, flags: [Flag], at now: Instant
  ) -> [OpenQuestion] {
    let chronology = Chronology(
      child: record.child, contacts: record.contacts(), facts: record.facts)
    guard facts.stepsDown(from: chronology.status) else { return [] }
    return openQuestions(in: chronology, flags: flags, at: now)
  }

  /// The questions about a child that nobody has answered, nor carried into a step-down with an
  /// owner.
  package func openQuestions(
    in chronology: Chronology, flags: [Flag], at now: Instant
  ) -> [OpenQuestion] {
    let standing = flags.filter { $0.cleared == nil && !$0.rule.judgesFlags }
    var view = CaseView(chronology, on: now.londonDay, flags: standing, at: now)
    let draft = chronology.matters(.stepDown).last { !$0.isClosed }
    return view.openQuestions(parameters).filter { draft?.carries($0) != true }
  }

  /// The lowest in the line who may sign a decision on a flag: the rule's own, a team manager for a
  /// flag of today or the week, and a head of service where a child on a protection plan is hurt.
  @Sendable private func signer(of flag: Flag, in record: CaseRecord) -> Seniority {
    let own = FlagRule.of(flag.rule)?.signs ?? .teamManager
    let band: Seniority = flag.band <= .thisWeek ? .teamManager : .worker
    let chronology = Chronology(
      child: record.child, contacts: record.contacts(), facts: record.facts)
    let evidence = Set(flag.evidence.map(\.contact))
    let isHurt = chronology.injuries.contains { injury in
      injury.points > 0 && injury.evidence.contains { evidence.contains($0.contact) }
    }
    let hurt: Seniority =
      isHurt && chronology.status == .childProtection ? .headOfService : .worker
    return max(own, band, hurt)
  }
}

extension RuleID {
  /// A rule about how other flags stand, and not about the child.
  fileprivate var judgesFlags: Bool { FlagRule.of(self)?.readsFlags ?? false }
}

extension ContactFacts {
  /// Closes the case, or gives a plan below the one that stands.
  fileprivate func stepsDown(from status: PlanStatus?) -> Bool {
    let contact = Contact(
      id: Identifier(high: 0, low: 0), child: Identifier(high: 0, low: 0),
      recordedAt: Instant(endOf: date), recordedBy: "", facts: self)
    let reading = ContactReading(contact)
    if reading.closes { return status != .closed }
    if reading.leavesRegister { return status == .childProtection }
    guard let status else { return false }
    // An assessment that ends without a plan steps down.
    if reading.completesAssessment, status == .assessment, plan == nil { return true }
    return plan.map { $0.level < status.level } ?? false
  }
}
