import AuditLog
import Crypto
import Foundation
import GRDB
import Glibc
import Records
import Storage

/// The audit log as it stands in its tables.
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

  /// From here on everything that this connection writes is noted.
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
    try seal(action: "begin", in: db)
  }

  /// Where an entry stands, and what it is.
  struct Place {
    let sequence: Int
    let leaf: [UInt8]
  }

  /// Whether the log holds an entry: what was written with it was committed, or it was not.
  ///
  /// No two entries of records are alike, since each hash of a record has a salt of its own.
  func holds(_ place: Place, in db: Database) throws -> Bool {
    let leaf = try Data.fetchOne(
      db, sql: "SELECT leaf FROM audit_entry WHERE authority_id = ? AND sequence = ?",
      arguments: [authority.blob, place.sequence])
    return leaf.map(Array.init) == place.leaf
  }

  /// Appends the entries of what was read, and the one of what was written since the last; gives that
  /// one, or nil when no record was written.
  @discardableResult
  func seal(_ read: [Access] = [], action: String = "write", in db: Database) throws -> Place? {
    let isIdle = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM temp.written)")
    if read.isEmpty, isIdle == true { return nil }
    var (edge, _) = try tree(in: db)
    var last: Place?
    for access in read {
      _ = try append(
        entry(edge.size, access.action, subject: access.child?.description ?? ""), to: &edge, in: db
      )
    }
    if isIdle != true {
      let (kinds, root) = try hashWritten(for: edge.size, in: db)
      last = try append(
        entry(edge.size, action, subject: kinds.joined(separator: " "), records: root), to: &edge,
        in: db)
      try db.execute(sql: "DELETE FROM temp.written")
    }
    try db.execute(
      sql: "UPDATE audit_tree SET size = ?, heads = ? WHERE authority_id = ?",
      arguments: [edge.size, Data(edge.heads.flatMap { $0 }), authority.blob])
    return last
  }

  private func entry(
    _ sequence: Int, _ action: String, subject: String, records: [UInt8] = MerkleHash.empty
  ) -> AuditEntry {
    AuditEntry(
      sequence: sequence, at: clock().seconds, account: account, action: action, subject: subject,
      records: records)
  }

  /// Keeps a hash of every record that was written; the kinds of them, and the head of their tree.
  private func hashWritten(
    for sequence: Int, in db: Database
  ) throws -> (kinds: [String], root: [UInt8]) {
    var records = MerkleEdge()
    var kinds: [String] = []
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO audit_record (authority_id, sequence, ordinal, kind, key, salt, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let kindsWaiting = Set(
      try String.fetchAll(db, sql: "SELECT DISTINCT kind FROM temp.written"))
    for table in AuditedTable.all where kindsWaiting.contains(table.kind) {
      let rows = try table.waiting(for: authority, in: db)
      var hashing: RecordDigest?
      while let row = try rows.next() {
        let salt = RecordDigest.salt()
        var hash = hashing ?? table.digest(of: row)
        // Held once, so that its buffer is used again.
        hashing = nil
        let digest = hash.make(salt: salt, row)
        hashing = hash
        let key: DatabaseValue = row[0]
        try insert.execute(arguments: [
          authority.blob, sequence, records.size, table.kind, key, Data(salt), Data(digest),
        ])
        records.append(leaf: MerkleHash.leaf(digest))
        if kinds.last != table.kind { kinds.append(table.kind) }
      }
    }
    return (kinds, records.root)
  }

  private func append(
    _ entry: AuditEntry, to edge: inout MerkleEdge, in db: Database
  ) throws -> Place {
    let leaf = entry.leaf
    try db.execute(
      sql: """
        INSERT INTO audit_entry (authority_id, sequence, at, account, action, subject, records, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, entry.sequence, entry.at, entry.account, entry.action, entry.subject,
        Data(entry.records), Data(leaf),
      ])
    edge.append(leaf: leaf)
    return Place(sequence: entry.sequence, leaf: leaf)
  }

  /// The log's right edge and its key, both made when there are none.
  func tree(in db: Database) throws -> (edge: MerkleEdge, key: Curve25519.Signing.PrivateKey) {
    if let kept = try kept(in: db) { return kept }
    let key = Curve25519.Signing.PrivateKey()
    try db.execute(
      sql: "INSERT INTO audit_tree (authority_id, size, heads, signing_key) VALUES (?, 0, ?, ?)",
      arguments: [authority.blob, Data(), key.rawRepresentation])
    return (MerkleEdge(), key)
  }

  /// The log's right edge and its key; nil when there are none yet.
  func kept(
    in db: Database
  ) throws -> (edge: MerkleEdge, key: Curve25519.Signing.PrivateKey)? {
    let row = try Row.fetchOne(
      db, sql: "SELECT size, heads, signing_key FROM audit_tree WHERE authority_id = ?",
      arguments: [authority.blob])
    guard let row else { return nil }
    let heads = Array(row[1] as Data)
    let split = stride(from: 0, to: heads.count, by: MerkleHash.length).map {
      Array(heads[$0..<min(heads.count, $0 + MerkleHash.length)])
    }
    guard let edge = MerkleEdge(size: row[0], heads: split),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: row[2] as Data)
    else { throw StoreError.damaged }
    return (edge, key)
  }

  /// The log's name in a checkpoint.
  var origin: String { "heed/\(authority)" }
}
