import Cells
import ErrorSentences
package import Exchange
import Records
package import Storage

/// The rows of a file, good and refused.
package struct ImportRows {
  /// A row that was refused, as it is in the file, and why.
  package struct Refused {
    package let record: CSVRecord
    package let faults: [RowFault]

    package init(record: CSVRecord, faults: [RowFault]) {
      self.record = record
      self.faults = faults
    }
  }

  package let header: CSVRecord
  private let hasReasons: Bool
  package var read = 0
  package var batch = ImportBatch()
  package var refused: [Refused] = []

  /// Starts with no rows; `hasReasons` when the last column says why rows were refused before.
  package init(header: CSVRecord, hasReasons: Bool) {
    self.header = header
    self.hasReasons = hasReasons
  }

  /// The refused rows as a file, with the reason in a last column.
  package var rejectedCSV: String {
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
    return Printable.exact(text)
  }

  /// Returns the name of the file in which the refused rows of a file are written.
  package static func rejectedName(of file: String) -> String {
    let stem = file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) : file
    return stem + ".rejected.csv"
  }

  /// Returns a sentence for each kind of fault, twenty at most; the last says what became of the file.
  package func refusals(file: String, isAccepted: Bool) -> [String] {
    let faults = FaultGroup.groups(refused.flatMap(\.faults))
    var sentences = faults.prefix(20).map { $0.sentence(file: file) }
    let more = faults.count > 20 ? " And \(faults.count - 20) more kinds of fault." : ""
    let ending =
      isAccepted
      ? " The refused rows are in \(ImportRows.rejectedName(of: file))."
      : " Nothing was stored; mend the file, or use --accept-valid."
    let last = sentences.popLast() ?? ""
    return sentences + [last + more + ending]
  }
}

extension DifferingRow {
  /// The columns in which the row differs from the contact of its reference.
  package var columns: [Column] {
    let nobody = Child(id: Identifier(high: 0, low: 0), ref: "")
    let (row, held) = (
      CanonicalRow(child: nobody, facts: facts), CanonicalRow(child: nobody, facts: known)
    )
    return Column.allCases.filter { row[$0] != held[$0] }
  }

  /// The fault with which this row is reported as refused.
  package var fault: RowFault { RowFault(line: line, column: .ref, kind: .differs(columns)) }
}
