import Foundation
import GRDB
import Records

/// How a fact stands in its table.
enum FactRow {
  private static let columnNames =
    "id, child_id, contact_id, corrects, recorded_at, recorded_by, kind, step, day, content"

  /// Every fact of a child, in the order of recording.
  static func facts(
    of child: Identifier, authority: Identifier, in db: Database
  ) throws -> [FactRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columnNames) FROM fact WHERE authority_id = ? AND child_id = ? ORDER BY rowid
        """)
    let rows = try Row.fetchCursor(statement, arguments: [authority.blob, child.blob])
    return try Array(rows.map { try record($0) })
  }

  /// Every fact of a kind, in the order of recording.
  static func facts(
    ofKind kind: FactKind, authority: Identifier, in db: Database
  ) throws -> [FactRecord] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columnNames) FROM fact WHERE authority_id = ? AND kind = ? ORDER BY rowid",
      arguments: [authority.blob, kind.id])
    return try Array(rows.map { try record($0) })
  }

  /// - Throws: `Unreadable` when a column holds what no Heed ever wrote there.
  private static func record(_ row: Row) throws -> FactRecord {
    guard let kind = FactKind.of(row[6]) else { throw Unreadable(column: 6) }
    guard let day = row.day(8) else { throw Unreadable(column: 8) }
    let texts = try JSONDecoder().decode([String: String].self, from: Data((row[9] as String).utf8))
    do {
      let fact = try Fact(kind: kind, step: row[7], on: day, texts: texts)
      return FactRecord(
        id: try row.identifier(0), child: try row.identifier(1),
        contact: try row.identifierIfAny(2), corrects: try row.identifierIfAny(3),
        recordedAt: row.moment(4), recordedBy: row[5], fact: fact)
    } catch is FactFault {
      throw Unreadable(column: 9)
    }
  }

  static func insert(_ record: FactRecord, authority: Identifier, into db: Database) throws {
    let texts = Dictionary(uniqueKeysWithValues: record.fact.texts.map { ($0.field.name, $0.text) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = String(decoding: try encoder.encode(texts), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO fact (authority_id, \(columnNames)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, record.id.blob, record.child.blob, record.contact?.blob,
        record.corrects?.blob, record.recordedAt.seconds, record.recordedBy, record.fact.kind.id,
        record.fact.step.name, record.fact.day.dayNumber, content,
      ])
  }
}
