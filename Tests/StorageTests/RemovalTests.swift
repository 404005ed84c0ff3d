import Foundation
import GRDB
import Records
import Storage
import StorageCore
import Testing

import StorageSQL
@testable import StorageSQLite

/// What is left in the file of what was destroyed, and of whoever destroys it alone.
@Suite struct RemovalTests {
  private static let tomorrow = Story.monday.adding(seconds: 86_400)

  /// A store of children whose every text holds a marker of its own, and two people.
  private func makeStore(_ folder: TemporaryFolder, children: Int) throws -> (SQLiteStore, [Child])
  {
    let store = try SQLiteStore(
      creatingAt: folder.path("s.heed"), as: Story.author, at: Story.monday, judge: Backend.judge)
    var mint = IdentifierMint()
    for (name, account) in [("I. Rowe", "irowe"), ("N. Okafor", "nokafor")] {
      try store.add(
        Person(
          id: mint.next(at: Story.monday), name: name, role: .teamManager,
          agency: Agency(.socialCare), account: account))
      try store.setSecret(of: account, from: nil, to: "\(account) secret", at: Story.monday)
    }
    var added: [Child] = []
    for number in 1...children {
      var child = Story.child("C\(number)", name: "Name\(marker(number))")
      child.address = "Street\(marker(number))"
      try store.add(child)
      added.append(child)
      var facts = Story.bruise
      facts.injuries = "bruise to cheek \(marker(number))"
      facts.childWords = "Words\(marker(number))"
      facts.explanationGiven = "Account\(marker(number))"
      facts.explanationChallenged = .no
      facts.agency = Agency(.health, name: "Agency\(marker(number))")
      facts.professional = "Professional\(marker(number))"
      facts.role = "Role\(marker(number))"
      let saved = try store.record(facts, child: child.id, at: Story.monday)
      let former = Story.visit(2) { $0.outcome = "Former\(marker(number))" }
      let visit = try store.record(former, child: child.id, at: Story.monday)
      _ = try store.amend(
        visit.contact, to: Story.visit(2) { $0.outcome = "Latter\(marker(number))" },
        because: "Reason\(marker(number))", at: Story.monday)
      if let flag = saved.raised.first {
        _ = try store.answer(
          flag.id,
          .decide(
            Answer.Decide(
              reason: .other, because: "Because\(marker(number))",
              wouldChange: "Change\(marker(number))", reviewBy: Story.today.adding(days: 2))),
          at: Story.monday)
      }
    }
    return (store, added)
  }

  private func marker(_ number: Int) -> String { "xq\(number)xq" }

  private func remove(_ scope: Removal.Scope, of child: Child, from store: SQLiteStore) throws {
    let removal = try store.propose(
      scope, of: child.id, on: .erasure, because: "request", at: Story.monday)
    _ = try store.approve(
      removal.id, by: .secret(account: "nokafor", secret: "nokafor secret"), at: Self.tomorrow)
  }

  private func refused(
    _ scope: Removal.Scope, of child: Child, in store: SQLiteStore
  ) throws -> Removal {
    let removal = try store.propose(
      scope, of: child.id, on: .erasure, because: "request", at: Story.monday)
    let other = try SQLiteStore(
      openingAt: store.path, as: Actor(account: "nokafor"), judge: Backend.judge)
    return try other.refuse(removal.id, because: "evidence", at: Self.tomorrow)
  }

  private func found(_ text: String, in folder: TemporaryFolder) throws -> Int {
    let data = try Data(contentsOf: URL(filePath: folder.path("s.heed")))
    var (count, start) = (0, data.startIndex)
    while let range = data.range(of: Data(text.utf8), in: start..<data.endIndex) {
      (count, start) = (count + 1, range.upperBound)
    }
    return count
  }

  @Test func `of a hundred children that are destroyed no byte is left, and the log still proves`()
    throws
  {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 110)
    let before = try store.audit(against: [])
    let anchor = try store.checkpoint()
    for number in 1...100 {
      #expect(try found(marker(number), in: folder) > 5, "the markers can be found")
    }
    for child in children.prefix(100) { try remove(.child, of: child, from: store) }
    let after = try store.audit(against: [anchor])
    #expect(after.faults.isEmpty, "\(after.faults.prefix(3))")
    #expect(after.entries > before.entries && after.records > before.records)
    var left = 0
    for number in 1...100 { left += try found(marker(number), in: folder) }
    #expect(left == 0)
    #expect(try found(marker(105), in: folder) > 5)
    print("removal: 100 records destroyed, \(left) bytes left, \(after.entries) entries proved")
  }

  @Test func `of one contact and of a former version no byte is left`() throws {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 3)
    let versions = try store.caseFile(of: children[0].id).record.versions
    let amended = try #require(versions.first { $0.version == 2 })
    let bruise = try #require(versions.first { $0.id != amended.id })
    try remove(.formerVersions(amended.id, below: 2), of: children[0], from: store)
    #expect(try found("Former" + marker(1), in: folder) == 0)
    #expect(try found("Latter" + marker(1), in: folder) > 0)
    try remove(.contact(bruise.id), of: children[0], from: store)
    for word in ["Words", "Account", "bruise to cheek ", "Agency", "Professional", "Role"] {
      #expect(try found(word + marker(1), in: folder) == 0, "\(word)")
    }
    #expect(try store.audit(against: []).faults.isEmpty)
    let again = try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
    #expect(try again.audit(against: []).faults.isEmpty)
    #expect(try again.isSound())
  }

  @Test(arguments: [
    "DELETE FROM contact", "DELETE FROM fact", "DELETE FROM child", "DELETE FROM flag",
    "DELETE FROM answer", "DELETE FROM child_before", "DELETE FROM audit_entry",
    "DELETE FROM audit_record", "UPDATE contact SET outcome = ''",
    "UPDATE audit_record SET salt = x'00'", "UPDATE audit_record SET digest = zeroblob(32)",
    "DELETE FROM removal", "DELETE FROM removal_approval", "UPDATE removal SET because = ''",
    "DELETE FROM legal_hold WHERE child_id IS NULL", "UPDATE legal_hold SET because = ''",
    """
    INSERT INTO removal_approval SELECT authority_id, id, proposed_by, proposed_by, proposer,
      proposer_role, proposed_at, 0, 0, 0, 0, NULL, NULL, '' FROM removal
    """,
    """
    INSERT INTO removal_approval SELECT authority_id, id, proposed_by, zeroblob(16), proposer,
      proposer_role, proposed_at, 0, 0, 0, 0, NULL, NULL, '' FROM removal
      WHERE contact_id IS NULL ORDER BY id DESC LIMIT 1
    """,
    """
    INSERT INTO removal_approval SELECT r.authority_id, r.id, r.proposed_by, p.id, p.name, p.role, 0,
      0, 0, 0, 0, NULL, NULL, '' FROM removal r JOIN person p ON p.account = 'nokafor'
      WHERE r.id NOT IN (SELECT removal_id FROM removal_approval)
    """,
    "DELETE FROM removal_refusal", "UPDATE removal_refusal SET because = ''",
    """
    INSERT INTO removal_refusal SELECT authority_id, removal_id, 'x', approved_by, approver, approver_role,
      0 FROM removal_approval
    """,
    """
    INSERT INTO removal_approval SELECT authority_id, id, zeroblob(16), proposed_by, proposer,
      proposer_role, proposed_at, 0, 0, 0, 0, NULL, NULL, '' FROM removal
    """,
  ])
  func `one person alone deletes nothing, whatever statement they run`(sql: String) throws {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 2)
    try remove(.child, of: children[1], from: store)
    _ = try store.propose(
      .child, of: children[0].id, on: .erasure, because: "request", at: Story.monday)
    _ = try refused(.child, of: children[0], in: store)
    _ = try store.hold(nil, because: "an inquiry", at: Story.monday)
    let adult = try #require(FactKind.of("adult"))
    _ = try store.recordFact(
      Fact(
        kind: adult, step: "sighted", on: Story.today,
        texts: ["adult": "Danny", "role": "friend"]),
      of: children[0].id, correcting: nil, at: Story.monday)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO child_before (authority_id, id, ref, until)
          SELECT authority_id, id, ref, 0 FROM child
          """)
    }
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
  }

  @Test func `what was refused is approved by no statement, unlike what was not`() throws {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 1)
    let sql = """
      INSERT INTO removal_approval SELECT r.authority_id, r.id, r.proposed_by, p.id, p.name, p.role,
        0, 0, 0, 0, 0, NULL, NULL, '' FROM removal r JOIN person p ON p.account = 'nokafor'
      """
    _ = try refused(.child, of: children[0], in: store)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    _ = try store.propose(
      .child, of: children[0].id, on: .erasure, because: "again", at: Story.monday)
    let other = sql + " WHERE r.id NOT IN (SELECT removal_id FROM removal_refusal)"
    #expect(throws: Never.self) { try queue.write { try $0.execute(sql: other) } }
  }

  @Test(arguments: [
    "UPDATE audit_record SET salt = NULL WHERE kind = 'contact'",
    """
    UPDATE removal_approval SET destroyed = destroyed || ' 4:0';
    UPDATE audit_record SET salt = NULL WHERE sequence = 4 AND ordinal = 0
    """,
    "UPDATE removal_approval SET destroyed = ''", "DELETE FROM removal_approval",
    "UPDATE audit_record SET salt = zeroblob(16) WHERE salt IS NULL",
  ])
  func `a salt that goes without a certificate is found, and so is a forged certificate`(
    sql: String
  ) throws {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 2)
    try remove(.child, of: children[0], from: store)
    #expect(try store.audit(against: []).faults.isEmpty)
    try folder.change { try $0.execute(sql: sql) }
    let found = try store.audit(against: []).faults.filter { $0 != .tablesDiffer }
    #expect(!found.isEmpty)
  }

  @Test func `a row that takes the place of one that was destroyed is a record of its own`() throws
  {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 2)
    try remove(.child, of: children[1], from: store)
    _ = try store.record(
      Story.visit(1), child: children[0].id, at: Self.tomorrow)
    #expect(try store.audit(against: []).faults.isEmpty)
  }

  @Test func `a contact that says nothing is amended and erased, and the index stays whole`()
    throws
  {
    let folder = try TemporaryFolder()
    let (store, children) = try makeStore(folder, children: 1)
    for child in children { try remove(.child, of: child, from: store) }
    let child = Story.child("C9")
    try store.add(child)
    let silent = ContactFacts(date: Story.today, agency: Agency(.health), kind: .clinic)
    let first = try store.record(silent, child: child.id, at: Story.monday).contact
    let second = try store.amend(
      first, to: Story.visit(0) { $0.outcome = "quiet" }, because: "more",
      at: Story.monday
    ).contact
    _ = try store.amend(second, to: silent, because: "less", at: Story.monday)
    #expect(try store.search("quiet", limit: 9).isEmpty)
    try remove(.contact(first.id), of: child, from: store)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    // Throws when the index is not sound.
    try queue.write {
      try $0.execute(sql: "INSERT INTO note (note) VALUES ('integrity-check')")
    }
  }
}
