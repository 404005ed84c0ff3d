import Foundation
import GRDB
import Records

// How the values of Records stand in columns, here and nowhere else; they know of no database.

extension Identifier {
  /// Its sixteen bytes, as a blob.
  var blob: Data { Data(bytes) }
}

extension Row {
  /// A stored identifier.
  /// - Throws: `damaged` when the column holds none.
  func identifier(_ index: Int) throws -> Identifier {
    // The bytes are read where they lie: rows are many, and each has two or three of these.
    let id = try withUnsafeData(atIndex: index) { data in
      data.flatMap { data in
        data.count == 16
          ? data.withUnsafeBytes { bytes in
            Identifier(
              high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
              low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
          } : nil
      }
    }
    guard let id else { throw Unreadable(column: index) }
    return id
  }

  func identifierIfAny(_ index: Int) throws -> Identifier? {
    hasNull(atIndex: index) ? nil : try identifier(index)
  }

  func day(_ index: Int) -> CalendarDate? {
    (self[index] as Int?).map { CalendarDate(dayNumber: $0) }
  }

  func moment(_ index: Int) -> Instant {
    Instant(seconds: self[index])
  }

  /// A word of one of the closed vocabularies.
  /// - Throws: `damaged` when it is none of them: a store never loses a row in silence.
  func word<Word: RawRepresentable>(_ index: Int, as type: Word.Type = Word.self) throws -> Word?
  where Word.RawValue == String {
    guard let text = self[index] as String? else { return nil }
    guard let word = Word(rawValue: text) else { throw Unreadable(column: index) }
    return word
  }

  func requiredWord<Word: RawRepresentable>(_ index: Int) throws -> Word
  where Word.RawValue == String {
    guard let word = try word(index, as: Word.self) else { throw Unreadable(column: index) }
    return word
  }
}

/// A column that holds what no Heed ever wrote there.
struct Unreadable: Error {
  let column: Int
}
