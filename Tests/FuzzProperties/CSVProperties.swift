import Exchange
import Records

/// The first byte says in what pieces the file arrives, and whether it begins with a usual header.
func checkCSV(_ input: [UInt8]) throws(BrokenProperty) {
  guard let first = input.first else { return }
  let rest = Array(input.dropFirst())
  let header = first < 128 ? Array("date,agency,contact_type,outcome,time,injury_count\n".utf8) : []
  let bytes = header + rest
  let records = Records(bytes, inPiecesOf: bytes.count)
  try hold(
    "pieces change nothing", bytes, records == Records(bytes, inPiecesOf: 1 + Int(first % 128)))
  try hold("every record and fault has a line", records, records.haveLines(of: bytes))
  let written = records.texts.map(CSVLine.joined).joined()
  let again = Records(Array(written.utf8), inPiecesOf: written.utf8.count)
  try hold("what is written reads the same", written, again.texts == records.texts)
  try hold("what is written is CSV", written, again.fault == nil)
  try checkContacts(bytes)
}

/// All records of a file up to its first fault.
private struct Records: Hashable {
  var records: [CSVRecord] = []
  var fault: CSVError?

  init(_ bytes: [UInt8], inPiecesOf size: Int) {
    var reader = reader(of: bytes, inPiecesOf: size)
    do {
      while let record = try reader.next() { records.append(record) }
    } catch {
      fault = error
    }
  }

  var texts: [[String]] { records.map(\.texts) }

  func haveLines(of bytes: [UInt8]) -> Bool {
    let numbers = records.map(\.line) + (fault.map { [$0.line] } ?? [])
    return numbers.allSatisfy { (1...lines(of: bytes)).contains($0) }
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }
}

extension CSVError {
  fileprivate var line: Int {
    switch self {
    case .unclosedQuote(let line), .textAfterQuote(let line), .recordTooLong(let line): line
    }
  }
}

private func reader(of bytes: [UInt8], inPiecesOf size: Int) -> CSVReader {
  var left = bytes[...]
  return CSVReader {
    defer { left = left.dropFirst(size) }
    return left.isEmpty ? nil : Array(left.prefix(size))
  }
}

private func lines(of bytes: [UInt8]) -> Int {
  bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
}

/// A contact that was read, written and read again is the same contact.
private func checkContacts(_ bytes: [UInt8]) throws(BrokenProperty) {
  for row in try rows(of: bytes) {
    let child = Child(
      id: Identifier(high: 1, low: 1), ref: row.childRef ?? "C1", name: row.childName,
      dateOfBirth: row.dateOfBirth, household: row.household, worker: row.worker)
    let text =
      CSVLine.joined(Column.allCases.map(\.rawValue))
      + CanonicalRow(child: child, facts: row.facts).csv()
    let again = try rows(of: Array(text.utf8))
    try hold("a contact written reads the same", text, again.map(\.facts) == [row.facts])
    let person = again.first.map { [$0.childRef, $0.childName, $0.household, $0.worker] }
    try hold(
      "whom it is about reads the same", text,
      person == [child.ref, row.childName, row.household, row.worker]
        && again.first?.dateOfBirth == row.dateOfBirth)
  }
}

private func rows(of bytes: [UInt8]) throws(BrokenProperty) -> [ContactRow] {
  var options = ContactsFile.Options()
  options.agencyNamed = { $0.hasPrefix("St ") ? Agency(.school, name: $0) : nil }
  var rows: [ContactRow] = []
  do throws(ContactsFileError) {
    var file = try ContactsFile(reader(of: bytes, inPiecesOf: 64), options: options)
    while let outcome = try file.next() {
      switch outcome {
      case .row(let row, _): rows.append(row)
      case .refused(let record, let faults):
        let isNamed = !faults.isEmpty && faults.allSatisfy { $0.line == record.line }
        guard isNamed else { throw .empty }
      }
    }
  } catch {
    try hold("a refused row says why and where", bytes, rows.isEmpty || error != .empty)
  }
  return rows
}
