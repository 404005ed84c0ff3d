import Foundation
import GRDB
package import Records
package import Storage

/// A case as it is read to be judged: the record, and how it stood.
struct HeldCase {
  var record: CaseRecord
  /// With the flags that are not cleared; nil when the case was never judged.
  var standing: Standing?

  /// The last identifier that the case has.
  var lastID: Identifier? {
    let flags = standing?.flags ?? []
    let ids = [record.lastID, flags.map(\.id).max(), flags.compactMap(\.answer?.id).max()]
    return ids.compactMap { $0 }.max()
  }

  /// Makes identifiers that come after all that the case has.
  var mint: IdentifierMint {
    IdentifierMint(after: lastID)
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
    var record = CaseRecord(
      child: try ChildRow.child(found), versions: try versions(of: child, in: db),
      facts: try FactRow.facts(of: child, authority: authority, in: db))
    record.knownSince = try KnownSinceRow.all(of: child, authority: authority, in: db)
    return HeldCase(record: record, standing: standing)
  }

  /// The last day for which any case was judged, where that had not come at a moment: under a clock that
  /// was ahead, or because the clock is behind now.
  package func judgedAhead(of moment: Instant) throws(StoreError) -> CalendarDate? {
    try reading { db in
      try Int.fetchOne(
        db,
        sql: "SELECT max(evaluated_on) FROM standing WHERE authority_id = ? AND evaluated_on > ?",
        arguments: [authority.blob, moment.londonDay.dayNumber]
      ).map { CalendarDate(dayNumber: $0) }
    }
  }

  /// Lets a case that was judged for a day to come stand as it does without that; gives the flags that that
  /// ended.
  func rewind(
    _ held: inout HeldCase, at now: Instant, _ mint: inout IdentifierMint, in db: Database
  ) throws -> [Flag] {
    let present = max(now, clock())
    guard held.standing?.isAhead(of: present) == true else { return [] }
    let child = held.record.child.id
    let rewinding = judge.rewind(
      held.record, every: try flags(of: child, in: db), to: present, mint: &mint)
    for flag in rewinding.changed { try FlagRow.save(flag, authority: authority, in: db) }
    for since in rewinding.knownSince {
      try KnownSinceRow.insert(since, of: child, authority: authority, into: db)
    }
    held.record.knownSince += rewinding.knownSince
    held.standing = rewinding.standing
    return rewinding.ended
  }

  /// Whether a contact may close the case or step it down, of which all that stands today is known.
  func check(
    _ contact: Contact, _ held: inout HeldCase, at now: Instant, _ mint: inout IdentifierMint,
    in db: Database
  ) throws {
    if held.standing?.isAhead(of: max(now, clock())) == true {
      _ = try judge(&held, at: now, &mint, in: db)
    }
    try judge.check(contact, in: held.record, held.standing, at: now)
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

  /// Judges a case and saves what changed: the flags raised, and those that were cleared.
  func judge(
    _ held: inout HeldCase, at now: Instant, _ mint: inout IdentifierMint, in db: Database
  ) throws -> (raised: [Flag], cleared: [Flag]) {
    let child = held.record.child.id
    let present = max(now, clock())
    var known = held.standing?.flags ?? []
    let judged: Standing
    if let standing = held.standing, standing.isAhead(of: present) {
      known = try flags(of: child, in: db)
      judged = judge.meanwhile(held.record, standing, every: known, at: present, mint: &mint)
    } else {
      judged = judge.evaluate(held.record, held.standing, at: now, present: present, mint: &mint)
    }
    let before = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
    for flag in judged.flags where before[flag.id] != flag {
      try FlagRow.save(flag, authority: authority, in: db)
    }
    try ChildRow.save(judged, of: child, authority: authority, in: db)
    held.standing = judged
    let raised = judged.flags.filter { before[$0.id] == nil && $0.cleared == nil }
    let cleared = judged.flags.filter { before[$0.id] != nil && $0.cleared != nil }
    return (raised.sorted(by: Flag.byUrgency), cleared)
  }
}
