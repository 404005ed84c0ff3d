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
    _ hold: Identifier, because reason: String, by author: String, at now: Instant
  ) throws(StoreError) {
    try writing { db in
      let stands = try RemovalRow.holds(authority, in: db)
        .contains { $0.id == hold && $0.lifted == nil }
      guard stands else { throw StoreError.impossibleRemoval(.unknownHold) }
      try db.execute(
        sql: """
          INSERT INTO hold_lifted (authority_id, hold_id, because, lifted_by, lifted_at)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [authority.blob, hold.blob, reason, author, now.seconds])
    }
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
      if case .contact(let contact) = scope,
        !record.versions.contains(where: { $0.id == contact })
      {
        throw StoreError.unknownContact
      }
      let holds = try RemovalRow.holds(authority, in: db)
      try Removal.checked(scope, on: ground, of: record, under: holds, today: now.londonDay)
      var mint = IdentifierMint(after: try RemovalRow.removals(authority, in: db).last?.id)
      let removal = Removal(
        id: mint.next(at: now), child: child, childRef: record.child.ref, scope: scope,
        ground: ground, because: reason, proposed: Answer.Signature(of: person, at: now),
        extent: record.extent)
      try RemovalRow.insert(removal, authority: authority, into: db)
      return removal
    }
  }

  package func approve(
    _ id: Identifier, by account: String, secret: String, at now: Instant
  ) throws(StoreError) -> Removal {
    if try removals().contains(where: { $0.id == id && $0.certificate != nil }) {
      // Whoever was told that traces were left asks again.
      try overwriteTraces()
      throw .impossibleRemoval(.alreadyDone)
    }
    forgetChildIndex()
    let approved = try writing { db in
      try approve(id, by: account, secret: secret, at: now, in: db)
    }
    try overwriteTraces()
    return approved
  }

  private func approve(
    _ id: Identifier, by account: String, secret: String, at now: Instant, in db: Database
  ) throws -> Removal {
    guard
      var removal = try RemovalRow.removals(authority, in: db).first(where: { $0.id == id })
    else { throw StoreError.impossibleRemoval(.unknownRemoval) }
    let person = try person(of: account, in: db)
    guard removal.certificate == nil else { throw StoreError.impossibleRemoval(.alreadyDone) }
    let held = try heldCase(of: removal.child, in: db)
    try removal.checked(
      approvedBy: person, of: held.record, under: try RemovalRow.holds(authority, in: db))
    guard let sealed = try self.secret(of: person, in: db) else {
      throw StoreError.impossibleRemoval(.noSecret)
    }
    guard sealed.opens(with: secret) else { throw StoreError.impossibleRemoval(.wrongSecret) }
    let removing = Removing(removal: removal, record: held.record, authority: authority)
    removal.certificate = try removing.run(
      approvedBy: Answer.Signature(of: person, at: now), in: db)
    if removal.scope != .child { try judgeAgain(after: removal, at: now, in: db) }
    try NoteIndex.settle(in: db)
    return removal
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
    } catch {
      throw .impossibleRemoval(.tracesLeft)
    }
  }

  /// Judges what is left of a case, and takes from its flags the sentences that quote what is gone.
  private func judgeAgain(after removal: Removal, at now: Instant, in db: Database) throws {
    var held = try heldCase(of: removal.child, in: db)
    var mint = held.mint
    _ = try judge(&held, at: now, &mint, in: db)
    for flag in try flags(of: removal.child, in: db) where removal.scope.speaksStill(flag) {
      try db.execute(
        sql: "UPDATE flag SET line = ? WHERE authority_id = ? AND id = ?",
        arguments: [Removal.erasedLine.encoded, authority.blob, flag.id.blob])
    }
  }
}
