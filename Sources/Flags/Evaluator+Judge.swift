package import Records

extension Evaluator {
  /// What a store is made with.
  package var judge: CaseJudge {
    CaseJudge(
      evaluate: { advance($0, from: $1, to: $2, mint: &$3) }, calendar: parameters.calendar,
      signer: signer(of:in:))
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
