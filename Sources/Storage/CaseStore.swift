package import Records

/// What may be asked of a store of children's cases.
///
/// Each backend answers in its own best way; the contract suite says what the right answer is. A
/// store is made with an `Evaluate` and calls it inside the transaction that changes a case, so that
/// a contact and the flags it raises are saved together or not at all. Calls block: the interface
/// makes them on a thread of their own.
package protocol CaseStore: RemovalStore, AnyObject, Sendable {
  /// Everybody who uses this store.
  func people() throws(StoreError) -> [Person]

  /// The children that a query names, in the order of their names, with the flags that stand.
  func cases(_ query: CaseQuery) throws(StoreError) -> [CaseLine]

  func child(ref: String) throws(StoreError) -> Child?

  /// Everything about one child.
  /// - Throws: `unknownChild`.
  func caseFile(of child: Identifier) throws(StoreError) -> CaseFile

  /// Every flag that stands, and those that were cleared if asked for; the most urgent first.
  func flags(includingCleared: Bool) throws(StoreError) -> [FlagEntry]

  /// Every answer ever given, in the order in which they were given.
  func answers() throws(StoreError) -> [Answer]

  /// Every fact of one kind about any child, in the order of recording.
  func facts(of kind: FactKind) throws(StoreError) -> [FactRecord]

  /// The rulebooks by which this store has judged, the first adopted first.
  func rulebooks() throws(StoreError) -> [AdoptedRulebook]

  /// Adopts a rulebook; it is judged by when the store is opened again.
  func adopt(_ rulebook: AdoptedRulebook) throws(StoreError)

  /// The latest version of contacts with any child, newest first, after one of them.
  /// - Throws: `unknownContact` when there is no such contact.
  func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry]

  /// The places of the contacts that a query names, in its order.
  /// - Throws: `cancelled` when `interrupt` was called meanwhile.
  func logIndex(_ query: LogQuery) throws(StoreError) -> LogIndex

  /// The contacts at places of an index, in their order.
  /// - Throws: `unknownContact` when a place is none.
  func log(at places: [Int32]) throws(StoreError) -> [LogEntry]

  /// Where a contact stands in an index made now.
  /// - Throws: `unknownContact`.
  func place(of contact: Identifier) throws(StoreError) -> Int32

  /// The children that words find by name, reference, household, worker, address and date of birth,
  /// with allowance for a slip of the finger; the best first, at most so many.
  func find(_ words: String, limit: Int) throws(StoreError) -> Found

  /// Contacts whose notes hold every word, each word as the beginning of one: of those recorded last
  /// at most so many, newest first. Nothing for no words; whatever is typed, it is words.
  func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit]

  /// Ends the reading that is under way, which then throws `cancelled`; saving goes on.
  func interrupt()

  /// Calls, on a thread of the store's, whenever another process has changed it; what this one does
  /// itself is not told. For as long as the store is open.
  func watch(_ changed: @escaping @Sendable () -> Void)

  /// Remembers that something was read, to be written into the audit log with whatever is written
  /// next; the same again within five minutes is remembered once.
  func remember(_ access: Access)

  /// Writes what is remembered into the audit log; on disk when it returns.
  func writeAccesses() throws(StoreError)

  /// Checks every entry of the audit log and every record that it speaks of, and the log against
  /// checkpoints that were kept elsewhere.
  func audit(against anchors: [String]) throws(StoreError) -> AuditReport

  /// The log's head, signed, to be kept where nobody who can change the store can change it.
  func checkpoint() throws(StoreError) -> String

  /// Closes what holds the records, so that nothing of them is open any more; until it is taken up
  /// again everything else throws `locked`.
  func letGo() throws(StoreError)

  /// Opens again what was let go of.
  func takeUp() throws(StoreError)

  /// Every agency that ever had a contact, the one with the most first.
  func agencies(on day: CalendarDate) throws(StoreError) -> [AgencySummary]

  /// - Throws: `duplicatePerson` when the account is known already.
  func add(_ person: Person) throws(StoreError)

  /// - Throws: `duplicateChild` when the reference is known already.
  func add(_ child: Child) throws(StoreError)

  /// Saves contacts that were entered together, such as those with siblings seen at once, with the
  /// facts of their form, and judges each case; on disk when it returns, and the draft with it gone.
  /// - Throws: `unknownChild`; `impossibleFact`, or `openQuestions` for a closure or step-down, and
  ///   then nothing of any child is saved and the draft is still there.
  func record(
    _ contacts: [NewContact], finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> [Recorded]

  /// Saves a fact that stands beside the contacts, or mends an earlier one, and judges the case.
  /// - Throws: `unknownChild`, `impossibleFact`.
  func note(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Noted

  /// Takes in facts of a file, all or none; those that are there already are left alone.
  /// - Throws: `unknownChild`, `impossibleFact`.
  func take(
    _ facts: [ImportedFact], by author: String, at now: Instant
  ) throws(StoreError) -> ImportReport

  /// Saves a further version of a contact and judges the case; no version is overwritten.
  /// - Throws: `unknownContact`; `changedElsewhere` when the version amended is not the latest;
  ///   `openQuestions` when it becomes a closure or step-down.
  func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Recorded

  /// Saves an answer and gives the flag with it; a decision awaits its signature.
  ///
  /// `earlier` is the answer that stands and that this one is given instead of; nil on a flag that is
  /// open. Every answer ever given stays.
  /// - Throws: `unknownFlag`; `flagCleared` when there is nothing left to answer; `impossibleAnswer`.
  func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Flag

  /// Signs the decision that the signer was shown, with their own secret, while it is the flag's last
  /// answer.
  /// - Throws: `unknownFlag`, `unknownPerson`; `impossibleAnswer` when they may not, or the secret is
  ///   wrong.
  func sign(
    _ flag: Identifier, answer shown: Identifier, by account: String, secret: String,
    at now: Instant
  ) throws(StoreError) -> Flag

  /// Sets the secret with which a person signs; a later one needs the one before.
  /// - Throws: `unknownPerson`; `impossibleAnswer(.wrongSecret)`.
  func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError)

  /// Whether the person of an account has set a secret.
  func hasSecret(_ account: String) throws(StoreError) -> Bool

  /// Whether a secret is that of the person of an account.
  func opens(_ account: String, with secret: String) throws(StoreError) -> Bool

  /// Takes in rows of files, all or none; rows that are there already are left alone.
  func take(
    _ batch: ImportBatch, by author: String, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport

  /// Keeps a draft for an account, in place of the one that it had of the same form and subject; on
  /// disk when it returns.
  /// - Throws: `unknownChild`.
  func keep(_ draft: Draft, of account: String) throws(StoreError)

  /// The drafts of an account, the latest kept first; nobody is given another's.
  func drafts(of account: String) throws(StoreError) -> [UnfinishedForm]

  /// Removes a draft at its owner's wish; nothing happens when it is gone already.
  func discard(_ draft: OwnDraft) throws(StoreError)

  /// Judges again the cases whose last evaluation has run out, at most so many of them, and gives how
  /// many it judged and how many are left.
  func refresh(to now: Instant, limit: Int) throws(StoreError) -> Refreshed

  /// Judges every case again, and gives the flags that it raised.
  func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport
}

/// A rulebook as it was adopted; none is ever taken back, only followed by another.
package struct AdoptedRulebook: Hashable, Sendable {
  package let edition: String
  /// The text that was adopted, in TOML.
  package let text: String
  package let by: String
  package let at: Instant

  package init(edition: String, text: String, by author: String, at moment: Instant) {
    self.edition = edition
    self.text = text
    by = author
    at = moment
  }
}

/// Which children a list shows.
package enum CaseQuery: Hashable, Sendable {
  /// Those who have a flag that stands.
  case flagged
  /// Those of them who have one to act on today: the head of the list, which is there first.
  case flaggedToday
  /// Those whose reference, name, worker, household, address or notes hold every word; each word
  /// may be the beginning of one. All children when there are no words.
  case matching(String)
}

/// How far long work has come; says whether to go on.
///
/// Called with what is done and what there is in all; false ends the work with `cancelled` and
/// leaves the store as it was.
package typealias OnProgress = (_ done: Int, _ total: Int) -> Bool

/// How far the cases whose evaluation had run out have been judged again.
package struct Refreshed: Hashable, Sendable {
  package let judged: Int
  package let left: Int

  package init(judged: Int, left: Int) {
    self.judged = judged
    self.left = left
  }
}
