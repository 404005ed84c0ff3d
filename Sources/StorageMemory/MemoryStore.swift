package import Records
package import Storage
import Synchronization

/// A store that lives in memory and is gone with the program: the fictional caseload's, the one
/// that screens are tested on, and the one that shows how things stood on an earlier day.
package final class MemoryStore: CaseStore {
  let contents: Mutex<Contents>
  let evaluate: Evaluate

  package init(evaluate: @escaping Evaluate) {
    contents = Mutex(Contents())
    self.evaluate = evaluate
  }

  package func people() -> [Person] {
    contents.withLock { $0.people }
  }

  package func add(_ person: Person) throws(StoreError) {
    try contents.change { contents throws(StoreError) in
      guard !contents.people.contains(where: { $0.account == person.account }) else {
        throw .duplicatePerson
      }
      contents.people.append(person)
    }
  }

  package func add(_ child: Child) throws(StoreError) {
    try contents.change { contents throws(StoreError) in
      guard contents.refs[child.ref] == nil else { throw .duplicateChild }
      contents.insert(child)
    }
  }

  package func record(
    _ facts: ContactFacts, child: Identifier, by author: String, at now: Instant
  ) throws(StoreError) -> Recorded {
    try contents.change { contents throws(StoreError) in
      guard contents.cases[child] != nil else { throw .unknownChild }
      let contact = contents.append(facts, child: child, by: author, at: now)
      let judged = contents.judge(child, at: now, by: evaluate)
      return Recorded(contact: contact, raised: judged.raised)
    }
  }

  package func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String, by author: String,
    at now: Instant
  ) throws(StoreError) -> Recorded {
    try contents.change { contents throws(StoreError) in
      let versions = contents.cases[contact.child]?.record.versions.filter { $0.id == contact.id }
      guard let latest = versions?.map(\.version).max() else { throw .unknownContact }
      guard latest == contact.version else { throw .changedElsewhere }
      let amended = Contact(
        id: contact.id, child: contact.child, version: latest + 1, recordedAt: now,
        recordedBy: author, amendmentReason: reason, facts: facts)
      contents.cases[contact.child]?.record.versions.append(amended)
      let judged = contents.judge(contact.child, at: now, by: evaluate)
      return Recorded(contact: amended, raised: judged.raised)
    }
  }

  package func answer(
    _ flag: Identifier, _ decision: Answer.Decision, by author: String, at now: Instant
  ) throws(StoreError) -> Flag {
    try contents.change { contents throws(StoreError) in
      for (child, held) in contents.cases {
        guard let index = held.flags.firstIndex(where: { $0.id == flag }) else { continue }
        guard held.flags[index].cleared == nil else { throw .flagCleared }
        let answer = Answer(
          id: contents.mint.next(at: now), flag: flag, decision: decision, answeredBy: author,
          answeredAt: now)
        contents.cases[child]?.flags[index].answer = answer
        var answered = held.flags[index]
        answered.answer = answer
        return answered
      }
      throw .unknownFlag
    }
  }

  package func take(
    _ batch: ImportBatch, by author: String, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport {
    try contents.change { contents throws(StoreError) in
      let before = contents
      var report = ImportReport()
      var done = 0
      for imported in batch.children {
        contents.take(imported, by: author, at: now, evaluate, into: &report)
        done += imported.contacts.count
        guard progress(done, batch.count) else {
          contents = before
          throw .cancelled
        }
      }
      return report
    }
  }

  package func refresh(to now: Instant) -> Int {
    contents.withLock { contents in
      let today = now.londonDay
      let stale = contents.cases.values.filter { held in
        held.standing?.holdsThrough.map { $0 < today } ?? false
      }
      for held in stale { _ = contents.judge(held.record.child.id, at: now, by: evaluate) }
      return stale.count
    }
  }

  package func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport {
    try contents.change { contents throws(StoreError) in
      let before = contents
      var report = RescanReport()
      for child in contents.order {
        let judged = contents.judge(child, at: now, by: evaluate)
        report.note(raised: judged.raised.count, cleared: judged.cleared)
        guard progress(report.children, contents.order.count) else {
          contents = before
          throw .cancelled
        }
      }
      return report
    }
  }
}

extension Mutex where Value == Contents {
  /// Runs a change that may refuse, under the lock.
  ///
  /// The outcome travels as a value, since the lock's own closure does not carry typed errors.
  func change<Answer>(
    _ work: (inout Contents) throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer {
    let outcome = withLock { contents -> Result<Answer, StoreError> in
      do throws(StoreError) {
        return .success(try work(&contents))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
