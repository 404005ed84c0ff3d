import ErrorSentences
import Exchange
import Reading
import Records
package import Storage

/// What an import did, for people and for scripts, with each thing that it did not store as it was given.
package struct ImportTelling: Report {
  private let rows: ImportRows
  private let report: ImportReport
  private let file: String
  private let isRehearsal: Bool
  private let isAccepted: Bool

  /// Reports on `file`; `isRehearsal` when nothing is stored, `isAccepted` when the good rows are stored
  /// though others are refused.
  package init(
    _ rows: ImportRows, _ report: ImportReport, file: String, isRehearsal: Bool, isAccepted: Bool
  ) {
    self.rows = rows
    self.report = report
    self.file = file
    self.isRehearsal = isRehearsal
    self.isAccepted = isAccepted
  }

  /// Whether nothing was stored because a row was refused.
  private var isRefused: Bool { !rows.refused.isEmpty && !isAccepted }

  /// The sentences about refused rows, to be printed last; empty when none was refused.
  package var refusals: [String] {
    rows.refused.isEmpty ? [] : rows.refusals(file: file, isAccepted: isAccepted)
  }

  package var json: JSON {
    let errors = rows.refused.flatMap(\.faults).map { fault in
      JSON.object([
        ("line", .number(fault.line)), ("column", .word(fault.column)),
        ("fault", .string(fault.words)),
      ])
    }
    let differs = report.differing.map { row in
      JSON.object([
        ("line", .number(row.line)), ("column", .string(Column.ref.rawValue)),
        ("ref", .text(row.facts.ref)),
        ("differs_in", .array(row.columns.map { .string($0.rawValue) })),
      ])
    }
    let changed = report.changes.map { change in
      JSON.object([
        ("child", .string(change.child)), ("what", .string(change.what.rawValue)),
        ("applied", .bool(change.isApplied)), ("line", .number(change.line)),
      ])
    }
    return .object([
      ("read", .number(rows.read)), ("added", .number(report.added)),
      ("already_there", .number(report.alreadyThere)),
      ("refused", .number(rows.refused.count)), ("errors", .array(errors)),
      ("flags_raised", .number(report.flagsRaised)),
      ("children_added", .number(report.childrenAdded)), ("dry_run", .bool(isRehearsal)),
      ("differs", .array(differs)), ("changed", .array(changed)),
      ("in_doubt", .array(doubts.map { .number($0.line) })),
    ])
  }

  package var lines: [String] {
    let read = "Read \(counted(rows.read, "row"))"
    if isRefused {
      return isRehearsal ? ["\(read), \(rows.refused.count) refused: nothing would be stored."] : []
    }
    let refused = rows.refused.isEmpty ? "" : ", \(rows.refused.count) refused"
    let ending = isRehearsal ? " Nothing was stored, as asked: these are its figures." : ""
    let head = """
      \(read): \(report.added) added, \(report.alreadyThere) already \
      there\(refused); \(counted(report.childrenAdded, "child", plural: "children")) made, \
      \(counted(report.flagsRaised, "flag")) raised.\(ending)
      """
    return [head] + changes
  }

  /// What was not stored as it was given, for the person at the keyboard; empty when the whole file was refused.
  package var warnings: [String] {
    isRefused ? [] : differences + (doubt.map { [$0] } ?? [])
  }

  /// Rows whose words the reader asks about, in the order of the file.
  private var doubts: [(line: Int, question: Question)] {
    rows.batch.children.flatMap(\.rows).compactMap { row in
      row.facts.doubt.map { (row.line, $0) }
    }.sorted { $0.line < $1.line }
  }

  /// How many rows the reader was in doubt about, and where.
  private var doubt: String? {
    let lines = doubts.map { String($0.line) }
    guard !lines.isEmpty else { return nil }
    let told = lines.prefix(ImportTelling.most).joined(separator: ", ")
    let more =
      lines.count > ImportTelling.most ? " and \(lines.count - ImportTelling.most) more" : ""
    let (noun, of) = lines.count == 1 ? ("row", "its") : ("rows", "their")
    return """
      The words of \(lines.count) \(noun) leave it open what was meant (lines \(told)\(more)): a mark counts \
      as an injury until \(of) injury_count or words say otherwise. heed read shows how words are read.
      """
  }

  /// The most lines of one kind that are listed; JSON has them all.
  private static let most = 20

  private var changes: [String] {
    let told = report.changes.prefix(ImportTelling.most).map { change in
      change.isApplied
        ? "\(change.child): the \(change.what.written) is now as line \(change.line) says."
        : """
        \(change.child): line \(change.line) gives another \(change.what.written); the one on record \
        stays. \(change.what.mend)
        """
    }
    return told + ImportTelling.rest(report.changes.count)
  }

  private var differences: [String] {
    let told = report.differing.prefix(ImportTelling.most).map {
      $0.fault.sentence(file: file)
    }
    return told + ImportTelling.rest(report.differing.count)
  }

  private static func rest(_ count: Int) -> [String] {
    count > most ? ["And \(count - most) more: --json lists all."] : []
  }
}

extension ImportChange.What {
  /// What it is called in a sentence.
  fileprivate var written: String {
    switch self {
    case .name: "name"
    case .dateOfBirth: "date of birth"
    case .household: "household"
    case .worker: "worker"
    }
  }

  /// What a person can do about a change that was not applied.
  fileprivate var mend: String {
    switch self {
    case .name, .dateOfBirth: "Check that the reference is this child's."
    case .household: "The row is older than what is known."
    case .worker:
      "The row is older than what is known, or somebody recorded who is allocated: heed note changes it."
    }
  }
}
