/// One record of a CSV file: the bytes of its fields, unquoted.
package struct CSVRecord: Hashable, Sendable {
  /// The line on which the record begins, counted from 1.
  package let line: Int
  fileprivate(set) var bytes: [UInt8]
  fileprivate(set) var ends: [Int]

  package var count: Int { ends.count }

  /// Ends the field that was read last.
  fileprivate mutating func endField() {
    let start = ends.last ?? 0
    if Formula.isNeutralised(bytes[start...]) { bytes.remove(at: start) }
    ends.append(bytes.count)
  }

  package subscript(field index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Whether a field contains nothing but blanks.
  package func isEmpty(field index: Int) -> Bool {
    self[field: index].allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// Whether the record has `first` fields or more, and those after them are empty.
  package func isEmpty(from first: Int) -> Bool {
    count >= first && (first..<count).allSatisfy { isEmpty(field: $0) }
  }

  /// The fields as text, for writing them again; bytes that are not UTF-8 are replaced by marks.
  package var texts: [String] {
    (0..<count).map { String(decoding: self[field: $0], as: UTF8.self) }
  }
}

/// Why a file can't be read as CSV.
package enum CSVError: Error, Hashable, Sendable {
  case unclosedQuote(line: Int)
  /// Something other than a comma or a line end follows a closing quote.
  case textAfterQuote(line: Int)
  case recordTooLong(line: Int)
}

/// Reads comma-separated values (RFC 4180) byte by byte from chunks of any size.
///
/// A byte-order mark is skipped, lines end in CR LF, LF or CR, and empty lines are skipped. The apostrophe
/// that keeps a spreadsheet from running a cell is removed.
/// - Complexity: O(1) memory beside one record and one chunk.
package struct CSVReader {
  /// Longer records are refused: 1 MiB.
  package static let longestRecord = 1 << 20

  private let source: () -> [UInt8]?
  private var chunk: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtStart = true

  /// Creates a reader of the chunks from `source`, which ends with nil or an empty chunk.
  package init(chunks source: @escaping () -> [UInt8]?) {
    self.source = source
  }

  package init(text: String) {
    var left: [UInt8]? = Array(text.utf8)
    self.init {
      defer { left = nil }
      return left
    }
  }

  /// The next record, or nil at the end.
  /// - Throws: at the first byte that breaks the format; nothing can be read after that.
  package mutating func next() throws(CSVError) -> CSVRecord? {
    skipByteOrderMark()
    while let byte = peek(), byte == lineFeed || byte == carriageReturn { consumeLineEnd(byte) }
    guard peek() != nil else { return nil }
    var record = CSVRecord(line: line, bytes: [], ends: [])
    while true {
      if peek() == quote {
        try readQuoted(into: &record)
      } else {
        readPlain(into: &record)
      }
      record.endField()
      guard record.bytes.count <= CSVReader.longestRecord else {
        throw .recordTooLong(line: record.line)
      }
      guard let byte = peek() else { return record }
      if byte == comma {
        position += 1
        continue
      }
      guard byte == lineFeed || byte == carriageReturn else {
        throw .textAfterQuote(line: record.line)
      }
      consumeLineEnd(byte)
      return record
    }
  }

  private mutating func readPlain(into record: inout CSVRecord) {
    while peek() != nil {
      let start = position
      while position < chunk.count {
        let byte = chunk[position]
        if byte == comma || byte == lineFeed || byte == carriageReturn { break }
        position += 1
      }
      record.bytes.append(contentsOf: chunk[start..<position])
      if position < chunk.count || record.bytes.count > CSVReader.longestRecord { return }
    }
  }

  private mutating func readQuoted(into record: inout CSVRecord) throws(CSVError) {
    position += 1
    while let byte = peek() {
      position += 1
      if byte == quote {
        guard peek() == quote else { return }
        position += 1
      } else if byte == lineFeed {
        line += 1
      }
      record.bytes.append(byte)
      guard record.bytes.count <= CSVReader.longestRecord else {
        throw .recordTooLong(line: record.line)
      }
    }
    throw .unclosedQuote(line: record.line)
  }

  private mutating func peek() -> UInt8? {
    if position < chunk.count { return chunk[position] }
    guard let more = source(), !more.isEmpty else { return nil }
    chunk = more
    position = 0
    return chunk[0]
  }

  private mutating func consumeLineEnd(_ byte: UInt8) {
    position += 1
    if byte == carriageReturn, peek() == lineFeed { position += 1 }
    line += 1
  }

  private mutating func skipByteOrderMark() {
    guard isAtStart else { return }
    isAtStart = false
    var mark: [UInt8] = []
    while mark.count < 3, let byte = peek(), byte == CSVReader.byteOrderMark[mark.count] {
      mark.append(byte)
      position += 1
    }
    // A file that begins with only a part of the mark has no mark: the bytes read are put back.
    if mark.count < 3, !mark.isEmpty {
      chunk = mark + chunk[position...]
      position = 0
    }
  }

  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
