package import Records
package import Storage

// Legal holds, and what two people destroy.

extension ScriptedStore {
  package func holds() throws(StoreError) -> [LegalHold] {
    try reading { try $0.legalHolds() }
  }

  package func hold(
    _ child: Identifier?, because reason: String, at now: Instant
  ) throws(StoreError) -> LegalHold {
    try transaction { script in
      if let child, try !script.rows.contains(child: child) { throw StoreError.unknownChild }
      var mint = IdentifierMint(after: try script.rows.legalHolds().last?.id)
      let hold = LegalHold(
        id: mint.next(at: now), child: child, because: reason, setBy: script.author, setAt: now)
      try script.rows.insert(hold)
      return hold
    }
  }

  package func lift(
    _ hold: Identifier, because reason: String, by signer: Signer, at now: Instant
  ) throws(StoreError) {
    try transaction { script in
      guard let evaluation = try script.rows.legalHolds().first(where: { $0.id == hold }) else {
        throw StoreError.impossibleRemoval(.unknownHold)
      }
      let person = try script.person(of: signer.account)
      try evaluation.checked(liftedBy: person, beside: try script.rows.removals())
      try script.check(signer, is: person)
      try script.rows.insert(
        LegalHold.Lifting(because: reason, by: person.name, at: now), of: hold)
    }
  }

  package func removals() throws(StoreError) -> [Removal] {
    try reading { try $0.removals() }
  }

  package func propose(
    _ scope: Removal.Scope, of child: Identifier, on ground: Removal.Ground,
    because reason: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try transaction { script in
      let person = try script.person(of: actor.account)
      let record = try script.loadedCase(of: child).record
      try Removal.checked(
        scope, on: ground, of: record, under: try script.rows.legalHolds(), today: now.londonDay)
      var mint = IdentifierMint(after: try script.rows.removals().last?.id)
      let removal = Removal(
        id: mint.next(at: now), child: child, childRef: record.child.ref, scope: scope,
        ground: ground, because: reason, proposed: Answer.Signature(of: person, at: now),
        fingerprint: try script.fingerprint(of: record))
      try script.rows.insert(removal)
      return removal
    }
  }

  package func refuse(
    _ removal: Identifier, because reason: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try transaction { script in
      var removal = try script.removal(removal)
      let person = try script.person(of: actor.account)
      try removal.checked(refusedBy: person)
      let refusal = Removal.Refusal(
        refused: Answer.Signature(of: person, at: now), because: reason)
      try script.rows.insert(refusal, of: removal)
      removal.refusal = refusal
      return removal
    }
  }

  /// Destroys what another proposed, in one transaction; an engine whose file keeps traces of what it deletes
  /// overwrites them after it.
  package func approveRemoval(
    _ removal: Identifier, by signer: Signer, at now: Instant
  ) throws(StoreError) -> Removal {
    let approved = try transaction(much: true) { script in
      try script.approve(removal, by: signer, at: now)
    }
    childrenChanged()
    return approved
  }
}

extension CaseScript {
  /// - Throws: `impossibleRemoval(.unknownRemoval)`.
  func removal(_ id: Identifier) throws -> Removal {
    guard let removal = try rows.removals().first(where: { $0.id == id }) else {
      throw StoreError.impossibleRemoval(.unknownRemoval)
    }
    return removal
  }

  /// - Throws: `impossibleRemoval` when the secret is not theirs.
  func check(_ signer: Signer, is person: Person) throws {
    try check(
      signer, is: person, missing: .impossibleRemoval(.noSecret),
      wrong: .impossibleRemoval(.wrongSecret))
  }

  /// Returns the fingerprint by which proposing and approving see the same case.
  func fingerprint(of record: CaseRecord) throws -> Fingerprint {
    let answers = try rows.flags(of: record.child.id).compactMap(\.answer?.id)
    return Fingerprint(of: record, answers: answers)
  }

  func approve(
    _ id: Identifier, by signer: Signer, at now: Instant
  ) throws -> Removal {
    var removal = try self.removal(id)
    let person = try person(of: signer.account)
    guard removal.certificate == nil else { throw StoreError.impossibleRemoval(.alreadyDone) }
    let loaded = try loadedCase(of: removal.child)
    try removal.checked(
      approvedBy: person, holding: try fingerprint(of: loaded.record),
      under: try rows.legalHolds(), today: now.londonDay)
    try check(signer, is: person)
    removal.certificate = try rows.destroy(
      removal, of: loaded.record, approvedBy: Answer.Signature(of: person, at: now))
    if removal.scope != .child { try judgeAgain(after: removal, at: now) }
    return removal
  }

  /// Judges what is left of a case, and removes from its flags the sentences that quote what was destroyed.
  private func judgeAgain(after removal: Removal, at now: Instant) throws {
    var loaded = try loadedCase(of: removal.child)
    var mint = loaded.mint
    try judge(&loaded, at: now, &mint)
    guard let contact = removal.scope.contact else { return }
    let latest = loaded.record.contacts().first { $0.id == contact }
    for flag in try rows.flags(of: removal.child) where removal.scope.speaksStill(flag) {
      try rows.save(flag.forgetting(contact, now: latest))
    }
  }
}
