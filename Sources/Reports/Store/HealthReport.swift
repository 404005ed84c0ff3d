/// How a store is protected, and what needs mending.
package struct HealthReport: Report {
  private let checks: [HealthCheck]

  package init(_ findings: StoreFindings) {
    checks = findings.checks
  }

  /// Whether there is nothing to mend.
  package var isWell: Bool { checks.allSatisfy { $0.mend == nil } }

  package var json: JSON { .array(checks.map(\.json)) }

  package var lines: [String] { checks.flatMap(\.lines) }
}
