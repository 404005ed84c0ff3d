import Foundation
import Records
import Storage
import StorageSQL
import StorageSQLite
import Testing

/// A store as an earlier version left it, with its anchor and its flags: `Fixtures/beforeNumbers`.
///
/// It holds three invented children, contacts from a file and from a command, an amendment, facts, a change of
/// address, a promise, a signed decision and a hold. The flags are as that version gave them on 1 June 2026.
@Suite struct EarlierStoreTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: try Self.fixture("heed"), to: URL(filePath: folder.path("s.heed")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path("s.heed"))
  }

  private static func fixture(_ kind: String) throws -> URL {
    try #require(
      Bundle.module.url(
        forResource: "beforeNumbers", withExtension: kind, subdirectory: "Fixtures"))
  }

  private func open(as actor: Actor = Story.author) throws -> SQLiteStore {
    try SQLiteStore(openingAt: folder.path("s.heed"), as: actor, judge: Backend.judge)
  }

  @Test func `a store of an earlier version is brought up to date, with a copy of it kept`() throws
  {
    _ = try open()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(files.sorted() == ["s.heed", "s.heed.before-12"])
    let kept = try Data(contentsOf: URL(filePath: folder.path("s.heed.before-12")))
    #expect(kept.count == (try Data(contentsOf: Self.fixture("heed"))).count)
  }

  @Test func `its log is whole, and the one that was signed before`() throws {
    let anchor = try String(contentsOf: Self.fixture("anchor"), encoding: .utf8)
    let report = try open().audit(against: [anchor])
    #expect(report.faults == [])
    #expect(report.records == 45)
  }

  @Test func `its flags are those that the earlier version gave, under their ids`() throws {
    let store = try open()
    let flags = try store.flags(includingCleared: false).map { entry in
      [
        entry.child.ref, "\(entry.flag.rule)", "\(entry.flag.id)", entry.flag.raisedOn.iso,
        entry.flag.band.rawValue,
      ].joined(separator: "\t")
    }
    let given = try String(contentsOf: Self.fixture("flags"), encoding: .utf8)
    #expect(flags.sorted() == given.split(separator: "\n").map(String.init).sorted())
  }

  @Test func `what was recorded is in its order, and recording goes on`() throws {
    let store = try open()
    let child = try #require(try store.child(ref: "Q1"))
    let before = try store.caseFile(of: child.id).record
    #expect(before.versions.map(\.version) == [1, 1, 1, 1, 1, 2])
    #expect(before.facts.map(\.fact.kind.id) == ["injury", "adult"])
    let moved = try #require(try store.child(ref: "Q2"))
    #expect(try store.caseFile(of: moved.id).record.formerRows.count == 1)
    let saved = try store.record(Story.visit(0), child: child.id, at: Story.monday)
    let after = try store.caseFile(of: child.id).record
    #expect(after.versions == before.versions + [saved.contact])
    #expect(try store.audit(against: []).faults == [])
  }

  @Test func `an answer from before accounts were kept is compared by name`() throws {
    let answers = try open().answers()
    #expect(answers.map(\.answeredBy) == ["Ida Rowe", "Ida Rowe"])
    #expect(answers.allSatisfy { $0.account == nil })
    var mint = IdentifierMint()
    for (name, isAuthor) in [("ida rowe", true), ("Sol Haddad", false)] {
      let person = Person(
        id: mint.next(at: Story.monday), name: name, role: .teamManager,
        agency: Agency(.socialCare), account: "another")
      #expect(answers.allSatisfy { $0.isGiven(by: person) == isAuthor })
    }
  }
}
