import Foundation
import GRDB
package import Records
package import Storage

extension SQLiteStore {
  package func take(
    _ batch: ImportBatch, by author: String, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport {
    forgetChildIndex()
    return try writingMuch(keeping: !batch.isRehearsal) { db in
      var report = ImportReport()
      var mint = IdentifierMint()
      var done = 0
      for imported in batch.children {
        try take(imported, by: author, at: now, &mint, into: &report, db)
        done += imported.count
        guard progress(done, batch.count) else { throw StoreError.cancelled }
      }
      return report
    }
  }

  private func take(
    _ imported: ImportedChild, by author: String, at now: Instant, _ mint: inout IdentifierMint,
    into report: inout ImportReport, _ db: Database
  ) throws {
    var held = try heldCase(for: imported, at: now, &mint, &report, db)
    let child = held.record.child.id
    let rows = imported.sorted(beside: held.record.versions)
    report.note(rows)
    guard !rows.new.isEmpty else { return }
    mint.follow(held.lastID)
    for facts in rows.new {
      let contact = Contact(
        id: mint.next(at: now), child: child, recordedAt: now, recordedBy: author, facts: facts)
      held.record.versions.append(contact)
      try ContactRow.insert(contact, authority: authority, into: db)
    }
    report.flagsRaised += try judge(&held, at: now, &mint, in: db).raised.count
  }

  /// The case that rows are about, made when there is none.
  private func heldCase(
    for imported: ImportedChild, at now: Instant, _ mint: inout IdentifierMint,
    _ report: inout ImportReport, _ db: Database
  ) throws -> HeldCase {
    let known = try db.cachedStatement(
      sql: "SELECT id FROM child WHERE authority_id = ? AND ref = ?")
    guard let row = try Row.fetchOne(known, arguments: [authority.blob, imported.ref]) else {
      let child = imported.child(id: mint.next(at: now))
      try ChildRow.insert(child, authority: authority, into: db)
      report.childrenAdded += 1
      return HeldCase(record: CaseRecord(child: child, versions: []), standing: nil)
    }
    var held = try heldCase(of: try row.identifier(0), in: db)
    let completed = imported.completing(held.record)
    report.changes += completed.changes
    if completed.child != held.record.child {
      try ChildRow.update(completed.child, at: now, authority: authority, in: db)
      held.record.child = completed.child
    }
    return held
  }

  package func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport {
    try writingMuch { db in
      var report = RescanReport()
      var mint = IdentifierMint()
      let rows = try Row.fetchAll(
        db, sql: "SELECT id FROM child WHERE authority_id = ? ORDER BY id",
        arguments: [authority.blob])
      for row in rows {
        var held = try heldCase(of: try row.identifier(0), in: db)
        held.standing?.forgetEarlierReadings(than: judge.reader)
        let ended = try rewind(&held, at: now, &mint, in: db)
        let judged = try judge(&held, at: now, &mint, in: db)
        report.note(
          held.record.child, raised: judged.raised, cleared: ended + judged.cleared)
        guard progress(report.children, rows.count) else { throw StoreError.cancelled }
      }
      return report
    }
  }
}
