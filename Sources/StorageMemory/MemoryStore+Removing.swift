import Secrets
package import Records
package import Storage
import Synchronization

extension MemoryStore {
  package func holds() -> [LegalHold] { contents.withLock { $0.holds } }

  package func hold(
    _ child: Identifier?, because reason: String, by author: String, at now: Instant
  ) throws(StoreError) -> LegalHold {
    try contents.change { contents throws(StoreError) in
      if let child, contents.cases[child] == nil { throw .unknownChild }
      let hold = LegalHold(
        id: contents.mint.next(at: now), child: child, because: reason, setBy: author, setAt: now)
      contents.holds.append(hold)
      return hold
    }
  }

  package func lift(
    _ hold: Identifier, because reason: String, by account: String, secret: String, at now: Instant
  ) throws(StoreError) {
    try contents.change { contents throws(StoreError) in
      guard let index = contents.holds.firstIndex(where: { $0.id == hold }) else {
        throw .impossibleRemoval(.unknownHold)
      }
      let person = try contents.person(of: account)
      try contents.holds[index].checked(liftedBy: person, beside: contents.removals)
      try contents.open(person, with: secret)
      contents.holds[index].lifted = LegalHold.Lifting(because: reason, by: person.name, at: now)
    }
  }

  package func removals() -> [Removal] { contents.withLock { $0.removals } }

  package func propose(
    _ scope: Removal.Scope, of child: Identifier, on ground: Removal.Ground,
    because reason: String, by account: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try contents.change { contents throws(StoreError) in
      let person = try contents.person(of: account)
      guard let record = contents.cases[child]?.record else { throw .unknownChild }
      try Removal.checked(
        scope, on: ground, of: record, under: contents.holds, today: now.londonDay)
      let removal = Removal(
        id: contents.mint.next(at: now), child: child, childRef: record.child.ref, scope: scope,
        ground: ground, because: reason, proposed: Answer.Signature(of: person, at: now),
        fingerprint: contents.fingerprint(of: child))
      contents.removals.append(removal)
      return removal
    }
  }

  package func refuse(
    _ removal: Identifier, because reason: String, by account: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try contents.change { contents throws(StoreError) in
      guard let index = contents.removals.firstIndex(where: { $0.id == removal }) else {
        throw .impossibleRemoval(.unknownRemoval)
      }
      let person = try contents.person(of: account)
      try contents.removals[index].checked(refusedBy: person)
      contents.removals[index].refusal = Removal.Refusal(
        refused: Answer.Signature(of: person, at: now), because: reason)
      return contents.removals[index]
    }
  }

  package func approve(
    _ removal: Identifier, by account: String, secret: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try contents.change { contents throws(StoreError) in
      guard let index = contents.removals.firstIndex(where: { $0.id == removal }) else {
        throw .impossibleRemoval(.unknownRemoval)
      }
      var removal = contents.removals[index]
      let person = try contents.person(of: account)
      guard removal.certificate == nil else { throw .impossibleRemoval(.alreadyDone) }
      guard let held = contents.cases[removal.child] else { throw .unknownChild }
      try removal.checked(
        approvedBy: person, holding: contents.fingerprint(of: removal.child),
        under: contents.holds, today: now.londonDay)
      try contents.open(person, with: secret)
      removal.certificate = contents.remove(removal, of: held, approvedBy: person, at: now, judge)
      contents.removals[index] = removal
      return removal
    }
  }
}

extension Contents {
  /// - Throws: `unknownPerson`.
  fileprivate func person(of account: String) throws(StoreError) -> Person {
    guard let person = people.first(where: { $0.account == account }) else { throw .unknownPerson }
    return person
  }

  /// - Throws: `impossibleRemoval` when the secret is not theirs.
  fileprivate func open(_ person: Person, with secret: String) throws(StoreError) {
    guard let sealed = secrets[person.id] else { throw .impossibleRemoval(.noSecret) }
    guard sealed.opens(with: secret) else { throw .impossibleRemoval(.wrongSecret) }
  }

  fileprivate func fingerprint(of child: Identifier) -> Fingerprint {
    guard let held = cases[child] else { return Fingerprint(number: 0) }
    return Fingerprint(of: held.record, answers: held.flags.compactMap(\.answer?.id))
  }

  /// Takes away what a removal names.
  fileprivate mutating func remove(
    _ removal: Removal, of held: HeldCase, approvedBy person: Person, at now: Instant,
    _ judge: CaseJudge
  ) -> Removal.Certificate {
    var certificate = Removal.Certificate(approved: Answer.Signature(of: person, at: now))
    let parts = removal.scope.parts(of: held.record)
    guard removal.scope != .child else {
      let ids = Set(held.flags.map(\.id))
      let answers = self.answers.filter { ids.contains($0.flag) }
      certificate.count(parts, flags: held.flags, answers: answers.count)
      self.answers.removeAll { ids.contains($0.flag) }
      drafts = drafts.filter { $0.value.child != removal.child }
      cases[removal.child] = nil
      order.removeAll { $0 == removal.child }
      refs[held.record.child.ref] = nil
      return certificate
    }
    certificate.count(parts)
    let gone = Set(parts.versions)
    let facts = Set(parts.facts.map(\.id))
    cases[removal.child]?.record.versions.removeAll { gone.contains($0) }
    cases[removal.child]?.record.facts.removeAll { facts.contains($0.id) }
    drafts = drafts.filter { draft in !gone.contains { $0.id == draft.value.key.subject } }
    _ = self.judge(removal.child, at: now, by: judge)
    let flags = cases[removal.child]?.flags ?? []
    for (place, flag) in flags.enumerated() where removal.scope.speaksStill(flag) {
      guard let contact = removal.scope.contact else { continue }
      let latest = cases[removal.child]?.record.contacts().first { $0.id == contact }
      cases[removal.child]?.flags[place] = flag.forgetting(contact, now: latest)
    }
    return certificate
  }
}
