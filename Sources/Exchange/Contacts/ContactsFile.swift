package import Records

/// One row of a contacts file: the contact, and the child that it names.
package struct ContactRow: Hashable, Sendable {
  package let line: Int
  package var childRef: String?
  package var childName: String?
  package var dateOfBirth: CalendarDate?
  package var household: String?
  package var worker: String?
  package var facts: ContactFacts
}

/// Why a file can't be read as a contacts file.
package enum ContactsFileError: Error, Hashable, Sendable {
  case empty
  case csv(CSVError)
  /// No column is the format's: the first row is no header, or is not read as one.
  case noHeader
  /// The name is from a header, and quoted here because it is no fact about a person.
  case unknownColumn(String)
  case missingColumn(Column)
  case repeatedColumn(Column)
}

/// Reads the canonical contacts file: text becomes values here and nowhere else.
///
/// - The columns: `init(_:options:)` checks the header, `has(_:)` looks one up.
/// - The rows: `next()` returns each, read or refused with all its faults.
///
/// ```swift
/// var file = try ContactsFile(CSVReader(text: text), options: ContactsFile.Options())
/// while case .row(let row, _)? = try file.next() { rows.append(row) }  // stops at a refused row
/// ```
package struct ContactsFile {
  package struct Options: Sendable {
    /// Skips columns that the format does not know.
    package var ignoresUnknownColumns = false
    /// Dates after this day are refused; nil accepts any day.
    package var today: CalendarDate?
    /// Days are whole numbers counted from this one, as in the fictional caseload.
    package var countsDaysFrom: CalendarDate?
    /// Looks up an agency that the store knows by name.
    package var agencyNamed: @Sendable (String) -> Agency? = { _ in nil }

    package init() {}
  }

  /// A row that was read, or one that was refused with every fault found in it.
  package enum Outcome: Hashable, Sendable {
    case row(ContactRow, record: CSVRecord)
    case refused(record: CSVRecord, faults: [RowFault])
  }

  /// The header as it is in the file.
  package let header: CSVRecord
  private var reader: CSVReader
  private let places: [Column: Int]
  /// Columns without a name, whose cells must be empty.
  private let namelessColumns: [Int]
  private let options: Options

  /// Reads the header.
  /// - Throws: when there is none, or its columns are not the format's.
  package init(_ reader: CSVReader, options: Options) throws(ContactsFileError) {
    self.reader = reader
    self.options = options
    do {
      guard let record = try self.reader.next() else { throw ContactsFileError.empty }
      header = record
    } catch let error as CSVError {
      throw .csv(error)
    } catch let error as ContactsFileError {
      throw error
    } catch {
      throw .empty
    }
    places = try ContactsFile.places(in: header, options)
    let names = header.texts
    namelessColumns =
      options.ignoresUnknownColumns
      ? [] : names.indices.filter { names[$0].allSatisfy(\.isWhitespace) }
  }

  /// The last column of a file of refused rows; ignored when the corrected file is read.
  package static let reasonColumn = "reason"

  package var hasReasons: Bool { ContactsFile.names(in: header).last == ContactsFile.reasonColumn }

  package func has(_ column: Column) -> Bool { places[column] != nil }

  /// The names of the columns, in the format's spelling where it knows them, else as they are in the file.
  private static func names(in header: CSVRecord) -> [String] {
    header.texts.map { name in
      let key = letters(of: name)
      return key == reasonColumn ? reasonColumn : known[key]?.rawValue ?? name
    }
  }

  /// A name in small letters without blanks, underscores and hyphens, so that `Child Ref` is `child_ref`.
  private static func letters(of name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }

  private static let known = Dictionary(
    uniqueKeysWithValues: Column.allCases.map { (letters(of: $0.rawValue), $0) })

  private static func places(
    in header: CSVRecord, _ options: Options
  ) throws(ContactsFileError) -> [Column: Int] {
    var places: [Column: Int] = [:]
    let names = names(in: header)
    guard names.contains(where: { Column(rawValue: $0) != nil }) else { throw .noHeader }
    for (index, name) in names.enumerated() {
      guard let column = Column(rawValue: name) else {
        let isNameless = name.allSatisfy(\.isWhitespace)
        if options.ignoresUnknownColumns || isNameless
          || (name == reasonColumn && index == names.count - 1)
        {
          continue
        }
        throw .unknownColumn(name)
      }
      guard places.updateValue(index, forKey: column) == nil else { throw .repeatedColumn(column) }
    }
    for column in Column.required where places[column] == nil { throw .missingColumn(column) }
    return places
  }

  /// The next record that is not empty; a spreadsheet leaves rows of commas at its end.
  private mutating func nextFilled() throws(ContactsFileError) -> CSVRecord? {
    do {
      while let next = try reader.next() {
        if !next.isEmpty(from: 0) { return next }
      }
      return nil
    } catch {
      throw .csv(error)
    }
  }

  /// The next row, read or refused; nil at the end.
  /// - Throws: when the file breaks the format so that nothing after it can be read.
  package mutating func next() throws(ContactsFileError) -> Outcome? {
    guard let record = try nextFilled() else { return nil }
    guard record.count == header.count || record.isEmpty(from: header.count) else {
      let kind = RowFault.Kind.cellCount(record.count, header: header.count)
      let fault = RowFault(line: record.line, column: nil, kind: kind)
      return .refused(record: record, faults: [fault])
    }
    var cells = Cells(line: record.line, texts: .record(record, places: places))
    let row = cells.contactRow(options)
    if let place = namelessColumns.first(where: { !record.isEmpty(field: $0) }) {
      cells.note(RowFault(line: record.line, column: nil, kind: .nameless(place + 1)))
    }
    guard cells.faults.isEmpty, let row else {
      return .refused(record: record, faults: cells.faults)
    }
    return .row(row, record: record)
  }
}
