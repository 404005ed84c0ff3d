package import Records
package import Secrets
package import Storage

/// What the scripts of `StorageCore` need of a store inside one transaction: values in and out of rows, and no
/// rule.
///
/// - People and secrets, children, cases, judgements, answers, drafts, removals and rulebooks each have their
///   few calls.
/// - A read gives nil, or an empty list, where there is nothing; it never refuses. An insert is of a row that
///   is not there; `save` also replaces one.
/// - What they throw is the driver's own error: the store that opened the transaction turns it into a
///   `StoreError`.
package protocol CaseRows {
  // MARK: People

  /// Everybody who uses the store, in the order of their ids.
  func people() throws -> [Person]
  func person(of account: String) throws -> Person?
  func insert(_ person: Person) throws
  /// The secret that a person set last.
  func secret(of person: Identifier) throws -> SealedSecret?
  func insert(_ secret: SealedSecret, of person: Identifier, at moment: Instant) throws

  // MARK: Children

  /// The ids of all children, in their order.
  func children() throws -> [Identifier]
  /// The child of a reference.
  func child(ref: String) throws -> Identifier?
  func contains(child: Identifier) throws -> Bool
  func insert(_ child: Child) throws
  /// Replaces a child's row; the former row is stored with the moment until which it applied.
  func update(_ child: Child, at moment: Instant) throws
  /// Returns a child's former rows, the oldest first.
  func formerRows(of child: Identifier) throws -> [CaseRecord.FormerRow]

  // MARK: Cases

  /// A child's record, and how it was last judged; its former rows may be left out.
  func loadedCase(of child: Identifier) throws -> LoadedCase?
  /// Whether any version of a contact is there.
  func contains(contact: Identifier) throws -> Bool
  func insert(_ contact: Contact) throws
  func insert(_ fact: FactRecord) throws

  // MARK: Judgements

  /// A flag with its last answer.
  func flag(_ flag: Identifier) throws -> Flag?
  /// Every flag ever raised for a child, each with its last answer.
  func flags(of child: Identifier) throws -> [Flag]
  /// Inserts a flag or replaces the one of its id; of its answer only that it was broken open.
  func save(_ flag: Flag) throws
  func save(_ evaluation: Evaluation, of child: Identifier) throws
  func insert(_ since: CorrectedTime, of child: Identifier) throws
  /// Children whose judgement has run out, at most so many, and how many they are in all.
  func dueCases(_ due: DueCases, limit: Int) throws -> (children: [Identifier], count: Int)

  // MARK: Answers

  func insert(_ answer: Answer) throws
  func insert(_ signature: Answer.Signature, of answer: Identifier) throws

  // MARK: Drafts

  /// Saves a draft in place of the one that the account had of the same form and subject.
  func save(_ draft: Draft, of account: String) throws
  func remove(_ draft: OwnDraft) throws
  /// The drafts of an account, the one saved last first.
  func drafts(of account: String) throws -> [UnfinishedForm]

  // MARK: Removal

  /// Every hold ever set, in the order of setting.
  func legalHolds() throws -> [LegalHold]
  func insert(_ hold: LegalHold) throws
  func insert(_ lifting: LegalHold.Lifting, of hold: Identifier) throws
  /// Everything ever proposed for removal, in the order of proposing.
  func removals() throws -> [Removal]
  func insert(_ removal: Removal) throws
  func insert(_ refusal: Removal.Refusal, of removal: Removal) throws
  /// Destroys what a removal names, writes the certificate and gives it.
  func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature
  ) throws -> Removal.Certificate

  // MARK: Rulebooks

  /// The rulebooks by which the store has judged, the first adopted first.
  func rulebooks() throws -> [AdoptedRulebook]
  func insert(_ rulebook: AdoptedRulebook) throws
}
