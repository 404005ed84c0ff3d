import Records
import Reports
import Storage
import Testing

/// What is said of a store and its machine, whatever was found there.
@Suite struct HealthReportTests {
  private static let now = Instant(
    london: CalendarDate(dayNumber: 20_780), TimeOfDay(clamping: 10 * 60))

  /// A store with nothing amiss.
  private static var well: StoreFindings {
    var findings = StoreFindings(path: "/s/heed", now: now)
    findings.place = .vault(isUnlocked: true)
    findings.rights = .ownAccountAlone
    findings.soundness = .whole
    findings.freeBytes = 100_000_000
    findings.latestEntry = now
    findings.judgedThrough = now.londonDay
    findings.idleMinutes = 5
    return findings
  }

  private static let faults: [@Sendable (StoreFindings) -> StoreFindings] = [
    { with($0) { $0.place = .nothing } }, { with($0) { $0.place = .plain } },
    { with($0) { $0.place = .unreliable(kind: "nfs") } },
    { with($0) { $0.place = .unreliableVault(kind: "nfs") } },
    { with($0) { $0.place = .blockedVault(by: "/s/heed/open") } },
    { with($0) { $0.rights = .open(["/s/heed"]) } },
    { with($0) { $0.rights = .refused("/s/heed is a link.") } },
    { with($0) { $0.missingPrograms = ["age"] } },
    { with($0) { $0.soundness = .faulty(.damaged) } },
    { with($0) { $0.freeBytes = 99_999_999 } },
    { with($0) { $0.latestEntry = now.adding(seconds: 1) } },
    { with($0) { $0.judgedThrough = now.londonDay.adding(days: 1) } },
    { with($0) { $0.childrenKept = 1 } },
  ]

  private static func with(
    _ findings: StoreFindings, _ change: (inout StoreFindings) -> Void
  ) -> StoreFindings {
    var changed = findings
    change(&changed)
    return changed
  }

  @Test func `a store with nothing amiss is well, and every line says so`() {
    let report = HealthReport(Self.well)
    #expect(report.isWell)
    #expect(report.lines.allSatisfy { $0.hasPrefix("ok   ") }, "\(report.lines)")
  }

  @Test(arguments: faults.indices)
  func `whatever is amiss is marked once and followed by how it is mended`(index: Int) {
    let report = HealthReport(Self.faults[index](Self.well))
    #expect(!report.isWell)
    let marked = report.lines.indices.filter { report.lines[$0].hasPrefix("mend ") }
    #expect(marked.count == 1, "\(report.lines)")
    let next = marked.first.map { $0 + 1 } ?? 0
    #expect(report.lines.indices.contains(next) && report.lines[next].hasPrefix("     "))
  }
}
