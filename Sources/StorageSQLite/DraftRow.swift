import Foundation
import GRDB
import Records

/// How a draft stands in its table; the fields are pairs in JSON, in the order of the form.
enum DraftRow {
  static func save(
    _ draft: Draft, of account: String, authority: Identifier, in db: Database
  ) throws {
    let pairs = draft.fields.map { [$0.name, $0.text] }
    let content = String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO draft (authority_id, account, form, subject_id, child_id, kept_at,
          content)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      authority.blob, account, draft.key.form.rawValue, draft.key.subject.blob, draft.child.blob,
      draft.keptAt.seconds, content,
    ])
  }

  static func unfinished(
    of account: String, authority: Identifier, in db: Database
  ) throws -> [UnfinishedForm] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ChildRow.columnNames), d.form, d.subject_id, d.kept_at, d.content
        FROM draft d JOIN child c ON c.authority_id = d.authority_id AND c.id = d.child_id
        WHERE d.authority_id = ? AND d.account = ? ORDER BY d.kept_at DESC, d.subject_id
        """, arguments: [authority.blob, account])
    return try Array(
      rows.map { row in
        let start = ChildRow.count
        let child = try ChildRow.child(row)
        let key = Draft.Key(try row.requiredWord(start), try row.identifier(start + 1))
        let pairs = try JSONDecoder().decode(
          [[String]].self, from: Data((row[start + 3] as String).utf8))
        let draft = Draft(
          key: key, child: child.id, keptAt: row.moment(start + 2),
          fields: pairs.compactMap { $0.count == 2 ? Draft.Field($0[0], $0[1]) : nil })
        return UnfinishedForm(draft: draft, child: child)
      })
  }

  /// Removes a draft, in the transaction that saves what it held or at its owner's wish.
  static func remove(_ draft: OwnDraft?, authority: Identifier, from db: Database) throws {
    guard let draft else { return }
    let statement = try db.cachedStatement(
      sql: """
        DELETE FROM draft WHERE authority_id = ? AND account = ? AND form = ? AND subject_id = ?
        """)
    try statement.execute(arguments: [
      authority.blob, draft.account, draft.key.form.rawValue, draft.key.subject.blob,
    ])
  }
}
