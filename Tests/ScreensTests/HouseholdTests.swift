import BundledResources
import Flags
import Cells
import Records
import Screens
import Testing

/// Children of one household on the flagged list.
@Suite struct HouseholdTests {
  private static let size = Size(rows: 24, columns: 80)

  private static func line(_ name: String, _ number: UInt64, _ band: Band) -> CaseLine {
    let child = Child(
      id: FormScene.id(number), ref: "C\(number)", name: name,
      dateOfBirth: FormScene.today.adding(days: -900), household: "H7")
    var flag = FormScene.flag(band)
    flag = Flag(
      id: FormScene.id(number + 100), child: child.id, rule: flag.rule, raisedAt: flag.raisedAt,
      band: band, bandSince: flag.bandSince, line: flag.line, evidence: flag.evidence)
    return CaseLine(
      child: child, summary: CaseSummary(Chronology(child: child, contacts: [])), flags: [flag])
  }

  private static func list(_ lines: [CaseLine]) -> Workbench {
    var me = FormScene.me
    me.role = .teamManager
    var workbench = Workbench(
      me: me, store: "a store",
      parameters: Parameters(calendar: BundledResources.workingCalendar), now: FormScene.now)
    _ = workbench.handle(.read(.flagged(lines)), now: FormScene.now)
    return workbench
  }

  private static func rows(_ workbench: Workbench) -> [String] {
    let text = workbench.draw(size: size, now: FormScene.now).text
    return text.split(separator: "\n").dropFirst(2).prefix(4).map(String.init)
  }

  @Test func `two flagged children are one row, in the worst band of both, until it is opened`() {
    var list = Self.list([
      Self.line("Posy Brook", 1, .thisWeek), Self.line("Sam Brook", 2, .today),
    ])
    let closed = Self.rows(list)
    #expect(closed[0].hasPrefix("> TODAY  Brook (2 children)"))
    #expect(!closed.joined().contains("Posy"))
    _ = list.handle(.enter, now: FormScene.now, size: Self.size)
    let opened = Self.rows(list)
    #expect(opened[1].hasPrefix("  TODAY    Brook, Sam"))
    #expect(opened[2].hasPrefix("  WEEK     Brook, Posy"))
    _ = list.handle(.enter, now: FormScene.now, size: Self.size)
    #expect(!Self.rows(list).joined().contains("Posy"))
  }

  @Test func `one flagged child of a household stands alone`() {
    let list = Self.list([Self.line("Sam Brook", 2, .today)])
    #expect(Self.rows(list)[0].hasPrefix("> TODAY  Brook, Sam"))
  }

  @Test(arguments: recordedSizes)
  func `a household's line closed, and opened to its children`(name: String, size: Size) throws {
    var list = Self.list([
      Self.line("Posy Brook", 1, .thisWeek), Self.line("Sam Brook", 2, .today),
      Self.line("Una Brook", 3, .supervision),
    ])
    try expectFrame(list.draw(size: size, now: FormScene.now), "household-\(name)")
    _ = list.handle(.enter, now: FormScene.now, size: size)
    try expectFrame(list.draw(size: size, now: FormScene.now), "household-open-\(name)")
  }
}
