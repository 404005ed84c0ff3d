import AuditLog
import Crypto
import Foundation
import GRDB
package import Storage
import Synchronization

extension SQLiteStore {
  package func remember(_ access: Access) {
    accesses.withLock { $0.remember(access, at: .now) }
  }

  package func writeAccesses() throws(StoreError) {
    guard accesses.withLock({ !$0.waiting.isEmpty }) else { return }
    // Every transaction writes what is remembered before it commits.
    try writing(keeping: true, much: false) { _ in }
  }

  package func checkpoint() throws(StoreError) -> String {
    try writing(keeping: true, much: false) { rows in
      try trail.seal([.anchored], in: rows.db)
      let (edge, key) = try trail.tree(in: rows.db)
      return try Checkpoint(origin: trail.origin, size: edge.size, root: edge.root).signed(by: key)
    }
  }

  package func audit(against anchors: [String]) throws(StoreError) -> AuditReport {
    try asking { db in
      try AuditCheck(trail: trail).report(against: anchors, in: db)
    }
  }
}

/// What was read and is not in the log yet, and what was remembered lately.
struct Accesses {
  private(set) var waiting: [Access] = []
  private var lately: [Access: ContinuousClock.Instant] = [:]

  /// Whoever goes back and forth between two screens is remembered once in so long.
  private static let pause = Duration.seconds(300)

  mutating func remember(_ access: Access, at now: ContinuousClock.Instant) {
    if let last = lately[access], now - last < Accesses.pause { return }
    lately[access] = now
    waiting.append(access)
  }

  /// So many of the first are written.
  mutating func forget(_ count: Int) {
    waiting.removeFirst(count)
  }
}

/// Reads the whole log and every record that it speaks of, and finds what is not as it was.
struct AuditCheck {
  let trail: AuditTrail

  func report(against notes: [String], in db: Database) throws -> AuditReport {
    var report = AuditReport()
    if try !SchemaCheck.holds(in: db) { report.faults.append(.tablesDiffer) }
    let tree = try trail.kept(in: db)
    let (kept, key) = (tree?.edge ?? MerkleEdge(), tree?.key)
    var anchors: [Checkpoint] = []
    for note in notes {
      let read = key.flatMap { try? Checkpoint(note: note, by: $0.publicKey) }
      if let read, read.origin == trail.origin {
        anchors.append(read)
      } else {
        report.faults.append(.notAnAnchor)
      }
    }
    let edge = try checkEntries(&report, against: anchors, in: db)
    for anchor in anchors where anchor.size > edge.size {
      report.faults.append(.shorterThanAnchor(anchor: anchor.size))
    }
    if kept != edge { report.faults.append(.headDiffers) }
    report.entries = edge.size
    report.root = edge.root
    try checkRecords(&report, in: db)
    return report
  }

  /// Hashes every entry anew.
  private func checkEntries(
    _ report: inout AuditReport, against anchors: [Checkpoint], in db: Database
  ) throws -> MerkleEdge {
    var edge = MerkleEdge()
    func compare() {
      for anchor in anchors where anchor.size == edge.size && anchor.root != edge.root {
        report.faults.append(.differsFromAnchor(anchor: anchor.size))
      }
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sequence, at, account, action, subject, records, leaf FROM audit_entry
        WHERE authority_id = ? ORDER BY sequence
        """, arguments: [trail.authority.blob])
    compare()
    while let row = try rows.next() {
      let entry = AuditEntry(
        sequence: row[0], at: row[1], account: row[2], action: row[3], subject: row[4],
        records: Array(row[5] as Data))
      if entry.sequence != edge.size {
        report.faults.append(.entriesOutOfPlace(edge.size))
        return edge
      }
      if entry.leaf != Array(row[6] as Data) { report.faults.append(.entryChanged(edge.size)) }
      try compareRecords(of: entry, &report, in: db)
      edge.append(leaf: entry.leaf)
      compare()
    }
    return edge
  }

  /// Compares the head of an entry's records with their hashes.
  private func compareRecords(
    of entry: AuditEntry, _ report: inout AuditReport, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT digest FROM audit_record WHERE authority_id = ? AND sequence = ? ORDER BY ordinal
        """)
    let digests = try Row.fetchCursor(
      statement, arguments: [trail.authority.blob, entry.sequence])
    var records = MerkleEdge()
    while let row = try digests.next() {
      records.append(leaf: MerkleHash.leaf(Array(row[0] as Data)))
    }
    report.records += records.size
    if records.root != entry.records {
      report.faults.append(.recordsDiffer(entry: entry.sequence))
    }
  }

  /// Hashes every record anew, of each the state that was written last; of what was destroyed the
  /// certificate says so.
  private func checkRecords(_ report: inout AuditReport, in db: Database) throws {
    let destroyed = try DestroyedHashes(trail.authority, in: db)
    for table in AuditedTable.all {
      var last: [DatabaseValue: Int] = [:]
      var hashing: RecordDigest?
      let records = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, key, salt, digest, ordinal FROM audit_record
          WHERE authority_id = ? AND kind = ? ORDER BY sequence DESC, ordinal DESC
          """, arguments: [trail.authority.blob, table.kind])
      while let record = try records.next() {
        let (sequence, key): (Int, DatabaseValue) = (record[0], record[1])
        let isDestroyed = destroyed.contains(entry: sequence, ordinal: record[4])
        guard let salt = record[2] as Data? else {
          if !isDestroyed {
            report.faults.append(.saltMissing(kind: table.kind, entry: sequence))
          }
          continue
        }
        if isDestroyed { report.faults.append(.notDestroyed(kind: table.kind, entry: sequence)) }
        guard last.updateValue(sequence, forKey: key) == nil else { continue }
        guard let row = try table.row(of: key, authority: trail.authority, in: db) else {
          report.faults.append(.recordMissing(kind: table.kind, entry: sequence))
          continue
        }
        var hash = hashing ?? table.digest(of: row)
        hashing = nil
        let digest = hash.make(salt: Array(salt), row)
        hashing = hash
        if digest != Array(record[3] as Data) {
          report.faults.append(.recordChanged(kind: table.kind, entry: sequence))
        }
      }
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM main.\(table.kind) WHERE authority_id = ?",
        arguments: [trail.authority.blob])
      let unlogged = (count ?? 0) - last.count
      if unlogged > 0 {
        report.faults.append(.recordsUnlogged(kind: table.kind, count: unlogged))
      }
    }
  }
}
