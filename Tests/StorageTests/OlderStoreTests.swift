import Foundation
import GRDB
import Records
import Storage
import StorageCore
import Synchronization
import Testing

import StorageSQL
@testable import StorageSQLite

/// Stores of earlier versions, and those of later ones.
struct OlderStoreTests {
  private static let authority = Identifier(high: 9, low: 1)
  private static let child = Story.child("C1", name: "Zoë Example")
  private static let contact = Identifier(high: 9, low: 3)
  private static let flag = Identifier(high: 9, low: 4)
  private static let answer = Identifier(high: 9, low: 5)

  /// A store as the first version made it, with a contact, its flag and an answer.
  private func makeFirstStore(_ folder: TemporaryFolder) throws {
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try Schema.migrator.migrate(queue, upTo: "1 cases")
    try queue.write {
      try $0.execute(sql: "INSERT INTO authority VALUES (?)", arguments: [Self.authority.blob])
    }
    try fill(queue)
  }

  private func fill(_ queue: DatabaseQueue) throws {
    let (authority, child) = (Self.authority.blob, Self.child.id.blob)
    let (day, now) = (Story.today.dayNumber, Story.monday.seconds)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO child (authority_id, id, ref, name, date_of_birth, search_text)
          VALUES (?, ?, 'C1', 'Zoë Example', ?, ' c1 zoe example')
          """, arguments: [authority, child, day - 130])
      try db.execute(
        sql: """
          INSERT INTO contact (authority_id, id, version, child_id, recorded_at, recorded_by, day,
            sector, contact_type, injuries) VALUES (?, ?, 1, ?, ?, 'I. Rowe', ?, 'health', 'GP',
            'bruise to cheek')
          """, arguments: [authority, Self.contact.blob, child, now, day])
      try db.execute(
        sql: """
          INSERT INTO flag (authority_id, id, child_id, rule, raised_at, band, band_since, line,
            evidence) VALUES (?, ?, ?, 'R04', ?, 'A', ?, 'Drawn.', '')
          """, arguments: [authority, Self.flag.blob, child, now, day])
      try db.execute(
        sql: """
          INSERT INTO answer (authority_id, id, flag_id, kind, reason, because, would_change,
            holds_until, answered_by, answered_at) VALUES (?, ?, ?, 'decide', 'other', 'seen',
            'more', ?, 'N. Okafor', ?)
          """, arguments: [authority, Self.answer.blob, Self.flag.blob, day + 2, now])
    }
  }

  @Test func `a store is kept as it was before its tables change`() throws {
    let folder = try TemporaryFolder()
    try makeFirstStore(folder)
    _ = try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
    let kept = try DatabaseQueue(path: folder.path("s.heed.before-2"))
    #expect(try kept.read(Schema.migrator.appliedIdentifiers) == ["1 cases"])
    #expect(
      try kept.read { try String.fetchOne($0, sql: "SELECT name FROM child") } == "Zoë Example")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("s.heed.before-2"))[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    _ = try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(files.sorted() == ["s.heed", "s.heed.before-2"], "a store of today needs no copy")
  }

  @Test func `a store from before facts keeps its contacts and answers, and takes facts`() throws {
    let folder = try TemporaryFolder()
    try makeFirstStore(folder)
    let store = try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
    let file = try store.caseFile(of: Self.child.id)
    #expect(file.record.versions.map(\.id) == [Self.contact])
    #expect(file.record.versions.first?.facts.injuries == "bruise to cheek")
    #expect(file.record.versions.first?.isTyped == false)
    #expect(file.record.facts.isEmpty)
    let answers = try store.answers()
    #expect(answers.map(\.id) == [Self.answer])
    // What was decided before there were signatures needs none.
    #expect(answers.first?.stands == true)
    #expect(answers.first?.answeredBy == "N. Okafor")
    #expect(try store.rulebooks().isEmpty)

    let sighted = try Fact(
      kind: .adult, step: "sighted", on: Story.today, texts: ["adult": "Danny"])
    let noted = try store.recordFact(
      sighted, of: Self.child.id, correcting: nil, at: Story.monday)
    let again = try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
    let after = try again.caseFile(of: Self.child.id)
    #expect(after.record.facts == [noted.record])
    #expect(after.record.versions == file.record.versions)
    #expect(after.flags.first { $0.id == Self.flag }?.answer?.id == Self.answer)
  }

  // MARK: Rulebooks

  private func adopt(_ edition: String, in store: SQLiteStore) throws {
    try store.adopt(edition: edition, text: "", at: Story.monday)
  }

  @Test func `a store is judged by what its rulebooks give, and refused when they give nothing`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("s.heed")
    let made = try SQLiteStore(creatingAt: path, at: Story.monday, judge: Backend.judge)
    for edition in ["Autumn", "Winter"] { try adopt(edition, in: made) }
    let seen = Mutex<[String]>([])
    let opened = try SQLiteStore(openingAt: path) { rulebooks in
      seen.withLock { $0 = rulebooks.map(\.edition) }
      return Backend.judge
    }
    #expect(seen.withLock { $0 } == ["Autumn", "Winter"])
    #expect(try opened.rulebooks().map(\.edition) == ["Autumn", "Winter"])
    #expect(throws: StoreError.programTooOld) {
      try SQLiteStore(openingAt: path) { _ in nil }
    }
  }

  @Test func `an open store takes up what another process adopts, and writes nothing if it can't`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("s.heed")
    let other = try SQLiteStore(creatingAt: path, at: Story.monday, judge: Backend.judge)
    let seen = Mutex<[String]>([])
    let store = try SQLiteStore(openingAt: path) { rulebooks in
      seen.withLock { $0 = rulebooks.map(\.edition) }
      return rulebooks.last?.edition == "Winter" ? nil : Backend.judge
    }
    try adopt("Autumn", in: other)
    try store.add(Self.child)
    #expect(seen.withLock { $0 } == ["Autumn"])
    try adopt("Winter", in: other)
    #expect(throws: StoreError.programTooOld) { try store.add(Story.child("C2")) }
    #expect(try store.cases(.matching("")).map(\.child.ref) == ["C1"])
  }

  // MARK: What a file keeps

  /// A store with one row in each of the tables that only grow.
  private func makeFullStore(_ folder: TemporaryFolder) throws {
    let store = try SQLiteStore(
      creatingAt: folder.path("s.heed"), at: Story.monday, judge: Backend.judge)
    try store.add(Self.child)
    var mint = IdentifierMint()
    try store.add(
      Person(
        id: mint.next(at: Story.monday), name: "S. Haddad", role: Role("head of service"),
        agency: Agency(.socialCare), account: "shaddad"))
    try store.setSecret(of: "shaddad", from: nil, to: "a long secret", at: Story.monday)
    let raised = try store.record(
      Story.bruise, noting: [try Fact(kind: .voice, step: nil, on: Story.today, texts: [:])],
      child: Self.child.id, at: Story.monday
    ).raised
    let flag = try #require(raised.first)
    _ = try store.answer(flag.id, Story.decision, at: Story.monday)
    _ = try store.sign(flag.id, by: "shaddad", secret: "a long secret", at: Story.monday)
    try adopt("Autumn", in: store)
  }

  @Test(
    arguments: ["fact", "signature", "rulebook"],
    ["DELETE FROM %", "UPDATE % SET authority_id = authority_id"])
  func `the file itself keeps facts, signatures and rulebooks as they are`(
    table: String, sql: String
  ) throws {
    let folder = try TemporaryFolder()
    try makeFullStore(folder)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } == 1)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql.replacing("%", with: table)) }
    }
    #expect(error?.message?.contains("never") == true)
  }
}
