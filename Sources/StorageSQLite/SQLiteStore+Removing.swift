import Foundation
import GRDB
package import Records
import Secrets
package import Storage

extension SQLiteStore {
  package func holds() throws(StoreError) -> [LegalHold] {
    try reading { try RemovalRow.holds(authority, in: $0) }
  }

  package func hold(
    _ child: Identifier?, because reason: String, by author: String, at now: Instant
  ) throws(StoreError) -> LegalHold {
    try writing { db in
      if let child { _ = try heldCase(of: child, in: db) }
      var mint = IdentifierMint(after: try RemovalRow.holds(authority, in: db).last?.id)
      let hold = LegalHold(
        id: mint.next(at: now), child: child, because: reason, setBy: author, setAt: now)
      try db.execute(
        sql: """
          INSERT INTO legal_hold (authority_id, id, child_id, because, set_by, set_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [authority.blob, hold.id.blob, child?.blob, reason, author, now.seconds])
      return hold
    }
  }

  package func lift(
    _ hold: Identifier, because reason: String, by account: String, secret: String, at now: Instant
  ) throws(StoreError) {
    try writing { db in
      guard let standing = try RemovalRow.holds(authority, in: db).first(where: { $0.id == hold })
      else { throw StoreError.impossibleRemoval(.unknownHold) }
      let person = try person(of: account, in: db)
      try standing.checked(
        liftedBy: person, beside: try RemovalRow.removals(authority, in: db))
      try open(person, with: secret, in: db)
      try db.execute(
        sql: """
          INSERT INTO hold_lifted (authority_id, hold_id, because, lifted_by, lifted_at)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [authority.blob, hold.blob, reason, person.name, now.seconds])
    }
  }

  /// - Throws: `impossibleRemoval` when the secret is not theirs.
  private func open(_ person: Person, with secret: String, in db: Database) throws {
    guard let sealed = try self.secret(of: person, in: db) else {
      throw StoreError.impossibleRemoval(.noSecret)
    }
    guard sealed.opens(with: secret) else { throw StoreError.impossibleRemoval(.wrongSecret) }
  }

  private func fingerprint(of record: CaseRecord, in db: Database) throws -> Fingerprint {
    let answers = try flags(of: record.child.id, in: db).compactMap(\.answer?.id)
    return Fingerprint(of: record, answers: answers)
  }

  package func removals() throws(StoreError) -> [Removal] {
    try reading { try RemovalRow.removals(authority, in: $0) }
  }

  package func propose(
    _ scope: Removal.Scope, of child: Identifier, on ground: Removal.Ground,
    because reason: String, by account: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try writing { db in
      let person = try person(of: account, in: db)
      let record = try heldCase(of: child, in: db).record
      let holds = try RemovalRow.holds(authority, in: db)
      try Removal.checked(scope, on: ground, of: record, under: holds, today: now.londonDay)
      var mint = IdentifierMint(after: try RemovalRow.removals(authority, in: db).last?.id)
      let removal = Removal(
        id: mint.next(at: now), child: child, childRef: record.child.ref, scope: scope,
        ground: ground, because: reason, proposed: Answer.Signature(of: person, at: now),
        fingerprint: try fingerprint(of: record, in: db))
      try RemovalRow.insert(removal, authority: authority, into: db)
      return removal
    }
  }

  package func refuse(
    _ id: Identifier, because reason: String, by account: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try writing { db in
      var removal = try self.removal(id, in: db)
      let person = try person(of: account, in: db)
      try removal.checked(refusedBy: person)
      let refusal = Removal.Refusal(
        refused: Answer.Signature(of: person, at: now), because: reason)
      try RemovalRow.insert(refusal, of: removal, authority: authority, into: db)
      removal.refusal = refusal
      return removal
    }
  }

  private func removal(_ id: Identifier, in db: Database) throws -> Removal {
    guard let removal = try RemovalRow.removals(authority, in: db).first(where: { $0.id == id })
    else { throw StoreError.impossibleRemoval(.unknownRemoval) }
    return removal
  }

  package func approve(
    _ id: Identifier, by account: String, secret: String, at now: Instant
  ) throws(StoreError) -> Removal {
    let done = try removals().first { $0.id == id && $0.certificate != nil }
    if let done {
      // Whoever was told that traces were left asks again.
      guard try hasTraces() else { throw .impossibleRemoval(.alreadyDone) }
      try overwriteTraces()
      return done
    }
    let approved = try writingMuch { db in
      try approve(id, by: account, secret: secret, at: now, in: db)
    }
    forgetChildIndex()
    try overwriteTraces()
    return approved
  }

  private func approve(
    _ id: Identifier, by account: String, secret: String, at now: Instant, in db: Database
  ) throws -> Removal {
    var removal = try self.removal(id, in: db)
    let person = try person(of: account, in: db)
    guard removal.certificate == nil else { throw StoreError.impossibleRemoval(.alreadyDone) }
    let held = try heldCase(of: removal.child, in: db)
    try removal.checked(
      approvedBy: person, holding: try fingerprint(of: held.record, in: db),
      under: try RemovalRow.holds(authority, in: db), today: now.londonDay)
    try open(person, with: secret, in: db)
    let removing = Removing(removal: removal, record: held.record, authority: authority)
    removal.certificate = try removing.run(
      approvedBy: Answer.Signature(of: person, at: now), in: db)
    if removal.scope != .child { try judgeAgain(after: removal, at: now, in: db) }
    try NoteIndex.settle(in: db)
    try db.execute(
      sql: "INSERT OR IGNORE INTO traces_left (authority_id) VALUES (?)",
      arguments: [authority.blob])
    return removal
  }

  private func hasTraces() throws(StoreError) -> Bool {
    try reading { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM traces_left)") } ?? false
  }

  /// What a removal that was broken off by a crash left to do.
  func finishRemoval() {
    guard (try? hasTraces()) == true else { return }
    // Where it fails it is tried again when the store is opened next.
    try? overwriteTraces()
  }

  /// Writes the whole file anew: SQLite overwrites what it deletes, but where it moved a row between
  /// pages a copy may lie in the unused middle of one.
  ///
  /// Numbers of rows stay as they are: SQLite keeps them in a table that has an index, and of
  /// rulebooks, which have none, none is ever deleted.
  /// - Throws: `impossibleRemoval(.tracesLeft)`; what was removed is gone from every table all the same.
  private func overwriteTraces() throws(StoreError) {
    do {
      try queue.vacuum()
      try queue.write { try $0.execute(sql: "DELETE FROM traces_left") }
    } catch {
      throw .impossibleRemoval(.tracesLeft)
    }
  }

  /// Judges what is left of a case, and takes from its flags the sentences that quote what is gone.
  private func judgeAgain(after removal: Removal, at now: Instant, in db: Database) throws {
    var held = try heldCase(of: removal.child, in: db)
    var mint = held.mint
    _ = try judge(&held, at: now, &mint, in: db)
    guard let contact = removal.scope.contact else { return }
    let latest = held.record.contacts().first { $0.id == contact }
    for flag in try flags(of: removal.child, in: db) where removal.scope.speaksStill(flag) {
      try FlagRow.save(flag.forgetting(contact, now: latest), authority: authority, in: db)
    }
  }
}
