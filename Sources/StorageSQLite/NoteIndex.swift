import Foundation
import GRDB
import Records

/// The full-text index over what the latest version of each contact says.
///
/// It holds the words folded as they are searched for, so that `lodz` finds Łódź, and keeps no text
/// of its own.
enum NoteIndex {
  private static let columns = ContactColumn.searched.map(\.name).joined(separator: ", ")

  private static let insertion =
    "INSERT INTO note (rowid, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

  private static let deletion =
    "INSERT INTO note (note, rowid, \(columns)) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// Makes the index anew, of words as they are folded.
  static let table = """
    DROP TABLE note;
    CREATE VIRTUAL TABLE note USING fts5 (
      role, professional, presenting_concern, child_words, injuries, explanation_given,
      other_adults_noted, outcome,
      content = '', tokenize = "unicode61 remove_diacritics 2"
    );
    """

  /// Indexes a version of a contact that was inserted as a row, in place of the version before it.
  static func add(
    _ contact: Contact, row: Int64, authority: Identifier, in db: Database
  ) throws {
    if contact.version > 1 {
      try forget(
        "authority_id = ? AND id = ? AND version = ?",
        [authority.blob, contact.id.blob, contact.version - 1], in: db)
    }
    let texts = ContactColumn.searched.map { $0.text(of: contact.facts) }
    try write(insertion, row, texts, in: db)
  }

  /// Takes from the index what versions of contacts say, while their rows are still there; of each
  /// contact only the latest version is in it.
  static func forget(_ numbers: [Int], in db: Database) throws {
    for number in numbers {
      try forget("number = ? AND \(isLatest)", [number], in: db)
    }
  }

  /// Indexes every contact there is, in a table whose rows had no number yet.
  static func fill(in db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT rowid, \(columns) FROM contact c WHERE \(isLatest) ORDER BY rowid")
    while let row = try rows.next() { try write(insertion, row[0], texts(row), in: db) }
  }

  private static let isLatest = """
    version = (SELECT max(version) FROM contact l
      WHERE l.authority_id = c.authority_id AND l.id = c.id)
    """

  private static func forget(
    _ condition: String, _ arguments: StatementArguments, in db: Database
  ) throws {
    // The index is told the old words to forget.
    let statement = try db.cachedStatement(
      sql: "SELECT number, \(columns) FROM contact c WHERE \(condition)")
    for row in try Row.fetchAll(statement, arguments: arguments) {
      try write(deletion, row[0], texts(row), in: db)
    }
  }

  private static func texts(_ row: Row) -> [String?] { (1...8).map { row[$0] } }

  /// Nothing for a contact that says nothing: it is not in the index.
  private static func write(
    _ sql: String, _ row: Int64, _ texts: [String?], in db: Database
  ) throws {
    guard texts.contains(where: { $0 != nil }) else { return }
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments([row] + StatementArguments(texts.map { $0.map(indexed) }))
    try statement.execute()
  }

  /// The text as it is indexed; ASCII is parted and lowered by SQLite as folding does it.
  private static func indexed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : folded(text)
  }

  /// Writes the index anew, so that no word that was taken from it is left in a part of it.
  ///
  /// Source: SQLite's FTS5, "The optimize command".
  static func settle(in db: Database) throws {
    try db.execute(sql: "INSERT INTO note (note) VALUES ('optimize')")
  }
}
