extension Removal {
  /// Who may approve: a team manager or above, as a decision not to escalate is signed.
  package static let approver = Seniority.teamManager

  /// Checks that `person` may approve it, given the record's present fingerprint, `now`.
  /// - Throws: the reason if not.
  package func check(
    approvedBy person: Person, holding now: Fingerprint, under holds: [LegalHold],
    today: CalendarDate
  ) throws(RemovalFault) {
    try checkOpen()
    guard person.id != proposed.person else { throw .approvedByProposer }
    guard person.seniority >= Removal.approver else { throw .tooJunior(Removal.approver) }
    guard !holds.contains(where: { $0.holds(child) }) else { throw .held }
    try ground.check(on: today)
    guard now == fingerprint else { throw .changedSince }
  }

  /// Checks that `person` may refuse it: whoever proposed it, or whoever could approve it.
  /// - Throws: the reason if not.
  package func check(refusedBy person: Person) throws(RemovalFault) {
    try checkOpen()
    guard person.id == proposed.person || person.seniority >= Removal.approver else {
      throw .tooJunior(Removal.approver)
    }
  }

  /// Whether it still awaits approval or refusal.
  package var isOpen: Bool { certificate == nil && refusal == nil }

  private func checkOpen() throws(RemovalFault) {
    guard certificate == nil else { throw .alreadyDone }
    guard refusal == nil else { throw .refused }
  }

  /// Checks that removing `scope` of `record`, as it now is, may be proposed.
  /// - Throws: the reason if not.
  package static func check(
    _ scope: Scope, on ground: Ground, of record: CaseRecord, under holds: [LegalHold],
    today: CalendarDate
  ) throws(RemovalFault) {
    guard !holds.contains(where: { $0.holds(record.child.id) }) else { throw .held }
    try ground.check(on: today)
    if case .formerVersions(let contact, let below) = scope {
      let versions = record.versions.filter { $0.id == contact }.map(\.version)
      guard below > 1, versions.contains(below), versions.contains(where: { $0 < below }) else {
        throw .neverAmended
      }
    }
  }
}
