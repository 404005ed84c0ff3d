package import Records

/// Where the texts of a row come from: a line of a file, or what a person typed column by column.
enum CellTexts {
  case record(CSVRecord, places: [Column: Int])
  case typed([Column: String])

  /// The longest text that one cell may contain: 64 KiB.
  static let longestText = 1 << 16

  /// The text of a cell without blanks around it; nil when it is empty.
  subscript(column: Column) -> String? {
    get throws(RowFault.Kind) {
      switch self {
      case .record(let record, let places):
        guard let place = places[column] else { return nil }
        return try CellTexts.text(record[field: place])
      case .typed(let texts):
        guard let text = texts[column] else { return nil }
        return try CellTexts.text(Array(text.utf8)[...])
      }
    }
  }

  private static func text(_ cell: ArraySlice<UInt8>) throws(RowFault.Kind) -> String? {
    var bytes = cell
    while let first = bytes.first, first == 32 || first == 9 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last == 32 || last == 9 { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return nil }
    guard bytes.count <= longestText else { throw .tooLong }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    guard !bytes.hasControl, bytes.allSatisfy({ $0 < 0x80 }) || !text.hasForbiddenScalar else {
      throw .controlCharacter
    }
    return text
  }
}

/// Reads what a person typed about one contact, column by column, as a row of a file is read.
package enum TypedContact {
  /// Reads the facts.
  /// - Throws: every fault that was found.
  package static func read(
    _ texts: [Column: String], _ options: ContactsFile.Options
  ) throws(TypedContactFaults) -> ContactFacts {
    var cells = Cells(line: 1, texts: .typed(texts))
    guard let facts = cells.contactFacts(options), cells.faults.isEmpty else {
      throw TypedContactFaults(faults: cells.faults)
    }
    return facts
  }
}

/// What is wrong with a contact that was typed.
package struct TypedContactFaults: Error, Hashable, Sendable {
  package let faults: [RowFault]
}

extension ArraySlice<UInt8> {
  /// Whether it contains a control character other than a tab or a line end.
  fileprivate var hasControl: Bool {
    contains { ($0 < 32 && $0 != 9 && $0 != 10 && $0 != 13) || $0 == 127 }
  }
}

extension String {
  /// Whether it contains a C1 control or a noncharacter: no text needs one, and a terminal may obey one.
  fileprivate var hasForbiddenScalar: Bool {
    unicodeScalars.contains {
      (0x80...0x9f).contains($0.value) || ($0.value & 0xfffe) == 0xfffe
        || (0xfdd0...0xfdef).contains($0.value)
    }
  }
}
