import Foundation
import GRDB
import Records

/// The full-text index over what contacts say.
enum NoteIndex {
  private static let columns = """
    role, professional, presenting_concern, child_words, injuries, explanation_given, \
    other_adults_noted, outcome
    """

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
          FROM contact WHERE authority_id = ? AND id = ? AND version = ?
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
}
