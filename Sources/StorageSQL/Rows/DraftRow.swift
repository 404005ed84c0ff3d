import Foundation
import Records

/// Maps a draft to its columns and back; its fields are JSON pairs, in the order of the form.
enum DraftRow {
  static let saving = """
    INSERT INTO draft (authority_id, account, form, subject_id, child_id, kept_at, content)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (authority_id, account, form, subject_id) DO UPDATE SET
      child_id = excluded.child_id, kept_at = excluded.kept_at, content = excluded.content
    """

  static func values(
    of draft: Draft, _ account: String, _ authority: Identifier
  ) throws -> [any SQLConvertible] {
    let pairs = draft.fields.map { [$0.name, $0.text] }
    let content = String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
    return [
      authority, account, draft.key.form, draft.key.subject, draft.child, draft.keptAt, content,
    ]
  }

  /// An account's drafts with the children whom they are about, the one saved last first.
  static let unfinished = """
    SELECT \(ChildRow.names), d.form, d.subject_id, d.kept_at, d.content
    FROM draft d JOIN child c ON c.authority_id = d.authority_id AND c.id = d.child_id
    WHERE d.authority_id = ? AND d.account = ? ORDER BY d.kept_at DESC, d.subject_id
    """

  static func unfinished(_ row: SQLRow) throws -> UnfinishedForm {
    let start = ChildRow.count
    let child = try ChildRow.child(row)
    let key = Draft.Key(try row.word(start), try row.identifier(start + 1))
    let content: String = try row[start + 3]
    let pairs = try JSONDecoder().decode([[String]].self, from: Data(content.utf8))
    let draft = Draft(
      key: key, child: child.id, keptAt: try row.moment(start + 2),
      fields: pairs.compactMap { $0.count == 2 ? Draft.Field($0[0], $0[1]) : nil })
    return UnfinishedForm(draft: draft, child: child)
  }
}
