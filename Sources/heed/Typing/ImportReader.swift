import ErrorSentences
import Exchange
import Records
import Reports
import Storage

/// Reads a contacts file for an import: every row, good or refused, before anything is stored.
struct ImportReader {
  let file: String
  let childRef: String?
  let ignoresUnknownColumns: Bool
  let session: Session

  /// How long before a birth a contact may be about the unborn child: 40 weeks.
  static let daysBeforeBirth = 280

  /// - Throws: 65 when the file is no contacts file or says of no child, 66 when it can't be read.
  func read() throws -> ImportRows {
    var options = ContactsFile.Options()
    options.ignoresUnknownColumns = ignoresUnknownColumns
    options.today = session.today
    let named = try session.namedAgencies()
    options.agencyNamed = { named[$0] }
    do {
      var contacts = try ContactsFile(try InputFile.csv(at: file), options: options)
      guard childRef != nil || contacts.has(.childRef) else {
        throw CommandError(
          .dataWrong,
          "\(file) has no column child_ref: say with --child who it is about, or add the column.")
      }
      if contacts.hasReasons {
        Output.complain(
          "The last column, reason, is not read: there Heed says why a row was refused.")
      }
      var rows = ImportRows(header: contacts.header, hasReasons: contacts.hasReasons)
      var births: [String: Births] = [:]
      while let outcome = try contacts.next() {
        try add(outcome, to: &rows, &births)
      }
      return rows
    } catch let error as ContactsFileError {
      throw CommandError(.dataWrong, error.sentence(file: file))
    }
  }

  private func add(
    _ outcome: ContactsFile.Outcome, to rows: inout ImportRows, _ births: inout [String: Births]
  ) throws {
    rows.read += 1
    switch outcome {
    case .refused(let record, let faults):
      rows.refused.append(ImportRows.Refused(record: record, faults: faults))
    case .row(let row, let record):
      do throws(RowFault) {
        try check(row, &births)
        rows.batch.add(
          row.facts, ref: row.childRef ?? childRef ?? "", name: row.childName,
          dateOfBirth: row.dateOfBirth, household: row.household, worker: row.worker,
          line: row.line)
      } catch {
        rows.refused.append(ImportRows.Refused(record: record, faults: [error]))
      }
    }
  }

  /// Checks a row against what the file says of its child, and its day against the birth that the
  /// store or the file knows.
  private func check(
    _ row: ContactRow, _ births: inout [String: Births]
  ) throws(RowFault) {
    guard let ref = row.childRef ?? childRef else {
      throw RowFault(line: row.line, column: .childRef, kind: .noChild)
    }
    var own = births[ref] ?? Births(known: (try? session.store.child(ref: ref))?.dateOfBirth)
    own.said = own.said ?? row.dateOfBirth
    births[ref] = own
    if let typed = row.dateOfBirth, typed != own.said {
      throw RowFault(line: row.line, column: .dateOfBirth, kind: .anotherBirth)
    }
    if let birth = own.known ?? own.said,
      row.facts.date < birth.adding(days: -ImportReader.daysBeforeBirth)
    {
      throw RowFault(line: row.line, column: .date, kind: .bornAfterContact)
    }
  }
}

/// The date of birth of a child, as the store and the first row that gives one know it.
private struct Births {
  let known: CalendarDate?
  var said: CalendarDate?
}

extension ImportRows {
  /// Adds rows that were good and of which the store holds another content, as they stand in the file;
  /// false where there is none, or the file can't be read a second time, as a pipe can't.
  /// - Throws: 66 when the file can't be read again.
  mutating func refuse(_ differing: [DifferingRow], of file: String) throws -> Bool {
    guard !differing.isEmpty, file != "-" else { return false }
    let before = refused.count
    let faults = Dictionary(
      differing.map { ($0.line, $0.fault) }, uniquingKeysWith: { first, _ in first })
    var reader = try InputFile.csv(at: file)
    while let record = try reader.next() {
      guard let fault = faults[record.line] else { continue }
      refused.append(Refused(record: record, faults: [fault]))
    }
    refused.sort { $0.record.line < $1.record.line }
    return refused.count > before
  }

  /// Writes the refused rows as `NAME.rejected.csv`; none, and no file, when all were good.
  /// - Throws: 73 when the file can't be made, 74 when it can't be written in full.
  func writeRejected(beside file: String) throws(CommandError) {
    guard !refused.isEmpty else { return }
    try OutputFile.write(rejectedCSV, to: ImportRows.rejectedName(of: file))
  }
}
