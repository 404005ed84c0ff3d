package import Records

/// What may be changed in a store: each call is one transaction, in which the cases are judged too.
package protocol CaseWriting {
  /// Adopts a rulebook of a text in TOML; it is judged by when the store is opened again.
  func adopt(edition: String, text: String, at now: Instant) throws(StoreError)

  /// - Throws: `duplicatePerson` when the account is known already.
  func add(_ person: Person) throws(StoreError)

  /// - Throws: `duplicateChild` when the reference is known already.
  func add(_ child: Child) throws(StoreError)

  /// Saves contacts that were entered together, such as those with siblings seen at once, with the
  /// facts of their form, and judges each case; on disk when it returns, and the draft with it gone.
  /// - Throws: `unknownChild`; `impossibleFact`, or `openQuestions` for a closure or step-down, and
  ///   then nothing of any child is saved and the draft is still there.
  func record(
    _ contacts: [NewContact], finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> [SavedContact]

  /// Saves a fact, or the correction of an earlier one, and judges the case.
  /// - Throws: `unknownChild`, `impossibleFact`.
  func recordFact(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> SavedFact

  /// Takes in facts of a file, all or none; those that are there already are left alone.
  /// - Throws: `unknownChild`, `impossibleFact`.
  func importFacts(
    _ facts: [ImportedFact], at now: Instant
  ) throws(StoreError) -> ImportReport

  /// Saves a further version of a contact and judges the case; no version is overwritten.
  /// - Throws: `unknownContact`; `changedElsewhere` when the version amended is not the latest;
  ///   `openQuestions` when it becomes a closure or step-down.
  func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> SavedContact

  /// Saves an answer and gives the flag with it; a decision awaits its signature.
  ///
  /// `earlier` is the answer in force that this one replaces; nil where the flag is open. No answer is deleted.
  /// - Throws: `unknownFlag`; `flagCleared` when there is nothing left to answer; `impossibleAnswer`.
  func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> Flag

  /// Signs the decision that the signer was shown, with their own secret, while it is the flag's last
  /// answer.
  /// - Throws: `unknownFlag`, `unknownPerson`; `impossibleAnswer` when they may not, or the secret is
  ///   wrong.
  func sign(
    _ flag: Identifier, answer shown: Identifier, by signer: Signer,
    at now: Instant
  ) throws(StoreError) -> Flag

  /// Sets the secret with which a person signs; a later one needs the one before.
  /// - Throws: `unknownPerson`; `impossibleAnswer(.wrongSecret)`.
  func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError)

  /// Whether the person of an account has set a secret.
  func hasSecret(_ account: String) throws(StoreError) -> Bool

  /// Whether a signer is who they say.
  func opens(_ signer: Signer) throws(StoreError) -> Bool

  /// Takes in rows of files, all or none; rows that are there already are left alone.
  func importContacts(
    _ batch: ImportBatch, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport

  /// Judges again the cases whose last evaluation has run out, at most so many of them, and gives how
  /// many it judged and how many are left.
  func refresh(to now: Instant, limit: Int) throws(StoreError) -> RefreshReport

  /// Judges every case again, and gives the flags that it raised.
  func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport
}

/// How far long work has come; says whether to go on.
///
/// Called with what is done and what there is in all; false ends the work with `cancelled` and
/// leaves the store as it was.
package typealias OnProgress = (_ done: Int, _ total: Int) -> Bool
