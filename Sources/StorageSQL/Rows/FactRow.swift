import Foundation
import Records

/// Maps a fact to its columns and back; its fields are a JSON object of texts by name.
enum FactRow {
  static let names =
    "id, child_id, contact_id, corrects, recorded_at, recorded_by, kind, step, day, content"

  /// - Throws: `Unreadable` when a column holds what no Heed ever wrote there.
  static func record(_ row: SQLRow) throws -> FactRecord {
    guard let kind = FactKind.of(try row[6]) else { throw Unreadable(column: 6) }
    let content: String = try row[9]
    let texts = try JSONDecoder().decode([String: String].self, from: Data(content.utf8))
    do {
      let fact = try Fact(kind: kind, step: try row[7], on: try row.day(8), texts: texts)
      return FactRecord(
        id: try row.identifier(0), child: try row.identifier(1),
        contact: try row.identifierIfAny(2), corrects: try row.identifierIfAny(3),
        recordedAt: try row.moment(4), recordedBy: try row[5], fact: fact)
    } catch is FactFault {
      throw Unreadable(column: 9)
    }
  }

  static func values(of record: FactRecord) throws -> [any SQLConvertible] {
    let texts = Dictionary(uniqueKeysWithValues: record.fact.texts.map { ($0.field.name, $0.text) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = String(decoding: try encoder.encode(texts), as: UTF8.self)
    return [
      record.id, record.child, record.contact, record.corrects, record.recordedAt,
      record.recordedBy, record.fact.kind.id, record.fact.step.name, record.fact.day, content,
    ]
  }
}
