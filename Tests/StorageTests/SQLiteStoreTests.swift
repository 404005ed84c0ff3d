import Foundation
import GRDB
import Records
import Storage
import StorageCore
import StorageSQL
import StorageSQLite
import Testing

/// What only a file can do, or have done to it.
struct SQLiteStoreTests {
  private func make(_ folder: TemporaryFolder) throws -> SQLiteStore {
    try SQLiteStore(
      creatingAt: folder.path("s.heed"), at: Story.monday, judge: Backend.judge)
  }

  private func open(_ folder: TemporaryFolder, _ name: String = "s.heed") throws -> SQLiteStore {
    try SQLiteStore(openingAt: folder.path(name), judge: Backend.judge)
  }

  @Test func `what was saved is there when the file is opened again`() throws {
    let folder = try TemporaryFolder()
    let child = Story.child("C1", name: "Ada Example")
    let raised: [Records.Flag]
    do {
      let store = try make(folder)
      try store.add(child)
      raised = try store.record(Story.bruise, child: child.id, at: Story.monday)
        .raised
    }
    let store = try open(folder)
    #expect(try store.caseFile(of: child.id).flags == raised)
    #expect(try store.child(ref: "C1") == child)
  }

  @Test func `a store is made for one user alone and never over a file`() throws {
    let folder = try TemporaryFolder()
    _ = try make(folder)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("s.heed"))[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(throws: StoreError.alreadyExists) { try make(folder) }
    #expect(throws: StoreError.noStore) { try open(folder, "other.heed") }
    #expect(!FileManager.default.fileExists(atPath: folder.path("other.heed")))
  }

  @Test(arguments: ["", "this is a letter, and no store at all", "SQLite format 3\u{0}"])
  func `a file that is no store is refused and left alone`(content: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.heed")
    try Data(content.utf8).write(to: URL(filePath: path))
    #expect(throws: StoreError.notAStore) { try open(folder) }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
  }

  @Test func `another program's database is refused`() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    #expect(throws: StoreError.notAStore) { try open(folder) }
  }

  @Test func `a store of a later version is refused`() throws {
    let folder = try TemporaryFolder()
    _ = try make(folder)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
    }
    #expect(throws: StoreError.programTooOld) { try open(folder) }
  }

  @Test(arguments: [
    "DELETE FROM contact", "UPDATE contact SET outcome = 'fine'", "DELETE FROM flag",
    "DELETE FROM answer",
  ])
  func `the file itself keeps contacts, flags and answers`(sql: String) throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let child = Story.child("C1")
    try store.add(child)
    let saved = try store.record(
      Story.bruise, child: child.id, at: Story.monday)
    let flag = try #require(saved.raised.first)
    _ = try store.answer(flag.id, Story.decision, at: Story.monday)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
  }

  @Test func `another program that holds the store is told of, and nothing is lost`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try queue.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: StoreError.busy) { try store.add(Story.child("C1")) }
      try db.execute(sql: "ROLLBACK")
    }
    try store.add(Story.child("C1"))
  }

  @Test func `settings that keep a saved contact through a power cut are on`() throws {
    let folder = try TemporaryFolder()
    let settings = try make(folder).settings()
    #expect(settings["journal_mode"] == "delete")
    #expect(settings["synchronous"] == "3")
    #expect(settings["secure_delete"] == "1")
    #expect(settings["foreign_keys"] == "1")
    #expect(settings["trusted_schema"] == "0")
    #expect(settings["cell_size_check"] == "1")
    #expect(settings["temp_store"] == "2")
  }

  @Test func `an error tells nothing of what was typed`() throws {
    let folder = try TemporaryFolder()
    let store = try make(folder)
    let secret = "Quentin Marker"
    try store.add(Story.child("C1", name: secret))
    let error = #expect(throws: StoreError.self) {
      try store.add(Story.child("C1", name: secret))
    }
    #expect(!String(reflecting: error).contains("Quentin"))
  }
}
