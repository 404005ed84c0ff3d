import Records
package import Storage

/// What an import of facts did.
package struct FactsImportTelling: Report {
  private let report: ImportReport

  package init(_ report: ImportReport) {
    self.report = report
  }

  package var json: JSON {
    .object([
      ("added", .number(report.added)), ("already_there", .number(report.alreadyThere)),
      ("flags_raised", .number(report.flagsRaised)),
    ])
  }

  package var lines: [String] {
    [
      """
      \(counted(report.added, "fact")) added, \(report.alreadyThere) already there; \
      \(counted(report.flagsRaised, "flag")) raised.
      """
    ]
  }
}
