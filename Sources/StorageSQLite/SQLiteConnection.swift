import GRDB
import GRDBSQLite
package import Records
package import StorageSQL

/// A connection to a file of SQLite, through GRDB.
///
/// GRDB prepares statements, keeps them and steps; values are bound and columns read with SQLite's own functions,
/// since a list has a million of them.
package struct SQLiteConnection: SQLConnection {
  let db: Database

  package func forEach(
    _ statement: String, _ values: [any SQLConvertible], _ take: (SQLRow) throws -> Bool
  ) throws {
    let statement = try prepared(statement, values)
    let cursor = try Row.fetchCursor(statement)
    let count = Int32(statement.columnCount)
    var row = SQLRow()
    while try cursor.next() != nil {
      row.clear()
      for place in 0..<count { row.append(SQLValue(statement.sqliteStatement, place)) }
      guard try take(row) else { return }
    }
  }

  package func execute(_ statement: String, _ values: [any SQLConvertible]) throws {
    try prepared(statement, values).execute()
  }

  /// A statement with its values bound.
  /// - Throws: `DatabaseError` of misuse when it has places for more or fewer values.
  private func prepared(_ sql: String, _ values: [any SQLConvertible]) throws -> Statement {
    let statement = try db.cachedStatement(sql: sql)
    guard sqlite3_bind_parameter_count(statement.sqliteStatement) == values.count else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    // Takes away what was bound before; GRDB is then content with what is bound here.
    statement.setUncheckedArguments(StatementArguments())
    for (place, value) in zip(Int32(1)..., values) {
      let code = value.sqlValue.bind(to: statement.sqliteStatement, at: place)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    return statement
  }

  /// By index: SQLite's planner has no figures of how many rows there are.
  package func using(_ index: String) -> String { "INDEXED BY \(index)" }

  package func childrenHolding(place: String) -> String {
    """
    SELECT n.child_id FROM note CROSS JOIN contact n ON n.number = note.rowid
      WHERE note MATCH \(place) AND n.authority_id = \(place)
    """
  }

  /// Folded words are letters and digits: nothing in them means anything to FTS5.
  package func pattern(_ words: [String]) -> String {
    words.map { "\"\($0)\"*" }.joined(separator: " ")
  }

  package func indexWords(of contact: Contact, authority: Identifier) throws {
    try NoteIndex.add(contact, row: db.lastInsertedRowID, authority: authority, in: db)
  }

  /// Leaves word that the file is to be written anew: traces of what was deleted may lie in it.
  package func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature,
    authority: Identifier
  ) throws -> Removal.Certificate {
    let removing = Removing(
      removal: removal, record: record, authority: authority, connection: self)
    let certificate = try removing.run(approvedBy: signature)
    try NoteIndex.settle(in: db)
    try execute("INSERT OR IGNORE INTO traces_left (authority_id) VALUES (?)", [authority])
    return certificate
  }
}

extension SQLValue {
  /// Reads a column of a statement's current row.
  ///
  /// Source: SQLite's "Result Values From A Query".
  fileprivate init(_ statement: OpaquePointer, _ place: Int32) {
    switch sqlite3_column_type(statement, place) {
    case SQLITE_INTEGER: self = .number(sqlite3_column_int64(statement, place))
    case SQLITE_TEXT:
      let text = UnsafeBufferPointer(
        start: sqlite3_column_text(statement, place),
        count: Int(sqlite3_column_bytes(statement, place)))
      self = .text(String(decoding: text, as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, place),
        count: Int(sqlite3_column_bytes(statement, place)))
      self = Identifier(bytes: bytes).map { .identifier($0) } ?? .bytes(Array(bytes))
    default: self = .null
    }
  }

  /// Binds it to a place of a statement, which copies it; does nothing for null, since an unbound place is null.
  ///
  /// Source: SQLite's "Binding Values To Prepared Statements".
  fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    switch self {
    case .null: return SQLITE_OK
    case .number(let number): return sqlite3_bind_int64(statement, place, number)
    case .text(var text):
      return text.withUTF8 { utf8 in
        // Nothing at all would be null.
        guard let start = utf8.baseAddress, !utf8.isEmpty else {
          return sqlite3_bind_text(statement, place, "", 0, SQLValue.isCopied)
        }
        return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          sqlite3_bind_text64(
            statement, place, $0, UInt64(utf8.count), SQLValue.isCopied, UInt8(SQLITE_UTF8))
        }
      }
    case .identifier(let id):
      return withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) {
        sqlite3_bind_blob(statement, place, $0.baseAddress, 16, SQLValue.isCopied)
      }
    case .bytes(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
      return sqlite3_bind_blob64(
        statement, place, bytes, UInt64(bytes.count), SQLValue.isCopied)
    }
  }

  /// SQLITE_TRANSIENT, which Swift does not import.
  private static var isCopied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
