import Foundation
import GRDB
package import Records
package import Storage
import Synchronization

extension SQLiteStore {
  package func add(_ person: Person) throws(StoreError) {
    try writing { db in
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE authority_id = ? AND account = ?)",
        arguments: [authority.blob, person.account])
      if isKnown == true { throw StoreError.duplicatePerson }
      try db.execute(
        sql: """
          INSERT INTO person (authority_id, id, name, role, sector, agency_name, account)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          authority.blob, person.id.blob, person.name, person.role.title,
          person.agency.sector.rawValue, person.agency.name, person.account,
        ])
    }
  }

  package func add(_ child: Child) throws(StoreError) {
    forgetChildIndex()
    try writing { db in
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM child WHERE authority_id = ? AND ref = ?)",
        arguments: [authority.blob, child.ref])
      if isKnown == true { throw StoreError.duplicateChild }
      try ChildRow.insert(child, authority: authority, into: db)
    }
  }

  package func record(
    _ contacts: [NewContact], finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> [Recorded] {
    let earlier = draft.flatMap { draft in attempts.withLock { $0[draft] } } ?? []
    var used: [Identifier] = []
    do throws(StoreError) {
      let saved = try writing { db in
        let recorded = try contacts.map { new in
          try finish(earlier, with: new, by: author, at: now, in: db)
            ?? record(new, by: author, at: now, in: db)
        }
        used = recorded.map(\.contact.id)
        try DraftRow.remove(draft, authority: authority, from: db)
        return recorded
      }
      if let draft { attempts.withLock { $0[draft] = nil } }
      return saved
    } catch {
      if let draft, !used.isEmpty { attempts.withLock { $0[draft] = used } }
      throw error
    }
  }

  private func record(
    _ new: NewContact, by author: String, at now: Instant, in db: Database
  ) throws -> Recorded {
    var held = try heldCase(of: new.child, in: db)
    var mint = held.mint
    let contact = Contact(
      id: mint.next(at: now), child: new.child, recordedAt: now, recordedBy: author, isTyped: true,
      facts: new.facts)
    try check(contact, &held, at: now, &mint, in: db)
    held.record.versions.append(contact)
    try ContactRow.insert(contact, authority: authority, into: db)
    try save(new.noted, of: contact, &held, &mint, by: author, at: now, in: db)
    let judged = try judge(&held, at: now, &mint, in: db)
    return Recorded(contact: contact, child: held.record.child, raised: judged.raised)
  }

  package func note(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Noted {
    try writing { db in
      try DraftRow.remove(draft, authority: authority, from: db)
      var held = try heldCase(of: child, in: db)
      var mint = held.mint
      let record = FactRecord(
        id: mint.next(at: now), child: child, corrects: earlier, recordedAt: now,
        recordedBy: author, fact: fact)
      try save(record, &held, at: now, in: db)
      let judged = try judge(&held, at: now, &mint, in: db)
      return Noted(record: record, child: held.record.child, raised: judged.raised)
    }
  }

  package func take(
    _ facts: [ImportedFact], by author: String, at now: Instant
  ) throws(StoreError) -> ImportReport {
    try writing { db in
      var report = ImportReport()
      for (child, facts) in Dictionary(grouping: facts, by: \.child) {
        var held = try heldCase(of: child, in: db)
        var mint = held.mint
        for imported in facts {
          guard !imported.isKnown(in: held.record) else {
            report.alreadyThere += 1
            continue
          }
          let record = FactRecord(
            id: mint.next(at: now), child: child, recordedAt: now, recordedBy: author,
            fact: imported.fact)
          try save(record, &held, at: now, in: db)
          report.added += 1
        }
        report.flagsRaised += try judge(&held, at: now, &mint, in: db).raised.count
      }
      return report
    }
  }

  /// Adds the facts that were typed with a contact, if they can be true.
  func save(
    _ facts: [Fact], of contact: Contact, _ held: inout HeldCase, _ mint: inout IdentifierMint,
    by author: String, at now: Instant, in db: Database
  ) throws {
    for fact in facts {
      let record = FactRecord(
        id: mint.next(at: now), child: contact.child, contact: contact.id, recordedAt: now,
        recordedBy: author, fact: fact)
      try save(record, &held, at: now, in: db)
    }
  }

  /// Adds a fact to a case if it can be true.
  private func save(
    _ record: FactRecord, _ held: inout HeldCase, at now: Instant, in db: Database
  ) throws {
    try held.record.noteChecked(record, today: now.londonDay, calendar: judge.calendar)
    try FactRow.insert(record, authority: authority, into: db)
    guard [.involvement, .address].contains(record.fact.kind) else { return }
    held.record.formerRows = try ChildRow.formerRows(
      of: record.child, authority: authority, in: db)
    let child = held.record.child(following: record)
    guard child != held.record.child else { return }
    try ChildRow.update(child, at: now, authority: authority, in: db)
    held.record.change(to: child, at: now)
    forgetChildIndex()
  }

  package func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Recorded {
    try writing { db in
      try DraftRow.remove(draft, authority: authority, from: db)
      return try amend(contact, to: facts, because: reason, by: author, at: now, in: db)
    }
  }

  func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String, by author: String,
    at now: Instant, in db: Database
  ) throws -> Recorded {
    var held = try heldCase(of: contact.child, in: db)
    let versions = held.record.versions.filter { $0.id == contact.id }.map(\.version)
    guard let latest = versions.max() else { throw StoreError.unknownContact }
    guard latest == contact.version else { throw StoreError.changedElsewhere }
    var mint = held.mint
    let amended = Contact(
      id: contact.id, child: contact.child, version: latest + 1, recordedAt: now,
      recordedBy: author, amendmentReason: reason, isTyped: true, facts: facts)
    try check(amended, &held, at: now, &mint, in: db)
    held.record.versions.append(amended)
    try ContactRow.insert(amended, authority: authority, into: db)
    let judged = try judge(&held, at: now, &mint, in: db)
    return Recorded(contact: amended, child: held.record.child, raised: judged.raised)
  }

  package func answer(
    _ flag: Identifier, _ decision: Answer.Decision, replacing earlier: Identifier?,
    finishing draft: OwnDraft?, by author: String, at now: Instant
  ) throws(StoreError) -> Flag {
    try writing { db in
      try DraftRow.remove(draft, authority: authority, from: db)
      var answered = try self.flag(flag, in: db)
      guard answered.cleared == nil else { throw StoreError.flagCleared }
      try decision.checked(
        on: answered, replacing: earlier, at: now, calendar: judge.calendar)
      var held = try heldCase(of: answered.child, in: db)
      var mint = held.mint
      let answer = Answer(
        id: mint.next(at: max(now, answered.answer?.answeredAt ?? now)), flag: flag,
        decision: decision, answeredBy: author, answeredAt: now,
        signer: decision.needsSignature ? judge.signer(answered, held.record) : nil)
      try FlagRow.insert(answer, authority: authority, into: db)
      answered.answer = answer
      held.standing?.flags = try flags(of: answered.child, in: db).filter { $0.cleared == nil }
      _ = try judge(&held, at: now, &mint, in: db)
      return answered
    }
  }

  package func refresh(to now: Instant, limit: Int) throws(StoreError) -> Refreshed {
    let (due, count) = try reading { db in
      try staleChildren(at: now, limit: limit, in: db)
    }
    guard count > 0 else { return Refreshed(judged: 0, left: 0) }
    let work: (Database) throws -> Refreshed = { [self] db in
      var mint = IdentifierMint()
      for child in due {
        var held = try heldCase(of: child, in: db)
        _ = try judge(&held, at: now, &mint, in: db)
      }
      return Refreshed(judged: due.count, left: count - due.count)
    }
    return due.count > SQLiteStore.fewCases ? try writingMuch(work) : try writing(work)
  }

  /// So many cases fit into the usual cache while they are judged.
  private static let fewCases = 100

  /// Some of the children whose evaluation has run out, is by an earlier reader, or is for a day that has not
  /// come and was not looked at today; and how many there are in all.
  private func staleChildren(
    at now: Instant, limit: Int, in db: Database
  ) throws -> (due: [Identifier], count: Int) {
    let stale = """
      (SELECT child_id FROM standing INDEXED BY standing_by_expiry
        WHERE authority_id = ?1 AND holds_through < ?2
       UNION SELECT child_id FROM standing INDEXED BY standing_by_moment
        WHERE authority_id = ?1 AND changes_at < ?3
       UNION SELECT child_id FROM standing INDEXED BY standing_by_evaluation
        WHERE authority_id = ?1 AND evaluated_on > ?5
          AND (changes_at IS NULL OR changes_at > ?6)
       UNION SELECT child_id FROM standing INDEXED BY standing_by_reader
        WHERE authority_id = ?1 AND reader < ?7)
      """
    let today = max(now, clock()).londonDay
    let arguments: StatementArguments = [
      authority.blob, now.londonDay.dayNumber, now.seconds, limit, today.dayNumber,
      Instant(endOf: today).seconds, judge.reader,
    ]
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM " + stale, arguments: arguments)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT child_id FROM \(stale) LIMIT ?4", arguments: arguments)
    return (try Array(rows.map { try $0.identifier(0) }), count ?? 0)
  }
}
