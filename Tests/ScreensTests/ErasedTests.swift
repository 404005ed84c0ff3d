import BundledResources
import Flags
import Cells
import Records
import Screens
import Testing

/// A child's page where a contact, and what another said before, were destroyed.
@Suite struct ErasedTests {
  private static func contact(_ number: UInt64, _ daysAgo: Int) -> Contact {
    let date = FormScene.today.adding(days: -daysAgo)
    var facts = ContactFacts(date: date, agency: Agency(.socialCare), kind: .homeVisit)
    facts.childSeen = .yes
    facts.outcome = "no concerns"
    return Contact(
      id: FormScene.id(number), child: FormScene.child.id,
      recordedAt: Instant(london: date, .midnight), recordedBy: "I. Rowe", facts: facts)
  }

  private static func removal(
    _ number: UInt64, _ scope: Removal.Scope, _ ground: Removal.Ground, daysAgo: Int
  ) -> Removal {
    var okafor = FormScene.me
    (okafor.name, okafor.role) = ("N. Okafor", .teamManager)
    var certificate = Removal.Certificate(
      approved: Answer.Signature(of: okafor, at: FormScene.now))
    certificate.contacts = 1
    certificate.from = FormScene.today.adding(days: -daysAgo)
    certificate.to = certificate.from
    return Removal(
      id: FormScene.id(number), child: FormScene.child.id, childRef: FormScene.child.ref,
      scope: scope, ground: ground, because: "request 12",
      proposed: Answer.Signature(of: FormScene.me, at: FormScene.now.adding(seconds: -86_400)),
      fingerprint: Fingerprint(number: 1), certificate: certificate)
  }

  private static var page: Workbench {
    let contacts = [contact(31, 50), contact(32, 20), contact(33, 2)]
    let file = CaseFile(
      record: CaseRecord(child: FormScene.child, versions: contacts),
      summary: CaseSummary(Chronology(child: FormScene.child, contacts: contacts)), flags: [],
      siblings: [],
      tombstones: [
        removal(51, .formerVersions(contacts[1].id, below: 2), .rectification, daysAgo: 20),
        removal(52, .contact(FormScene.id(34)), .erasure, daysAgo: 12),
      ].compactMap(Tombstone.init))
    var me = FormScene.me
    me.role = .teamManager
    var workbench = Workbench(
      me: me, store: "a store", parameters: Parameters(calendar: BundledResources.workingCalendar),
      now: FormScene.now)
    let line = CaseLine(child: file.child, summary: file.summary, flags: [FormScene.flag()])
    _ = workbench.handle(.read(.flagged([line])), now: FormScene.now)
    _ = workbench.handle(.enter, now: FormScene.now, size: Size(rows: 24, columns: 80))
    _ = workbench.handle(.read(.child(file)), now: FormScene.now)
    return workbench
  }

  @Test(arguments: recordedSizes)
  func `a chronology says where something was destroyed, and who did it`(name: String, size: Size)
    throws
  {
    var page = Self.page
    try expectFrame(page.draw(size: size, now: FormScene.now), "child-erased-\(name)")
    for key in [Key.down, .down, .enter] {
      _ = page.handle(key, now: FormScene.now, size: size)
    }
    try expectFrame(page.draw(size: size, now: FormScene.now), "erased-\(name)")
  }

  @Test func `what was proposed and not done leaves no trace in the chronology`() {
    var removal = Self.removal(53, .contact(FormScene.id(34)), .erasure, daysAgo: 12)
    #expect(Tombstone(removal) != nil)
    removal.certificate = nil
    #expect(Tombstone(removal) == nil)
    #expect(Tombstone(Self.removal(54, .child, .erasure, daysAgo: 12)) == nil)
  }
}
