import AuditLog
import GRDB
import Records

/// A table of which the audit log keeps hashes: what of a row is hashed, and when it is written.
struct AuditedTable {
  /// The table's name, which is the kind of its records.
  let kind: String
  /// The column that names a row: an id, or SQLite's number of the row.
  let key: String
  /// Columns that are hashed; all but the authority's for nil.
  var columns: [String]?
  /// What writes a record again, as a trigger says it; only its last hash is then to hold.
  var rewrites: String?

  /// Every table that holds what people recorded or decided.
  ///
  /// Drafts, the search index and standings, which are made anew from the rest, are none.
  static let all = [
    AuditedTable(kind: "contact", key: "rowid"),
    AuditedTable(kind: "fact", key: "rowid"),
    AuditedTable(
      kind: "child", key: "id",
      columns: ["id", "ref", "name", "date_of_birth", "household", "worker", "address"],
      rewrites: "UPDATE"),
    AuditedTable(kind: "child_before", key: "rowid"),
    AuditedTable(
      kind: "flag", key: "id",
      columns: ["id", "child_id", "rule", "raised_at", "cleared_on", "cleared_why"],
      rewrites: "UPDATE OF cleared_on"),
    AuditedTable(
      kind: "answer", key: "id",
      columns: [
        "id", "flag_id", "kind", "rung", "owner", "reason", "because", "would_change",
        "holds_until", "answered_by", "answered_at", "signer", "account",
      ]),
    AuditedTable(kind: "signature", key: "answer_id"),
    AuditedTable(kind: "person", key: "id", rewrites: "UPDATE"),
    AuditedTable(kind: "secret", key: "rowid"),
    AuditedTable(kind: "rulebook", key: "rowid"),
    AuditedTable(kind: "legal_hold", key: "id"),
    AuditedTable(kind: "hold_lifted", key: "hold_id"),
    AuditedTable(kind: "removal", key: "id"),
    AuditedTable(kind: "removal_approval", key: "removal_id"),
    AuditedTable(kind: "removal_refusal", key: "removal_id"),
  ]

  /// The columns that are read: the key first.
  private var selected: String {
    let names = columns ?? ["*"]
    return names.map { "t.\($0)" }.joined(separator: ", ")
  }

  /// Rows that were written and wait for their entry, in the order in which they were written; each
  /// is looked up by its key, however many others there are.
  var waitingRows: String {
    """
    SELECT w.key AS "audited key", \(selected) FROM temp.written w
    CROSS JOIN main.\(kind) t ON t.authority_id = ? AND t.\(key) = w.key
    WHERE w.kind = ? ORDER BY w.rowid
    """
  }

  /// The rows that wait, read as they are asked for.
  func waiting(for authority: Identifier, in db: Database) throws -> RowCursor {
    try Row.fetchCursor(db, sql: waitingRows, arguments: [authority.blob, kind])
  }

  /// The row of a key; nil when it is gone.
  func row(of key: DatabaseValue, authority: Identifier, in db: Database) throws -> Row? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.\(self.key) AS "audited key", \(selected) FROM main.\(kind) t
        WHERE t.\(self.key) = ? AND t.authority_id = ?
        """)
    return try Row.fetchOne(statement, arguments: [key, authority.blob])
  }

  /// What hashes rows like one that begins with its key.
  func digest(of row: Row) -> RecordDigest {
    RecordDigest(
      kind: kind,
      columns: row.columnNames.enumerated().map { place, name in
        place == 0 || name == "authority_id" ? nil : name
      })
  }

  /// The triggers of this connection alone that note what it writes.
  var triggers: String {
    let note = "BEGIN INSERT INTO written (kind, key) VALUES ('\(kind)', new.\(key)); END;"
    let inserting = "CREATE TEMP TRIGGER \(kind)_inserted AFTER INSERT ON main.\(kind) \(note)"
    guard let rewrites else { return inserting }
    let condition = kind == "flag" ? "WHEN old.cleared_on IS NOT new.cleared_on" : ""
    return inserting + """

      CREATE TEMP TRIGGER \(kind)_rewritten AFTER \(rewrites) ON main.\(kind) \(condition) \(note)
      """
  }

  /// Where this connection notes what it has written since its last entry.
  ///
  /// The key has no type: with one, SQLite would turn ids into numbers where it can, and could then not
  /// look them up in an index.
  static let waitingTable = "CREATE TEMP TABLE IF NOT EXISTS written (kind TEXT, key);"
}

extension RecordDigest {
  /// The hash of a row.
  mutating func make(salt: [UInt8], _ row: Row) -> [UInt8] {
    make(salt: salt) { place in
      switch (row[place] as DatabaseValue).storage {
      case .null: nil
      case .int64(let number): .number(number)
      case .double(let number): .text("\(number)")
      case .string(let text): .text(text)
      case .blob(let data): .bytes(Array(data))
      }
    }
  }
}
