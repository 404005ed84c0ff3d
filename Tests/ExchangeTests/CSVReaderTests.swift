import Exchange
import SeededRandom
import Testing

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\nc,d\n", ["1:a|b", "2:c|d"]), ("a,b\r\nc,d", ["1:a|b", "2:c|d"]),
    ("a\rb", ["1:a", "2:b"]), ("\u{feff}a,b\n", ["1:a|b"]), ("\n\na\n\n\nb\n", ["3:a", "6:b"]),
    ("\"a,b\",\"c\"\"d\"\n", ["1:a,b|c\"d"]), ("\"x\ny\",z\nlast", ["1:x\ny|z", "3:last"]),
    (",\n", ["1:|"]), ("a,\n", ["1:a|"]), ("", []), ("\n", []), ("\"\"", ["1:"]),
    ("a\"b,c\n", ["1:a\"b|c"]),
  ])
  func `records come out as RFC 4180 says`(text: String, expected: [String]) throws {
    #expect(try records(CSVReader(text: text)) == expected)
  }

  @Test func `a quote never closed names the line where it opens`() {
    #expect(throws: CSVError.unclosedQuote(line: 2)) {
      try records(CSVReader(text: "a,b\nc,\"d\ne,f\n"))
    }
  }

  @Test func `text behind a closing quote is refused`() {
    #expect(throws: CSVError.textAfterQuote(line: 1)) { try records(CSVReader(text: "\"a\"b,c\n")) }
  }

  @Test func `a record of more than a megabyte is refused, quoted or not`() {
    let long = String(repeating: "x", count: CSVReader.longestRecord + 1)
    #expect(throws: CSVError.recordTooLong(line: 1)) { try records(CSVReader(text: long)) }
    #expect(throws: CSVError.recordTooLong(line: 1)) { try records(CSVReader(text: "\"" + long)) }
  }

  @Test func `how a file is cut into chunks changes nothing`() throws {
    var random = SplitMix64(seed: 20_261_123)
    let alphabet: [UInt8] = Array("ab,,\"\"\n\r é\u{feff}".utf8)
    for round in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let whole = Result { try records(reader(of: bytes, chunk: 1000)) }
      let size = Int.random(in: 1...5, using: &random)
      let cut = Result { try records(reader(of: bytes, chunk: size)) }
      #expect(text(of: whole) == text(of: cut), "round \(round), seed 20261123")
    }
  }

  private func text(of result: Result<[String], any Error>) -> String {
    switch result {
    case .success(let records): "\(records)"
    case .failure(let error): "\(error)"
    }
  }

  private func records(_ source: CSVReader) throws -> [String] {
    var reader = source
    var found: [String] = []
    while let record = try reader.next() {
      let fields = (0..<record.count).map { String(decoding: record[field: $0], as: UTF8.self) }
      found.append("\(record.line):" + fields.joined(separator: "|"))
    }
    return found
  }

  private func reader(of bytes: [UInt8], chunk size: Int) -> CSVReader {
    var left = bytes[...]
    return CSVReader {
      defer { left = left.dropFirst(size) }
      return left.isEmpty ? nil : Array(left.prefix(size))
    }
  }
}
