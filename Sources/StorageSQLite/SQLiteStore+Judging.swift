import Foundation
import GRDB
import Records
package import Storage

/// A case as it is read to be judged: the record, and how it stood.
struct HeldCase {
  var record: CaseRecord
  /// With the flags that are not cleared; nil when the case was never judged.
  var standing: Standing?

  /// Makes identifiers that come after all that the case has.
  var mint: IdentifierMint {
    let flags = standing?.flags ?? []
    let ids = [record.lastID, flags.map(\.id).max(), flags.compactMap(\.answer?.id).max()]
    return IdentifierMint(after: ids.compactMap { $0 }.max())
  }
}

extension SQLiteStore {
  /// One child's whole record, by index: its cost does not grow with the store.
  func heldCase(of child: Identifier, in db: Database) throws -> HeldCase {
    let row = try db.cachedStatement(
      sql: """
        SELECT \(ChildRow.columnNames), \(ChildRow.standingNames)
        FROM child c LEFT JOIN standing s ON s.authority_id = c.authority_id AND s.child_id = c.id
        WHERE c.authority_id = ? AND c.id = ?
        """)
    guard let found = try Row.fetchOne(row, arguments: [authority.blob, child.blob]) else {
      throw StoreError.unknownChild
    }
    var standing = try ChildRow.standing(found, at: ChildRow.count)
    standing?.flags = try flags(of: child, in: db).filter { $0.cleared == nil }
    let record = CaseRecord(
      child: try ChildRow.child(found), versions: try versions(of: child, in: db),
      facts: try FactRow.facts(of: child, authority: authority, in: db))
    return HeldCase(record: record, standing: standing)
  }

  /// The case that a command is about to judge, by the clock that it was given.
  ///
  /// Where it was judged for a day that has not come, it stands as it does without that.
  func heldCase(of child: Identifier, at now: Instant, in db: Database) throws -> HeldCase {
    var held = try heldCase(of: child, in: db)
    let present = max(now, clock())
    guard held.standing?.isAhead(of: present) == true, try believesClock(in: db) else {
      return held
    }
    var mint = held.mint
    let rewinding = Rewinding(
      of: held.record, flags: try flags(of: child, in: db), to: present, by: judge, mint: &mint)
    for flag in rewinding.changed { try FlagRow.save(flag, authority: authority, in: db) }
    try ChildRow.save(rewinding.standing, of: child, authority: authority, in: db)
    held.standing = rewinding.standing
    return held
  }

  /// Whether the machine's clock may be right: it is not while it stands before most entries of the log.
  func believesClock(in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT count(*) >= 2 * count(*) FILTER (WHERE at > ?) FROM audit_entry
        WHERE authority_id = ?
        """, arguments: [clock().seconds, authority.blob]) ?? true
  }

  /// Whether cases are judged for a day that has not come by a clock that can't be told wrong: until it is
  /// set, or most of the log is from before it, what is new may raise no flag.
  package func doubtsClock() throws(StoreError) -> Bool {
    try reading { db in
      try isAhead(of: clock(), in: db) && !believesClock(in: db)
    }
  }

  /// Whether any case was judged for a day that had not come at a moment.
  func isAhead(of moment: Instant, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM standing WHERE authority_id = ? AND evaluated_on > ?)",
      arguments: [authority.blob, moment.londonDay.dayNumber]) ?? false
  }

  /// The record as it is known now: what was recorded under a clock that was ahead is known by now too.
  private func known(
    _ record: CaseRecord, at now: Instant, in db: Database
  ) throws -> CaseRecord {
    let present = max(now, clock())
    guard record.isAhead(of: present), try believesClock(in: db) else { return record }
    return record.known(by: present)
  }

  private func versions(of child: Identifier, in db: Database) throws -> [Contact] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ContactRow.columnNames) FROM contact
        WHERE authority_id = ? AND child_id = ? ORDER BY rowid
        """)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(rows.map { try ContactRow.contact($0) })
  }

  /// Every flag ever raised for a child.
  func flags(of child: Identifier, in db: Database) throws -> [Flag] {
    let statement = try db.cachedStatement(
      sql: FlagRow.selectionOfChild)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(rows.map { try FlagRow.flag($0) })
  }

  /// Judges a case and saves what changed: the flags raised, and how many were cleared.
  func judge(
    _ held: inout HeldCase, at now: Instant, _ mint: inout IdentifierMint, in db: Database
  ) throws -> (raised: [Flag], cleared: Int) {
    let child = held.record.child.id
    let before = Dictionary(
      uniqueKeysWithValues: (held.standing?.flags ?? []).map { ($0.id, $0) })
    let record = try known(held.record, at: now, in: db)
    let judged = judge.evaluate(record, held.standing, now, &mint)
    for flag in judged.flags where before[flag.id] != flag {
      try FlagRow.save(flag, authority: authority, in: db)
    }
    try ChildRow.save(judged, of: child, authority: authority, in: db)
    held.standing = judged
    let raised = judged.flags.filter { before[$0.id] == nil && $0.cleared == nil }
    let cleared = judged.flags.count { before[$0.id] != nil && $0.cleared != nil }
    return (raised.sorted(by: Flag.byUrgency), cleared)
  }
}
