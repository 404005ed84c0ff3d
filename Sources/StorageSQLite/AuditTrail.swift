import AuditLog
import Crypto
import Foundation
import GRDB
import Records
import Storage
import StorageSQL

/// The audit log in its tables.
///
/// What a connection writes is noted by triggers of its own; before it commits, one entry is appended
/// with a hash of every record, so that a record and its entry are saved together or not at all.
struct AuditTrail {
  let authority: Identifier
  /// Who is at the keyboard.
  let account: String
  /// The machine's.
  let clock: @Sendable () -> Instant

  static let tables = """
    CREATE TABLE audit_entry (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      at INTEGER NOT NULL, account TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
      records BLOB NOT NULL CHECK (length(records) = 32),
      leaf BLOB NOT NULL CHECK (length(leaf) = 32),
      PRIMARY KEY (authority_id, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit_record (
      authority_id BLOB NOT NULL, sequence INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL, key ANY NOT NULL, salt BLOB,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      PRIMARY KEY (authority_id, sequence, ordinal),
      FOREIGN KEY (authority_id, sequence) REFERENCES audit_entry (authority_id, sequence)
        DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit_tree (
      authority_id BLOB PRIMARY KEY REFERENCES authority (id),
      size INTEGER NOT NULL, heads BLOB NOT NULL, signing_key BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry
      BEGIN SELECT raise(ABORT, 'an entry is never deleted'); END;
    CREATE TRIGGER audit_entry_is_unchanged BEFORE UPDATE ON audit_entry
      BEGIN SELECT raise(ABORT, 'an entry is never overwritten'); END;
    CREATE TRIGGER audit_record_is_kept BEFORE DELETE ON audit_record
      BEGIN SELECT raise(ABORT, 'a hash is never deleted'); END;
    """

  /// Adds the triggers that note what this connection writes from now on.
  static func watch(_ db: Database) throws {
    try db.execute(sql: AuditedTable.waitingTable)
    for table in AuditedTable.all { try db.execute(sql: table.triggers) }
  }

  /// Makes the first entry of a store that was there before it had a log: all that it holds.
  ///
  /// Called once every step of its tables is taken, since what is hashed has the columns of today.
  func begin(in db: Database) throws {
    try db.execute(sql: AuditedTable.waitingTable)
    for table in AuditedTable.all {
      try db.execute(
        sql: """
          INSERT INTO temp.written (kind, key)
          SELECT '\(table.kind)', \(table.key) FROM main.\(table.kind)
          """)
    }
    try seal(action: "begin", in: SQLiteConnection(db: db))
  }

  /// An entry's sequence number and its leaf in the tree.
  struct Place {
    let sequence: Int
    let leaf: [UInt8]
  }

  /// Whether the log contains an entry, and so whether what was written with it was committed.
  ///
  /// No two entries of records are alike, since each hash of a record has a salt of its own.
  func holds(_ place: Place, in connection: SQLiteConnection) throws -> Bool {
    let leaf = try connection.first(
      "SELECT leaf FROM audit_entry WHERE authority_id = ? AND sequence = ?",
      [authority, place.sequence]
    ) { try $0.bytes(0) }
    return leaf == place.leaf
  }

  /// Appends the entries of what was read, and the one of what was written since the last; gives that
  /// one, or nil when no record was written.
  @discardableResult
  func seal(
    _ read: [Access] = [], action: String = "write", in connection: SQLiteConnection
  ) throws -> Place? {
    let kinds = Set(
      try connection.rows("SELECT DISTINCT kind FROM temp.written", []) { try $0[0] as String })
    if read.isEmpty, kinds.isEmpty { return nil }
    var (edge, _) = try tree(in: connection)
    var last: Place?
    for access in read {
      _ = try append(
        entry(edge.size, access.action, subject: access.child?.description ?? ""), to: &edge,
        in: connection)
    }
    if !kinds.isEmpty {
      let written = try hashWritten(kinds, for: edge.size, in: connection)
      last = try append(
        entry(
          edge.size, action, subject: written.kinds.joined(separator: " "), records: written.root),
        to: &edge, in: connection)
      try connection.execute("DELETE FROM temp.written", [])
    }
    try connection.execute(
      "UPDATE audit_tree SET size = ?, heads = ? WHERE authority_id = ?",
      [edge.size, SQLValue.bytes(edge.heads.flatMap { $0 }), authority])
    return last
  }

  private func entry(
    _ sequence: Int, _ action: String, subject: String, records: [UInt8] = MerkleHash.empty
  ) -> AuditEntry {
    AuditEntry(
      sequence: sequence, at: clock().seconds, account: account, action: action, subject: subject,
      records: records)
  }

  private static let recording = """
    INSERT INTO audit_record (authority_id, sequence, ordinal, kind, key, salt, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    """

  /// Keeps a hash of every record that was written; the kinds of them, and the head of their tree.
  private func hashWritten(
    _ waiting: Set<String>, for sequence: Int, in connection: SQLiteConnection
  ) throws -> (kinds: [String], root: [UInt8]) {
    var records = MerkleEdge()
    var kinds: [String] = []
    for table in AuditedTable.all where waiting.contains(table.kind) {
      var hash = table.digest
      try connection.forEach(table.waitingRows, [authority, table.kind]) { row in
        let salt = RecordDigest.salt()
        let digest = hash.make(salt: salt, row)
        try connection.execute(
          AuditTrail.recording,
          [
            authority, sequence, records.size, table.kind, row.values[0], SQLValue.bytes(salt),
            SQLValue.bytes(digest),
          ])
        records.append(leaf: MerkleHash.leaf(digest))
        if kinds.last != table.kind { kinds.append(table.kind) }
        return true
      }
    }
    return (kinds, records.root)
  }

  private func append(
    _ entry: AuditEntry, to edge: inout MerkleEdge, in connection: SQLiteConnection
  ) throws -> Place {
    let leaf = entry.leaf
    try connection.execute(
      """
      INSERT INTO audit_entry (authority_id, sequence, at, account, action, subject, records, leaf)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        authority, entry.sequence, entry.at, entry.account, entry.action, entry.subject,
        SQLValue.bytes(entry.records), SQLValue.bytes(leaf),
      ])
    edge.append(leaf: leaf)
    return Place(sequence: entry.sequence, leaf: leaf)
  }

  /// The log's right edge and its key, both made when there are none.
  func tree(
    in connection: SQLiteConnection
  ) throws -> (edge: MerkleEdge, key: Curve25519.Signing.PrivateKey) {
    if let kept = try kept(in: connection) { return kept }
    let key = Curve25519.Signing.PrivateKey()
    try connection.execute(
      "INSERT INTO audit_tree (authority_id, size, heads, signing_key) VALUES (?, 0, ?, ?)",
      [authority, SQLValue.bytes([]), SQLValue.bytes(Array(key.rawRepresentation))])
    return (MerkleEdge(), key)
  }

  /// The log's right edge and its key; nil when there are none yet.
  func kept(
    in connection: SQLiteConnection
  ) throws -> (edge: MerkleEdge, key: Curve25519.Signing.PrivateKey)? {
    let row = try connection.first(
      "SELECT size, heads, signing_key FROM audit_tree WHERE authority_id = ?", [authority]
    ) { (try $0[0] as Int, try $0.bytes(1), try $0.bytes(2)) }
    guard let (size, heads, signingKey) = row else { return nil }
    let split = stride(from: 0, to: heads.count, by: MerkleHash.length).map {
      Array(heads[$0..<min(heads.count, $0 + MerkleHash.length)])
    }
    guard let edge = MerkleEdge(size: size, heads: split),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: signingKey)
    else { throw StoreError.damaged }
    return (edge, key)
  }

  /// The log's name in a checkpoint.
  var origin: String { "heed/\(authority)" }
}
