import Foundation
import GRDB
import Records

/// The full-text index over what contacts say.
enum NoteIndex {
  private static let columns = """
    role, professional, presenting_concern, child_words, injuries, explanation_given, \
    other_adults_noted, outcome
    """

  /// Whether a row says anything: only one that does is in the index.
  private static let saysSomething = "coalesce(\(columns)) IS NOT NULL"

  private static let insertion =
    "INSERT INTO note (rowid, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// Indexes a version of a contact that was inserted as a row, in place of the version before it.
  static func add(
    _ contact: Contact, row: Int64, authority: Identifier, in db: Database
  ) throws {
    if contact.version > 1 {
      // An index over another table's content is told the old words to forget.
      try db.execute(
        sql: """
          INSERT INTO note (note, rowid, \(columns)) SELECT 'delete', rowid, \(columns)
          FROM contact WHERE authority_id = ? AND id = ? AND version = ? AND \(saysSomething)
          """, arguments: [authority.blob, contact.id.blob, contact.version - 1])
    }
    guard !contact.facts.notes.isEmpty else { return }
    let statement = try db.cachedStatement(sql: insertion)
    let facts = contact.facts
    statement.setUncheckedArguments([
      row, facts.role, facts.professional, facts.presentingConcern, facts.childWords,
      facts.injuries, facts.explanationGiven, facts.otherAdultsNoted, facts.outcome,
    ])
    try statement.execute()
  }

  /// Takes from the index what versions of contacts say, while their rows are still there; of each
  /// contact only the latest version is in it.
  static func forget(_ rows: [Int64], in db: Database) throws {
    for row in rows {
      try db.execute(
        sql: """
          INSERT INTO note (note, rowid, \(columns)) SELECT 'delete', rowid, \(columns)
          FROM contact c WHERE rowid = ? AND \(saysSomething) AND version = (SELECT max(version) FROM contact l
            WHERE l.authority_id = c.authority_id AND l.id = c.id)
          """, arguments: [row])
    }
  }

  /// Writes the index anew, so that no word that was taken from it is left in a part of it.
  ///
  /// Source: SQLite's FTS5, "The optimize command".
  static func settle(in db: Database) throws {
    try db.execute(sql: "INSERT INTO note (note) VALUES ('optimize')")
  }
}
