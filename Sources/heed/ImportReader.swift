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
        throw Complaint(
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
      throw Complaint(.dataWrong, error.sentence(file: file))
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
          dateOfBirth: row.dateOfBirth, household: row.household, worker: row.worker)
      } catch {
        rows.refused.append(ImportRows.Refused(record: record, faults: [error]))
      }
    }
  }

  /// Checks a row against what the file and the store say of its child.
  private func check(_ row: ContactRow, _ rows: inout ImportRows) throws(RowFault) {
    guard let ref = row.childRef ?? childRef else {
      throw RowFault(line: row.line, column: .childRef, kind: .noChild)
    }
    if rows.births[ref] == nil {
      let known = (try? session.store.child(ref: ref))?.dateOfBirth
      rows.births[ref] = .some(known ?? row.dateOfBirth)
    }
    let birth = rows.births[ref] ?? nil
    if birth == nil { rows.births[ref] = .some(row.dateOfBirth) }
    if let birth, let typed = row.dateOfBirth, typed != birth {
      throw RowFault(line: row.line, column: .dateOfBirth, kind: .anotherBirth)
    }
    if let birth = birth ?? row.dateOfBirth,
      row.facts.date < birth.adding(days: -ImportReader.daysBeforeBirth)
    {
      throw RowFault(line: row.line, column: .date, kind: .bornAfterContact)
    }
  }
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
  /// The date of birth of each child met so far, once one is known.
  fileprivate var births: [String: CalendarDate?] = [:]

  init(header: CSVRecord, hasReasons: Bool) {
    self.header = header
    self.hasReasons = hasReasons
  }

  /// Writes the refused rows as `NAME.rejected.csv`, with the reason in a last column; none, and
  /// no file, when all were good.
  func writeRejected(beside file: String) throws(Complaint) {
    guard !refused.isEmpty else { return }
    let names = hasReasons ? header.texts.dropLast() : header.texts
    var text = CSVLine.joined(names + [ContactsFile.reasonColumn])
    for row in refused {
      let cells = row.record.texts
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
  func complaint(file: String, isAccepted: Bool) -> Complaint {
    let faults = refused.flatMap(\.faults)
    for fault in faults.prefix(20).dropLast() { Output.complain(fault.sentence(file: file)) }
    let last = faults.prefix(20).last?.sentence(file: file) ?? ""
    let more = faults.count > 20 ? " And \(faults.count - 20) more faults." : ""
    let ending =
      isAccepted
      ? " The refused rows are in \(ImportRows.rejectedName(of: file))."
      : " Nothing was stored; mend the file, or use --accept-valid."
    return Complaint(.dataWrong, last + more + ending)
  }
}
