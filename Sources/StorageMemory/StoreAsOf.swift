package import Records
package import Storage
import Synchronization

/// A store seen at a moment: what had been recorded by then is read, and what is written is stored,
/// stamped with that moment.
///
/// - Reading: a view of the cases as they stood, judged as they would have been, which is held in
///   memory and replaces no evaluation of the store.
/// - Writing: the store itself; the cases that were written are then recalled again.
/// - People, secrets, drafts, rulebooks and the audit log are the store's own.
///
/// ```swift
/// let store = try StoreAsOf(stored, at: moment) { child throws(StoreError) in try recall(child) }
/// _ = try store.record(visit, child: kit, by: "Ida Rowe", at: moment)  // is on disk
/// ```
package final class StoreAsOf: CaseStore {
  /// Recalls every case, or that of one child.
  package typealias Recall = @Sendable (Identifier?) throws(StoreError) -> MemoryStore

  let stored: any CaseStore
  private let recall: Recall
  private let held: Mutex<Held>

  private struct Held {
    /// Nil until every case is recalled, and while the store is closed.
    var view: MemoryStore?
    /// The children who were written since they were recalled.
    var written: Set<Identifier> = []
  }

  /// - Throws: why the store can't be read.
  package init(_ stored: any CaseStore, recalling recall: @escaping Recall) throws(StoreError) {
    self.stored = stored
    self.recall = recall
    held = Mutex(Held(view: try recall(nil)))
  }

  /// Returns the view, with what was written since it was last asked for.
  ///
  /// What was written is recalled here and not where it is saved: a failure to read it must not say
  /// that it was not saved.
  /// - Throws: why the store can't be read.
  func view() throws(StoreError) -> MemoryStore {
    let (known, written) = held.withLock { ($0.view, $0.written) }
    let view: MemoryStore
    if let known { view = known } else { view = try recall(nil) }
    if known != nil { for child in written { view.take(try recall(child), of: child) } }
    held.withLock { held in
      held.view = view
      held.written.subtract(written)
    }
    return view
  }

  private func note(written children: [Identifier]) {
    held.withLock { $0.written.formUnion(children) }
  }

  private func forgetView() {
    held.withLock { $0.view = nil }
  }

  package func record(
    _ contacts: [NewContact], finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> [SavedContact] {
    let recorded = try stored.record(contacts, finishing: draft, at: now)
    note(written: contacts.map(\.child))
    return recorded
  }

  package func recordFact(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> SavedFact {
    let noted = try stored.recordFact(
      fact, of: child, correcting: earlier, finishing: draft, at: now)
    note(written: [child])
    return noted
  }

  package func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> SavedContact {
    let amended = try stored.amend(
      contact, to: facts, because: reason, finishing: draft, at: now)
    note(written: [contact.child])
    return amended
  }

  package func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> Flag {
    let answered = try stored.answer(
      flag, decision, replacing: earlier, finishing: draft, at: now)
    note(written: [answered.child])
    return answered
  }

  package func sign(
    _ flag: Identifier, answer shown: Identifier, by signer: Signer,
    at now: Instant
  ) throws(StoreError) -> Flag {
    let signed = try stored.sign(flag, answer: shown, by: signer, at: now)
    note(written: [signed.child])
    return signed
  }

  package func add(_ child: Child) throws(StoreError) {
    try stored.add(child)
    note(written: [child.id])
  }

  package func importFacts(
    _ facts: [ImportedFact], at now: Instant
  ) throws(StoreError) -> ImportReport {
    let report = try stored.importFacts(facts, at: now)
    note(written: facts.map(\.child))
    return report
  }

  package func importContacts(
    _ batch: ImportBatch, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport {
    let report = try stored.importContacts(batch, at: now, progress: progress)
    forgetView()
    return report
  }

  package func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport {
    let report = try stored.rescan(at: now, progress: progress)
    forgetView()
    return report
  }

  /// The view was judged up to its moment when it was recalled: nothing of it has run out.
  package func refresh(to now: Instant, limit: Int) -> RefreshReport {
    RefreshReport(judged: 0, left: 0)
  }

  package func close() throws(StoreError) {
    try stored.close()
    forgetView()
  }

  package func reopen() throws(StoreError) { try stored.reopen() }
}
