package import Records

/// The columns of one row, by their places; a driver fills one and lends it for each row that it reads.
///
/// What a column should hold and does not is `Unreadable`: a store never loses a row in silence.
package struct SQLRow {
  package private(set) var values: [SQLValue] = []

  package init() {}

  /// Begins anew, so that the room of the row before is used again.
  package mutating func clear() {
    values.removeAll(keepingCapacity: true)
  }

  package mutating func append(_ value: SQLValue) {
    values.append(value)
  }

  package func isNull(_ place: Int) -> Bool {
    if case .null = values[place] { true } else { false }
  }

  package subscript(place: Int) -> String? {
    get throws {
      switch values[place] {
      case .null: nil
      case .text(let text): text
      default: throw Unreadable(column: place)
      }
    }
  }

  package subscript(place: Int) -> String {
    get throws {
      guard case .text(let text) = values[place] else { throw Unreadable(column: place) }
      return text
    }
  }

  package subscript(place: Int) -> Int? {
    get throws {
      switch values[place] {
      case .null: nil
      case .number(let number): Int(number)
      default: throw Unreadable(column: place)
      }
    }
  }

  package subscript(place: Int) -> Int {
    get throws {
      guard case .number(let number) = values[place] else { throw Unreadable(column: place) }
      return Int(number)
    }
  }

  package subscript(place: Int) -> Bool {
    get throws { try self[place] as Int != 0 }
  }

  package func bytes(_ place: Int) throws -> [UInt8] {
    switch values[place] {
    case .bytes(let bytes): return bytes
    case .identifier(let id): return id.bytes
    default: throw Unreadable(column: place)
    }
  }

  package func identifier(_ place: Int) throws -> Identifier {
    guard case .identifier(let id) = values[place] else { throw Unreadable(column: place) }
    return id
  }

  package func identifierIfAny(_ place: Int) throws -> Identifier? {
    isNull(place) ? nil : try identifier(place)
  }

  package func day(_ place: Int) throws -> CalendarDate {
    CalendarDate(dayNumber: try self[place])
  }

  package func dayIfAny(_ place: Int) throws -> CalendarDate? {
    (try self[place] as Int?).map { CalendarDate(dayNumber: $0) }
  }

  package func moment(_ place: Int) throws -> Instant {
    Instant(seconds: try self[place])
  }

  /// A word of one of the closed vocabularies.
  package func word<Word: RawRepresentable>(_ place: Int) throws -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: try self[place]) else { throw Unreadable(column: place) }
    return word
  }

  package func wordIfAny<Word: RawRepresentable>(_ place: Int) throws -> Word?
  where Word.RawValue == String {
    isNull(place) ? nil : try word(place)
  }
}

/// A column that holds what no Heed ever wrote there.
package struct Unreadable: Error {
  package let column: Int

  package init(column: Int) {
    self.column = column
  }
}
