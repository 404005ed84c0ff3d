import BundledResources
import Flags
import Records
import Storage
import StorageCore
import StorageSQL
import StorageSQLite
import Testing

/// A store that a newer version opens, which reads notes otherwise.
struct NewerReaderStoreTests {
  /// A judge of an edition of the reader whose rules R03 and R04 find something, or nothing.
  private func judge(_ reader: Int, finding found: String) -> CaseJudge {
    let rules = ["R03", "R04"].map { id in
      FlagRule(
        id, "As read", words: "", logic: { _ in "" }, source: "", falsePositives: "",
        goodAnswer: "", lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
      ) { view, _ in
        guard id == found, let last = view.chronology.readings.last else { return nil }
        return Finding(
          rule: RuleID(id), band: .today, line: "As read.", evidence: [Evidence(last.contact)])
      }
    }
    let parameters = Parameters(calendar: BundledResources.workingCalendar)
    return Evaluator(rules: rules, parameters: parameters, readerEdition: reader).judge
  }

  @Test func `it clears nothing until a rescan, which says whose flags change`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.heed")
    let child = Story.child("C1", name: "Ada Example")
    let store = try SQLiteStore(creatingAt: path, at: Story.monday, judge: judge(1, finding: "R03"))
    try store.add(child)
    let raised = try store.record(Story.bruise, child: child.id, at: Story.monday)
      .raised.map(\.rule)
    #expect(raised == [RuleID("R03")])

    let newer = try SQLiteStore(openingAt: path, judge: judge(2, finding: "R04"))
    let refreshed = try newer.refresh(to: Story.monday, limit: 10)
    #expect(refreshed == RefreshReport(judged: 1, left: 0))
    #expect(try newer.refresh(to: Story.monday, limit: 10).judged == 0)
    let flags = try newer.caseFile(of: child.id).flags
    #expect(Set(flags.map(\.rule)) == [RuleID("R03"), RuleID("R04")])
    #expect(flags.allSatisfy { $0.cleared == nil })
    #expect(try SQLiteStore.childrenKept(at: path) == 1)
    #expect(try newer.keptSince() == Story.today)

    let report = try newer.rescan(at: Story.monday) { _, _ in true }
    #expect(
      report.changes == [RescanReport.Change(child: child, raised: [], cleared: [RuleID("R03")])])
    #expect(try SQLiteStore.childrenKept(at: path) == 0)
    #expect(try newer.keptSince() == nil)
    #expect(try newer.rescan(at: Story.monday) { _, _ in true }.changes.isEmpty)
  }
}
