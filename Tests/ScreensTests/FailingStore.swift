import Records
import Storage
import Synchronization

/// A store whose writing fails for as long as it is told to, as a full or locked disk does.
final class FailingStore: CaseStore {
  let store: any CaseStore
  private let failure = Mutex<StoreError?>(nil)

  init(_ store: any CaseStore) {
    self.store = store
  }

  var error: StoreError? {
    get { failure.withLock { $0 } }
    set { failure.withLock { $0 = newValue } }
  }

  func check() throws(StoreError) {
    if let error { throw error }
  }

  func record(
    _ contacts: [NewContact], finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> [Recorded] {
    try check()
    return try store.record(contacts, finishing: draft, by: author, at: now)
  }

  func note(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Noted {
    try check()
    return try store.note(
      fact, of: child, correcting: earlier, finishing: draft, by: author, at: now)
  }

  func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Recorded {
    try check()
    return try store.amend(
      contact, to: facts, because: reason, finishing: draft, by: author, at: now)
  }

  func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Flag {
    try check()
    return try store.answer(
      flag, decision, replacing: earlier, finishing: draft, by: author, at: now)
  }

  func keep(_ draft: Draft, of account: String) throws(StoreError) {
    try check()
    try store.keep(draft, of: account)
  }

  func discard(_ draft: OwnDraft) throws(StoreError) {
    try check()
    try store.discard(draft)
  }

  func refresh(to now: Instant, limit: Int) throws(StoreError) -> Refreshed {
    try check()
    return try store.refresh(to: now, limit: limit)
  }

  // What only reads, or is not asked here, is the store's own.

  func people() throws(StoreError) -> [Person] { try store.people() }
  func cases(_ query: CaseQuery) throws(StoreError) -> [CaseLine] { try store.cases(query) }
  func child(ref: String) throws(StoreError) -> Child? { try store.child(ref: ref) }
  func caseFile(of child: Identifier) throws(StoreError) -> CaseFile {
    try store.caseFile(of: child)
  }
  func flags(includingCleared: Bool) throws(StoreError) -> [FlagEntry] {
    try store.flags(includingCleared: includingCleared)
  }
  func answers() throws(StoreError) -> [Answer] { try store.answers() }
  func facts(of kind: FactKind) throws(StoreError) -> [FactRecord] { try store.facts(of: kind) }
  func rulebooks() throws(StoreError) -> [AdoptedRulebook] { try store.rulebooks() }
  func adopt(_ rulebook: AdoptedRulebook) throws(StoreError) { try store.adopt(rulebook) }
  func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry] {
    try store.log(after: after, limit: limit)
  }
  func logIndex(_ query: LogQuery) throws(StoreError) -> LogIndex { try store.logIndex(query) }
  func log(at places: [Int32]) throws(StoreError) -> [LogEntry] { try store.log(at: places) }
  func place(of contact: Identifier) throws(StoreError) -> Int32 { try store.place(of: contact) }
  func find(_ words: String, limit: Int) throws(StoreError) -> Found {
    try store.find(words, limit: limit)
  }
  func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
    try store.search(words, limit: limit)
  }
  func interrupt() { store.interrupt() }
  func remember(_ access: Access) { store.remember(access) }
  func writeAccesses() throws(StoreError) { try store.writeAccesses() }
  func audit(against anchors: [String]) throws(StoreError) -> AuditReport {
    try store.audit(against: anchors)
  }
  func checkpoint() throws(StoreError) -> String { try store.checkpoint() }
  func letGo() throws(StoreError) { try store.letGo() }
  func takeUp() throws(StoreError) { try store.takeUp() }
  func watch(_ changed: @escaping @Sendable () -> Void) { store.watch(changed) }
  func agencies(on day: CalendarDate) throws(StoreError) -> [AgencySummary] {
    try store.agencies(on: day)
  }
  func add(_ person: Person) throws(StoreError) { try store.add(person) }
  func add(_ child: Child) throws(StoreError) { try store.add(child) }
  func take(
    _ facts: [ImportedFact], by author: String, at now: Instant
  ) throws(StoreError) -> ImportReport { try store.take(facts, by: author, at: now) }
  func drafts(of account: String) throws(StoreError) -> [UnfinishedForm] {
    try store.drafts(of: account)
  }
  func sign(
    _ flag: Identifier, answer shown: Identifier, by account: String, secret: String,
    at now: Instant
  ) throws(StoreError) -> Flag {
    try store.sign(flag, answer: shown, by: account, secret: secret, at: now)
  }
  func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError) { try store.setSecret(of: account, from: old, to: new, at: now) }
  func hasSecret(_ account: String) throws(StoreError) -> Bool { try store.hasSecret(account) }
  func opens(_ account: String, with secret: String) throws(StoreError) -> Bool {
    try store.opens(account, with: secret)
  }
  func take(
    _ batch: ImportBatch, by author: String, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport {
    try store.take(batch, by: author, at: now, progress: progress)
  }
  func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport {
    try store.rescan(at: now, progress: progress)
  }
}
