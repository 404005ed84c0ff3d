import ErrorSentences
import Cells
import Desk
import Exchange
import Records
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
      while let outcome = try contacts.next() {
        try add(outcome, to: &rows)
      }
      return rows
    } catch let error as ContactsFileError {
      throw CommandError(.dataWrong, error.sentence(file: file))
    }
  }

  private func add(_ outcome: ContactsFile.Outcome, to rows: inout ImportRows) throws {
    rows.read += 1
    switch outcome {
    case .refused(let record, let faults):
      rows.refused.append(ImportRows.Refused(record: record, faults: faults))
    case .row(let row, let record):
      do throws(RowFault) {
        try check(row, &rows)
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
  private func check(_ row: ContactRow, _ rows: inout ImportRows) throws(RowFault) {
    guard let ref = row.childRef ?? childRef else {
      throw RowFault(line: row.line, column: .childRef, kind: .noChild)
    }
    var births =
      rows.births[ref] ?? Births(known: (try? session.store.child(ref: ref))?.dateOfBirth)
    births.said = births.said ?? row.dateOfBirth
    rows.births[ref] = births
    if let typed = row.dateOfBirth, typed != births.said {
      throw RowFault(line: row.line, column: .dateOfBirth, kind: .anotherBirth)
    }
    if let birth = births.known ?? births.said,
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

extension DifferingRow {
  /// The columns in which the row differs from the contact of its reference.
  var columns: [Column] {
    let nobody = Child(id: Identifier(high: 0, low: 0), ref: "")
    let (row, held) = (
      CanonicalRow(child: nobody, facts: facts), CanonicalRow(child: nobody, facts: known)
    )
    return Column.allCases.filter { row[$0] != held[$0] }
  }

  var fault: RowFault { RowFault(line: line, column: .ref, kind: .differs(columns)) }
}

/// The rows of a file, good and refused.
struct ImportRows {
  struct Refused {
    let record: CSVRecord
    let faults: [RowFault]
  }

  let header: CSVRecord
  private let hasReasons: Bool
  var read = 0
  var batch = ImportBatch()
  var refused: [Refused] = []
  /// The dates of birth of each child met so far.
  fileprivate var births: [String: Births] = [:]

  init(header: CSVRecord, hasReasons: Bool) {
    self.header = header
    self.hasReasons = hasReasons
  }

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

  /// Writes the refused rows as `NAME.rejected.csv`, with the reason in a last column; none, and
  /// no file, when all were good.
  func writeRejected(beside file: String) throws(CommandError) {
    guard !refused.isEmpty else { return }
    let names = hasReasons ? header.texts.dropLast() : header.texts
    var text = CSVLine.joined(names + [ContactsFile.reasonColumn])
    for row in refused {
      // Empty cells beyond the header would push the reason out of its column.
      let isLonger = row.record.isEmpty(from: header.count)
      let cells = isLonger ? Array(row.record.texts.prefix(header.count)) : row.record.texts
      // The reasons of a file that was refused before give way to those of today.
      let known = hasReasons && cells.count == header.count ? cells.dropLast() : cells
      text += CSVLine.joined(known + [row.faults.map(\.inRow).joined(separator: "; ")])
    }
    try OutputFile.write(Printable.exact(text), to: ImportRows.rejectedName(of: file))
  }

  static func rejectedName(of file: String) -> String {
    let stem = file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) : file
    return stem + ".rejected.csv"
  }

  /// What a script is told of refused rows: the first one's place and fault, and how many more.
  func complaint(file: String, isAccepted: Bool) -> CommandError {
    let faults = FaultGroup.groups(refused.flatMap(\.faults))
    for fault in faults.prefix(20).dropLast() { Output.complain(fault.sentence(file: file)) }
    let last = faults.prefix(20).last?.sentence(file: file) ?? ""
    let more = faults.count > 20 ? " And \(faults.count - 20) more kinds of fault." : ""
    let ending =
      isAccepted
      ? " The refused rows are in \(ImportRows.rejectedName(of: file))."
      : " Nothing was stored; mend the file, or use --accept-valid."
    return CommandError(.dataWrong, last + more + ending)
  }
}
