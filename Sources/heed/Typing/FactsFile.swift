import ErrorSentences
import Exchange
import RecordErrorSentences
import Records
import Reports
import Storage

/// A CSV file of facts: `child_ref`, `kind`, `step`, `day`, and a column for each field used.
struct FactsFile {
  let path: String
  let session: Session

  private static let own: Set<String> = ["child_ref", "kind", "step", "day"]

  /// One row, ready to be saved.
  private struct ReadRow {
    let line: Int
    let child: Child
    let fact: Fact
  }

  /// Saves every row or none.
  /// - Throws: 65 with the line and the field of the first row that can't be taken; 66 when the file
  ///   can't be read.
  func take() throws -> FactsImportTelling {
    let facts = try read().map { ImportedFact(child: $0.child.id, fact: $0.fact) }
    return FactsImportTelling(
      try asking(path) { () throws(StoreError) in
        try session.store.importFacts(facts, at: session.now)
      })
  }

  /// Reads and checks every row against the child and the rows before it, so that a file is refused
  /// before any of it is saved.
  private func read() throws -> [ReadRow] {
    var reader = try InputFile.csv(at: path)
    guard let header = try next(&reader)?.texts, FactsFile.own.isSubset(of: header) else {
      throw CommandError(.dataWrong, "\(path) needs the columns child_ref, kind, step and day.")
    }
    var records: [Identifier: CaseRecord] = [:]
    var rows: [ReadRow] = []
    while let record = try next(&reader) {
      let row = try row(cells(of: record, under: header), line: record.line)
      var held = try records[row.child.id] ?? session.store.caseFile(of: row.child.id).record
      var mint = IdentifierMint(after: held.lastID)
      let noted = FactRecord(
        id: mint.next(at: session.now), child: row.child.id, recordedAt: session.now,
        recordedBy: session.author, fact: row.fact)
      do throws(FactFault) {
        try held.note(noted, today: session.today, calendar: session.calendar)
      } catch {
        throw fault(error, record.line)
      }
      records[row.child.id] = held
      rows.append(row)
    }
    return rows
  }

  private func next(_ reader: inout CSVReader) throws(CommandError) -> CSVRecord? {
    do {
      return try reader.next()
    } catch {
      throw CommandError(.dataWrong, ContactsFileError.csv(error).sentence(file: path))
    }
  }

  /// The texts of a row by column.
  private func cells(
    of record: CSVRecord, under header: [String]
  ) throws(CommandError) -> [String: String] {
    var kind: RowFault.Kind?
    if record.count != header.count { kind = .cellCount(record.count, header: header.count) }
    for index in 0..<record.count where kind == nil {
      let text = String(validating: record[field: index], as: UTF8.self)
      if text == nil { kind = .notUTF8 }
      if let text, Typed.holdsControl(text) { kind = .controlCharacter }
    }
    if let kind {
      let fault = RowFault(line: record.line, column: nil, kind: kind)
      throw CommandError(.dataWrong, "\(fault.sentence(file: path)) Nothing was stored.")
    }
    return Dictionary(
      zip(header, record.texts).map { ($0, trimmed($1)) }, uniquingKeysWith: { first, _ in first })
  }

  private func row(_ cells: [String: String], line: Int) throws -> ReadRow {
    guard let child = try session.store.child(ref: cells["child_ref"] ?? "") else {
      throw CommandError(
        .dataWrong, "\(path), line \(line), child_ref: the store knows no such child.")
    }
    do throws(FactFault) {
      guard let kind = FactKind.of(cells["kind"] ?? "") else { throw .unknownKind }
      guard let day = try? CalendarDate(iso: cells["day"] ?? "") else {
        throw .notAllowed(FactField("day", "Day", .day))
      }
      let step = cells["step"].flatMap { $0.isEmpty ? nil : $0 }
      let texts = cells.filter { !FactsFile.own.contains($0.key) && !$0.value.isEmpty }
      return ReadRow(
        line: line, child: child,
        fact: try Fact(kind: kind, step: step, on: day, texts: texts))
    } catch {
      throw fault(error, line)
    }
  }

  private func fault(_ fault: FactFault, _ line: Int) -> CommandError {
    CommandError(.dataWrong, "\(path), line \(line): \(fault.words). Nothing was stored.")
  }
}
