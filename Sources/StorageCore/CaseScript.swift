import Records
import Secrets
import Storage

/// The steps of which saves are made, within one transaction.
struct CaseScript<Rows: CaseRows> {
  let rows: Rows
  let judge: CaseJudge
  /// What the store's clock says, whatever a command was given.
  let clock: Instant
  /// Who asks, and the name that what they record bears.
  let actor: Actor
  let author: String

  /// - Throws: why it can't be read who asks.
  init(rows: Rows, judge: CaseJudge, clock: Instant, actor: Actor) throws {
    (self.rows, self.judge, self.clock, self.actor) = (rows, judge, clock, actor)
    author = try rows.person(of: actor.account)?.name ?? actor.account
  }

  /// The latest moment that may be the present.
  func present(_ now: Instant) -> Instant { max(now, clock) }

  /// - Throws: `unknownChild`.
  func loadedCase(of child: Identifier) throws -> LoadedCase {
    guard let loaded = try rows.loadedCase(of: child) else { throw StoreError.unknownChild }
    return loaded
  }

  /// - Throws: `unknownFlag`.
  func flag(_ id: Identifier) throws -> Flag {
    guard let flag = try rows.flag(id) else { throw StoreError.unknownFlag }
    return flag
  }

  /// - Throws: `unknownPerson`.
  func person(of account: String) throws -> Person {
    guard let person = try rows.person(of: account) else { throw StoreError.unknownPerson }
    return person
  }

  /// Checks that a signer is a person, by the secret that is theirs alone.
  /// - Throws: `missing` when they have set none, `wrong` when it is not the one.
  func check(
    _ signer: Signer, is person: Person, missing: StoreError, wrong: StoreError
  ) throws {
    guard let sealed = try rows.secret(of: person.id) else { throw missing }
    guard sealed.opens(for: signer) else { throw wrong }
  }

  /// Removes a draft of the actor's.
  func remove(_ draft: Draft.Key?) throws {
    if let draft { try rows.remove(OwnDraft(draft, of: actor.account)) }
  }

  /// Judges a case and saves what changed: gives the flags raised, the most urgent first, and those cleared.
  @discardableResult
  func judge(
    _ loaded: inout LoadedCase, at now: Instant, _ mint: inout IdentifierMint
  ) throws -> (raised: [Flag], cleared: [Flag]) {
    let child = loaded.record.child.id
    let present = present(now)
    var known = loaded.evaluation?.flags ?? []
    let judged: Evaluation
    if let evaluation = loaded.evaluation, evaluation.isAhead(of: present) {
      known = try rows.flags(of: child)
      judged = judge.judgeWhileClockIsAhead(
        loaded.record, evaluation, every: known, at: present, mint: &mint)
    } else {
      judged = judge.evaluate(
        loaded.record, loaded.evaluation, at: now, present: present, mint: &mint)
    }
    let before = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
    for flag in judged.flags where before[flag.id] != flag { try rows.save(flag) }
    try rows.save(judged, of: child)
    loaded.evaluation = judged
    let raised = judged.flags.filter { before[$0.id] == nil && $0.cleared == nil }
    let cleared = judged.flags.filter { before[$0.id] != nil && $0.cleared != nil }
    return (raised.sorted(by: Flag.byUrgency), cleared)
  }

  /// Judges a case again from its first day where it was judged for a day to come; returns the flags that this
  /// ended.
  func rejudgeFromStart(
    _ loaded: inout LoadedCase, at now: Instant, _ mint: inout IdentifierMint
  ) throws -> [Flag] {
    let present = present(now)
    guard loaded.evaluation?.isAhead(of: present) == true else { return [] }
    let child = loaded.record.child.id
    let rejudgement = judge.rejudgeFromStart(
      loaded.record, every: try rows.flags(of: child), to: present, mint: &mint)
    for flag in rejudgement.changed { try rows.save(flag) }
    for since in rejudgement.correctedTimes { try rows.insert(since, of: child) }
    loaded.record.correctedTimes += rejudgement.correctedTimes
    loaded.evaluation = rejudgement.evaluation
    return rejudgement.ended
  }

  /// Checks that a contact may close the case or step it down, after judging it up to today.
  /// - Throws: `openQuestions`.
  func check(
    _ contact: Contact, _ loaded: inout LoadedCase, at now: Instant, _ mint: inout IdentifierMint
  ) throws {
    if loaded.evaluation?.isAhead(of: present(now)) == true {
      try judge(&loaded, at: now, &mint)
    }
    try judge.check(contact, in: loaded.record, loaded.evaluation, at: now)
  }
}

extension SealedSecret {
  /// Whether a signer's secret is the one that was sealed.
  func opens(for signer: Signer) -> Bool {
    switch signer {
    case .secret(_, let secret): opens(with: secret)
    }
  }
}
