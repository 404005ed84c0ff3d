package import Exchange
import Records

// The sentences for people: what is wrong with a file, and how to mend it.

extension RowFault {
  /// What is wrong, and what is allowed, without the cell's own text.
  package var words: String {
    switch kind {
    case .empty: "it is empty and must be given"
    case .notADate: "it is not a date; write 2026-11-23"
    case .noSuchDay: "there is no such day in the calendar; write 2026-11-23"
    case .inTheFuture: "the day is in the future"
    case .tooLongAgo: "the day is before 1900"
    case .notATime: "it is not a time; write 14:30"
    case .notACount: "it is not a whole number from 0 to 999"
    case .notOneOf(let words): "it must be one of: \(words.joined(separator: ", "))"
    case .unknownAgency:
      """
      no such agency; it must be one of: \(Sector.allCases.map(\.rawValue).joined(separator: ", ")), \
      or an agency that the store knows by name
      """
    case .notUTF8: "the text is not UTF-8; save the file as UTF-8"
    case .controlCharacter: "the text holds a control character; remove it"
    case .tooLong: "the text is longer than 64 kB"
    case .cellCount(let count, let header):
      "the row has \(count) cells and the header \(header); quote texts that hold commas"
    case .nameless(let column):
      "column \(column) has no name and something stands in it; name the column, or empty the cell"
    case .noChild: "it says of no child; fill child_ref, or use --child"
    case .differs(let columns):
      """
      a contact of this reference is here already and differs in \(columns.map(\.rawValue).joined(separator: ", ")); \
      nothing was changed: use heed amend if that one is wrong, or give this row a ref of its own
      """
    case .anotherBirth: "another row gives this child another date of birth"
    case .bornAfterContact: "the day is more than 40 weeks before the child's date of birth"
    }
  }

  /// Column and fault, as the last column of a refused row says them.
  package var inRow: String {
    column.map { "\($0.rawValue): \(words)" } ?? words
  }

  /// Place and fault in one sentence.
  package func sentence(file: String) -> String {
    let place = column.map { "\(file), line \(line), column \($0.rawValue)" }
    return "\(place ?? "\(file), line \(line)"): \(words)."
  }
}

extension ContactsFileError {
  /// Says in one sentence what is wrong with `file` as a whole, where, and how to mend it.
  package func sentence(file: String) -> String {
    switch self {
    case .empty: "\(file) is empty: it needs a header row with date, agency and contact_type."
    case .noHeader:
      """
      \(file), line 1 holds no column name of a contacts file: the first row names the columns (date, agency, \
      contact_type), with commas between, and the text is UTF-8. A spreadsheet saves that as "CSV UTF-8".
      """
    case .csv(.unclosedQuote(let line)):
      "\(file), line \(line): a quotation mark is opened and never closed; close it."
    case .csv(.textAfterQuote(let line)):
      "\(file), line \(line): text follows a closing quotation mark; double the marks inside."
    case .csv(.recordTooLong(let line)):
      "\(file), line \(line): the row is longer than 1 MB; a quotation mark may be missing."
    case .unknownColumn(let name):
      "\(file), line 1: there is no column \"\(name)\"; rename it, or use --ignore-unknown."
    case .missingColumn(let column):
      "\(file), line 1: the column \(column.rawValue) is missing; add it."
    case .repeatedColumn(let column):
      "\(file), line 1: the column \(column.rawValue) stands there twice; remove one."
    }
  }
}
