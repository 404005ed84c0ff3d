import ErrorSentences
import Records
package import Storage

/// What a check of the audit log found, for people and for scripts.
package struct AuditTelling: Report {
  private let report: AuditReport
  /// The head of the log, in Base64.
  private let root: String
  /// How many checkpoints that are stored elsewhere it was compared with.
  private let anchors: Int

  package init(_ report: AuditReport, head: String, anchors: Int) {
    self.report = report
    root = head
    self.anchors = anchors
  }

  package var json: JSON {
    .object([
      ("entries", .number(report.entries)), ("records", .number(report.records)),
      ("root", .string(root)), ("anchors", .number(anchors)),
      ("faults", .array(report.faults.map { .string($0.sentence) })),
    ])
  }

  package var lines: [String] {
    let head = """
      \(counted(report.entries, "entry", plural: "entries")) and \
      \(counted(report.records, "record")) checked; the head is \(root).
      """
    return [head] + (report.faults.isEmpty ? [soundness] : report.faults.map(\.sentence))
  }

  private var soundness: String {
    anchors == 0
      ? "All are as they were written. No checkpoint was given, so a log written anew would not show."
      : "All are as they were written, and as \(counted(anchors, "checkpoint")) kept elsewhere."
  }
}
