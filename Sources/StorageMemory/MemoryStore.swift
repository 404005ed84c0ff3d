package import Records
import Secrets
package import Storage
import Synchronization

/// A store that lives in memory and is gone with the program: the fictional caseload's, the one
/// that screens are tested on, and the one that shows how things stood on an earlier day.
package final class MemoryStore: CaseStore {
  let contents: Mutex<Contents>
  let judge: CaseJudge

  /// A store with nothing in it; `clock` is the machine's.
  package init(judge: CaseJudge, clock: @escaping @Sendable () -> Instant = { Clock.now }) {
    contents = Mutex(Contents(clock: clock))
    self.judge = judge
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
    _ new: [NewContact], finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> [Recorded] {
    try contents.change { contents throws(StoreError) in
      var changed = contents
      var recorded: [Recorded] = []
      for contact in new {
        recorded.append(try changed.record(contact, by: author, at: now, judge))
      }
      changed.remove(draft)
      contents = changed
      return recorded
    }
  }

  package func note(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Noted {
    try contents.change { contents throws(StoreError) in
      guard var held = contents.cases[child] else { throw .unknownChild }
      let record = FactRecord(
        id: contents.mint.next(at: now), child: child, corrects: earlier, recordedAt: now,
        recordedBy: author, fact: fact)
      try held.record.noteChecked(record, today: now.londonDay, calendar: judge.calendar)
      held.record.change(to: held.record.child(following: record), at: now)
      contents.cases[child] = held
      contents.remove(draft)
      return Noted(
        record: record, child: held.record.child,
        raised: contents.judge(child, at: now, by: judge).raised)
    }
  }

  package func take(
    _ facts: [ImportedFact], by author: String, at now: Instant
  ) throws(StoreError) -> ImportReport {
    try contents.change { contents throws(StoreError) in
      var report = ImportReport()
      var changed = contents
      for imported in facts {
        guard var held = changed.cases[imported.child] else { throw .unknownChild }
        guard !imported.isKnown(in: held.record) else {
          report.alreadyThere += 1
          continue
        }
        let record = FactRecord(
          id: changed.mint.next(at: now), child: imported.child, recordedAt: now,
          recordedBy: author, fact: imported.fact)
        try held.record.noteChecked(record, today: now.londonDay, calendar: judge.calendar)
        held.record.change(to: held.record.child(following: record), at: now)
        changed.cases[imported.child] = held
        report.added += 1
      }
      contents = changed
      for child in Set(facts.map(\.child)) {
        report.flagsRaised += contents.judge(child, at: now, by: judge).raised.count
      }
      return report
    }
  }

  package func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Recorded {
    try contents.change { contents throws(StoreError) in
      guard let held = contents.cases[contact.child],
        let latest = held.record.versions.filter({ $0.id == contact.id }).map(\.version).max()
      else { throw .unknownContact }
      guard latest == contact.version else { throw .changedElsewhere }
      let amended = Contact(
        id: contact.id, child: contact.child, version: latest + 1, recordedAt: now,
        recordedBy: author, amendmentReason: reason, isTyped: true, facts: facts)
      try contents.check(amended, at: now, by: judge)
      contents.cases[contact.child]?.record.versions.append(amended)
      contents.remove(draft)
      let judged = contents.judge(contact.child, at: now, by: judge)
      return Recorded(contact: amended, child: held.record.child, raised: judged.raised)
    }
  }

  package func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Flag {
    try contents.change { contents throws(StoreError) in
      let (child, index) = try contents.place(of: flag)
      guard let held = contents.cases[child] else { throw .unknownFlag }
      var answered = held.flags[index]
      guard answered.cleared == nil else { throw .flagCleared }
      try decision.checked(
        on: answered, replacing: earlier, at: now, calendar: judge.calendar)
      // The one before stays as it came to stand, signed or broken.
      if let before = answered.answer { contents.keep(before) }
      answered.answer = Answer(
        id: contents.mint.next(at: now), flag: flag, decision: decision, answeredBy: author,
        answeredAt: now,
        signer: decision.needsSignature ? judge.signer(answered, held.record) : nil)
      if let answer = answered.answer { contents.keep(answer) }
      contents.cases[child]?.flags[index] = answered
      contents.remove(draft)
      _ = contents.judge(child, at: now, by: judge)
      return answered
    }
  }

  package func sign(
    _ flag: Identifier, answer shown: Identifier, by account: String, secret: String,
    at now: Instant
  ) throws(StoreError) -> Flag {
    try contents.change { contents throws(StoreError) in
      let (child, index) = try contents.place(of: flag)
      guard let person = contents.people.first(where: { $0.account == account }) else {
        throw .unknownPerson
      }
      guard var signed = contents.cases[child]?.flags[index], let answer = signed.answer,
        answer.id == shown
      else {
        throw .impossibleAnswer(.nothingToSign)
      }
      try answer.checked(signedBy: person)
      guard let sealed = contents.secrets[person.id] else { throw .impossibleAnswer(.noSecret) }
      guard sealed.opens(with: secret) else { throw .impossibleAnswer(.wrongSecret) }
      signed.answer?.signature = Answer.Signature(
        person: person.id, name: person.name, role: person.role, at: now)
      contents.cases[child]?.flags[index] = signed
      _ = contents.judge(child, at: now, by: judge)
      return signed
    }
  }

  package func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError) {
    guard let sealed = SealedSecret(sealing: new) else { throw .failed(code: 0) }
    try contents.change { contents throws(StoreError) in
      guard let person = contents.people.first(where: { $0.account == account }) else {
        throw .unknownPerson
      }
      if let known = contents.secrets[person.id] {
        guard let old, known.opens(with: old) else { throw .impossibleAnswer(.wrongSecret) }
      }
      contents.secrets[person.id] = sealed
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
        contents.take(imported, by: author, at: now, judge, into: &report)
        done += imported.count
        guard progress(done, batch.count) else {
          contents = before
          throw .cancelled
        }
      }
      if batch.isRehearsal { contents = before }
      return report
    }
  }

  package func refresh(to now: Instant, limit: Int) -> Refreshed {
    contents.withLock { contents in
      let stale = contents.cases.values.filter {
        contents.isStale($0, at: now, reader: judge.reader)
      }
      let due = stale.prefix(limit)
      for held in due { _ = contents.judge(held.record.child.id, at: now, by: judge) }
      return Refreshed(judged: due.count, left: stale.count - due.count)
    }
  }

  package func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport {
    try contents.change { contents throws(StoreError) in
      let before = contents
      var report = RescanReport()
      for child in contents.order {
        contents.forgetEarlierReadings(of: child, than: judge.reader)
        let ended = contents.rewind(child, at: now, by: judge)
        let judged = contents.judge(child, at: now, by: judge)
        if let held = contents.cases[child] {
          report.note(
            held.record.child, raised: judged.raised, cleared: ended + judged.cleared)
        }
        guard progress(report.children, contents.order.count) else {
          contents = before
          throw .cancelled
        }
      }
      return report
    }
  }
}
