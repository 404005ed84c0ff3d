package import Records
package import Storage

// Answers to flags, and their signatures.

extension ScriptedStore {
  package func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> Flag {
    try transaction { script in
      try script.remove(draft)
      var answered = try script.flag(flag)
      guard answered.cleared == nil else { throw StoreError.flagCleared }
      try decision.checked(
        on: answered, replacing: earlier, at: now, calendar: script.judge.calendar)
      var loaded = try script.loadedCase(of: answered.child)
      var mint = loaded.mint
      let answer = Answer(
        id: mint.next(at: max(now, answered.answer?.answeredAt ?? now)), flag: flag,
        decision: decision, answeredBy: script.author, account: script.actor.account,
        answeredAt: now,
        signer: decision.needsSignature ? script.judge.signer(answered, loaded.record) : nil)
      try script.rows.insert(answer)
      answered.answer = answer
      loaded.evaluation?.flags = try script.rows.flags(of: answered.child)
        .filter { $0.cleared == nil }
      try script.judge(&loaded, at: now, &mint)
      return answered
    }
  }

  package func sign(
    _ flag: Identifier, answer shown: Identifier, by signer: Signer,
    at now: Instant
  ) throws(StoreError) -> Flag {
    try transaction { script in
      var signed = try script.flag(flag)
      let person = try script.person(of: signer.account)
      guard let answer = signed.answer, answer.id == shown else {
        throw StoreError.impossibleAnswer(.nothingToSign)
      }
      try answer.checked(signedBy: person)
      try script.check(
        signer, is: person, missing: .impossibleAnswer(.noSecret),
        wrong: .impossibleAnswer(.wrongSecret))
      let signature = Answer.Signature(of: person, at: now)
      try script.rows.insert(signature, of: answer.id)
      signed.answer?.signature = signature
      var loaded = try script.loadedCase(of: signed.child)
      var mint = loaded.mint
      try script.judge(&loaded, at: now, &mint)
      return signed
    }
  }
}
