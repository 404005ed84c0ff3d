import Foundation
import GRDB
import GRDBSQLite
package import Records
package import StorageSQL

/// A connection to a file of SQLite, through GRDB.
///
/// GRDB prepares statements and keeps them, binds values and steps; the columns of a row are read from SQLite's
/// own functions, since a list has a million of them.
package struct SQLiteConnection: SQLConnection {
  let db: Database

  package func forEach(
    _ statement: String, _ values: [any SQLConvertible], _ take: (SQLRow) throws -> Bool
  ) throws {
    let statement = try db.cachedStatement(sql: statement)
    let cursor = try Row.fetchCursor(statement, arguments: arguments(values))
    let count = Int32(statement.columnCount)
    var row = SQLRow()
    while try cursor.next() != nil {
      row.clear()
      for place in 0..<count { row.append(SQLValue(statement.sqliteStatement, place)) }
      guard try take(row) else { return }
    }
  }

  package func execute(_ statement: String, _ values: [any SQLConvertible]) throws {
    try db.cachedStatement(sql: statement).execute(arguments: arguments(values))
  }

  private func arguments(_ values: [any SQLConvertible]) -> StatementArguments {
    StatementArguments(values.map(\.sqlValue.databaseValue))
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
  /// Reads a column of the row on which a statement stands.
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
      self = Identifier(bytes).map { .identifier($0) } ?? .bytes(Array(bytes))
    default: self = .null
    }
  }

  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .identifier(let id): Data(id.bytes).databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}

extension Identifier {
  /// The identifier of sixteen bytes; nil for any other number of them.
  fileprivate init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
