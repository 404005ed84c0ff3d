import AuditLog
import Crypto
import Records
import Storage
import StorageSQL

/// Reads the whole log and every record that it speaks of, and finds what is not as it was.
struct AuditCheck {
  let trail: AuditTrail

  func report(against notes: [String], in connection: SQLiteConnection) throws -> AuditReport {
    var report = AuditReport()
    if try !SchemaCheck.holds(in: connection.db) { report.faults.append(.tablesDiffer) }
    let tree = try trail.kept(in: connection)
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
    let edge = try checkEntries(&report, against: anchors, in: connection)
    for anchor in anchors where anchor.size > edge.size {
      report.faults.append(.shorterThanAnchor(anchor: anchor.size))
    }
    if kept != edge { report.faults.append(.headDiffers) }
    report.entries = edge.size
    report.root = edge.root
    try checkRecords(&report, in: connection)
    return report
  }

  /// Hashes every entry anew.
  private func checkEntries(
    _ report: inout AuditReport, against anchors: [Checkpoint], in connection: SQLiteConnection
  ) throws -> MerkleEdge {
    var edge = MerkleEdge()
    func compare() {
      for anchor in anchors where anchor.size == edge.size && anchor.root != edge.root {
        report.faults.append(.differsFromAnchor(anchor: anchor.size))
      }
    }
    compare()
    try connection.forEach(
      """
      SELECT sequence, at, account, action, subject, records, leaf FROM audit_entry
      WHERE authority_id = ? ORDER BY sequence
      """, [trail.authority]
    ) { row in
      let entry = AuditEntry(
        sequence: try row[0], at: try row[1], account: try row[2], action: try row[3],
        subject: try row[4], records: try row.bytes(5))
      if entry.sequence != edge.size {
        report.faults.append(.entriesOutOfPlace(edge.size))
        return false
      }
      if try entry.leaf != row.bytes(6) { report.faults.append(.entryChanged(edge.size)) }
      try compareRecords(of: entry, &report, in: connection)
      edge.append(leaf: entry.leaf)
      compare()
      return true
    }
    return edge
  }

  /// Compares the head of an entry's records with their hashes.
  private func compareRecords(
    of entry: AuditEntry, _ report: inout AuditReport, in connection: SQLiteConnection
  ) throws {
    var records = MerkleEdge()
    try connection.forEach(
      "SELECT digest FROM audit_record WHERE authority_id = ? AND sequence = ? ORDER BY ordinal",
      [trail.authority, entry.sequence]
    ) { row in
      records.append(leaf: MerkleHash.leaf(try row.bytes(0)))
      return true
    }
    report.records += records.size
    if records.root != entry.records {
      report.faults.append(.recordsDiffer(entry: entry.sequence))
    }
  }

  /// Hashes every record anew, of each the state that was written last; of what was destroyed the
  /// certificate says so.
  private func checkRecords(_ report: inout AuditReport, in connection: SQLiteConnection) throws {
    let destroyed = try DestroyedHashes(trail.authority, in: connection)
    for table in AuditedTable.all {
      var known: Set<SQLValue> = []
      var hash = table.digest
      try connection.forEach(
        """
        SELECT sequence, ordinal, key, salt, digest FROM audit_record
        WHERE authority_id = ? AND kind = ? ORDER BY sequence DESC, ordinal DESC
        """, [trail.authority, table.kind]
      ) { row in
        let (entry, key): (Int, SQLValue) = (try row[0], row.values[2])
        let isDestroyed = destroyed.contains(entry: entry, ordinal: try row[1])
        if row.isNull(3) {
          if !isDestroyed { report.faults.append(.saltMissing(kind: table.kind, entry: entry)) }
          return true
        }
        if isDestroyed { report.faults.append(.notDestroyed(kind: table.kind, entry: entry)) }
        guard known.insert(key).inserted else { return true }
        let (salt, digest) = (try row.bytes(3), try row.bytes(4))
        let isSame = try connection.first(table.row, [key, trail.authority]) {
          hash.make(salt: salt, $0) == digest
        }
        if isSame == nil {
          report.faults.append(.recordMissing(kind: table.kind, entry: entry))
        } else if isSame == false {
          report.faults.append(.recordChanged(kind: table.kind, entry: entry))
        }
        return true
      }
      let count = try connection.number(
        "SELECT count(*) FROM main.\(table.kind) WHERE authority_id = ?", [trail.authority])
      let unlogged = (count ?? 0) - known.count
      if unlogged > 0 {
        report.faults.append(.recordsUnlogged(kind: table.kind, count: unlogged))
      }
    }
  }
}
