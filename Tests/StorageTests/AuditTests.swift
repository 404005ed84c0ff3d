import AuditLog
import Foundation
import GRDB
import Records
import Storage
import StorageCore
import Testing

import StorageSQL
@testable import StorageSQLite

/// The audit log of a file, against somebody who may do with the file what they like.
@Suite struct AuditTests {
  /// A store in which a child was added, seen with a bruise, answered for and looked at.
  private func makeStore(_ folder: TemporaryFolder) throws -> SQLiteStore {
    let store = try SQLiteStore(
      creatingAt: folder.path("s.heed"), at: Story.monday, judge: Backend.judge)
    let child = Story.child("C1", name: "Ann Example")
    try store.add(child)
    let saved = try store.record(Story.bruise, child: child.id, at: Story.monday)
    _ = try store.answer(
      try #require(saved.raised.first).id, Story.decision, replacing: nil, finishing: nil,
      at: Story.monday)
    store.remember(.opened(child.id))
    store.remember(.searched)
    try store.writeAccesses()
    return store
  }

  /// What is found but for the triggers that `change` took away: whoever is careful makes them again.
  private func faults(_ folder: TemporaryFolder, _ anchors: [String] = []) throws -> [AuditFault] {
    try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
      .audit(against: anchors).faults.filter { $0 != .tablesDiffer }
  }

  @Test(arguments: [
    "DROP TRIGGER contact_is_kept", "DROP TRIGGER removal_is_not_held", "DROP INDEX fact_by_child",
    "ALTER TABLE contact ADD COLUMN extra TEXT", "CREATE TABLE elsewhere (id)",
    "CREATE TRIGGER twice AFTER INSERT ON contact BEGIN SELECT 1; END",
  ])
  func `a guard that is taken away, and a table that is not Heed's, is found`(sql: String) throws {
    let folder = try TemporaryFolder()
    let store = try makeStore(folder)
    #expect(try store.audit(against: []).faults.isEmpty)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try queue.write { try $0.execute(sql: sql) }
    #expect(try store.audit(against: []).faults == [.tablesDiffer])
  }

  @Test func `what is written and what is read is in the log, and never what it says`() throws {
    let folder = try TemporaryFolder()
    let store = try makeStore(folder)
    let report = try store.audit(against: [])
    #expect(report.faults.isEmpty)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    let entries = try queue.read {
      try Row.fetchAll(
        $0, sql: "SELECT action, subject, account FROM audit_entry ORDER BY sequence")
    }
    #expect(entries.map { $0[0] as String } == ["write", "write", "write", "open", "search"])
    #expect(entries[0][1] == "child")
    #expect((entries[1][1] as String).hasPrefix("contact flag"))
    #expect(entries[2][1] == "answer")
    #expect(entries.allSatisfy { $0[2] == Account.current })
    #expect(report.entries == entries.count && report.records >= 4)
    let text = entries.flatMap { row in row.databaseValues.map { "\($0)" } }.joined()
    #expect(!text.contains("Ann") && !text.contains("bruise") && !text.contains("birthmark"))
  }

  @Test func `the same reading within minutes is one entry`() throws {
    let folder = try TemporaryFolder()
    let store = try makeStore(folder)
    let before = try store.audit(against: []).entries
    for _ in 1...5 { store.remember(.searched) }
    try store.writeAccesses()
    #expect(try store.audit(against: []).entries == before)
  }

  @Test func `a save that is refused leaves no entry, and one that is made leaves both`() throws {
    let folder = try TemporaryFolder()
    let store = try makeStore(folder)
    let before = try store.audit(against: [])
    #expect(throws: StoreError.duplicateChild) { try store.add(Story.child("C1")) }
    #expect(try store.audit(against: []) == before)
    try store.add(Story.child("C2"))
    let after = try store.audit(against: [])
    #expect(after.entries == before.entries + 1 && after.records == before.records + 1)
    #expect(after.faults.isEmpty)
  }

  @Test func `every byte of the log that is changed is found`() throws {
    let folder = try TemporaryFolder()
    _ = try makeStore(folder)
    var tried = 0
    var missed: [String] = []
    try folder.change { _ in }
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    let columns = [
      ("audit_entry", ["sequence", "at", "account", "action", "subject", "records", "leaf"]),
      ("audit_record", ["kind", "key", "salt", "digest"]), ("audit_tree", ["size", "heads"]),
    ]
    for (table, names) in columns {
      let rows = try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
      for (index, row) in rows.enumerated() {
        for name in names {
          let value: DatabaseValue = row[name]
          for other in Self.flipped(value) {
            tried += 1
            try queue.inDatabase { db in
              try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
              try put(other, name, row, table, in: db)
            }
            let found = try? faults(folder)
            if found?.isEmpty == true { missed.append("\(table) \(index) \(name)") }
            try queue.inDatabase { db in
              try put(value, name, row, table, from: name == "sequence" ? other : nil, in: db)
            }
          }
        }
      }
    }
    #expect(missed.isEmpty, "\(missed.prefix(5))")
    #expect(tried > 600, "\(tried)")
    #expect(try faults(folder).isEmpty, "all is as it was")
  }

  /// Puts a value into a column of the row that another row was.
  private func put(
    _ value: DatabaseValue, _ name: String, _ row: Row, _ table: String,
    from sequence: DatabaseValue? = nil, in db: Database
  ) throws {
    var condition = "authority_id = ?"
    var arguments: [DatabaseValue] = [value, row["authority_id"]]
    for key in ["sequence", "ordinal"] where row.hasColumn(key) {
      condition += " AND \(key) = ?"
      arguments.append(key == "sequence" ? sequence ?? row[key] : row[key])
    }
    try db.execute(
      sql: "UPDATE \(table) SET \(name) = ? WHERE \(condition)",
      arguments: StatementArguments(arguments))
  }

  /// A value with each of its bytes changed, one at a time.
  private static func flipped(_ value: DatabaseValue) -> [DatabaseValue] {
    switch value.storage {
    case .int64(let number): [8, 24, 40].map { (number ^ (1 << $0)).databaseValue }
    case .string(let text):
      Array(text.utf8).indices.map { index in
        var bytes = Array(text.utf8)
        bytes[index] ^= 1
        return String(decoding: bytes, as: UTF8.self).databaseValue
      }
    case .blob(let data):
      data.indices.map { index in
        var other = data
        other[index] ^= 1
        return other.databaseValue
      }
    case .null, .double: []
    }
  }

  @Test(arguments: [
    "UPDATE contact SET injuries = 'none'", "UPDATE contact SET day = day + 1",
    "UPDATE answer SET because = 'nothing'", "UPDATE child SET name = 'Another'",
    "UPDATE flag SET cleared_on = 20606", "UPDATE flag SET raised_at = raised_at + 86400",
    "DELETE FROM contact", "DELETE FROM answer", "DELETE FROM flag", "DELETE FROM audit_record",
    "INSERT INTO contact (authority_id, id, version, child_id, recorded_at, recorded_by, day, sector, contact_type) SELECT authority_id, zeroblob(16), 1, child_id, recorded_at, recorded_by, day, sector, contact_type FROM contact LIMIT 1",
    "DELETE FROM audit_entry WHERE sequence = 2",
    "DELETE FROM audit_entry WHERE sequence = 4",
    "UPDATE audit_entry SET sequence = 99 WHERE sequence = 0",
    "UPDATE audit_record SET ordinal = 99 WHERE sequence = 1 AND ordinal = 0",
  ])
  func `a record or an entry that was changed, added or taken away is found`(sql: String) throws {
    let folder = try TemporaryFolder()
    _ = try makeStore(folder)
    #expect(try faults(folder).isEmpty)
    try folder.change { try $0.execute(sql: sql) }
    #expect(try !faults(folder).isEmpty)
  }

  @Test func `two entries that changed their places are found`() throws {
    let folder = try TemporaryFolder()
    _ = try makeStore(folder)
    try folder.change { db in
      for (old, new) in [(1, 90), (2, 1), (90, 2)] {
        try db.execute(
          sql: "UPDATE audit_entry SET sequence = ? WHERE sequence = ?", arguments: [new, old])
        try db.execute(
          sql: "UPDATE audit_record SET sequence = ? WHERE sequence = ?", arguments: [new, old])
      }
    }
    #expect(try !faults(folder).isEmpty)
  }

  /// What whoever owns the file can do: cut the log after some entries and make its head anew.
  private func cut(_ folder: TemporaryFolder, to size: Int) throws {
    try folder.change { db in
      try db.execute(sql: "DELETE FROM audit_record WHERE sequence >= ?", arguments: [size])
      try db.execute(sql: "DELETE FROM audit_entry WHERE sequence >= ?", arguments: [size])
      try rebuild(in: db)
    }
  }

  /// Hashes every entry as it now is and makes the head of that, as a forger would.
  private func rebuild(in db: Database) throws {
    var edge = MerkleEdge()
    for row in try Row.fetchAll(
      db,
      sql: "SELECT at, account, action, subject, records FROM audit_entry ORDER BY sequence")
    {
      let entry = AuditEntry(
        sequence: edge.size, at: row[0], account: row[1], action: row[2], subject: row[3],
        records: Array(row[4] as Data))
      try db.execute(
        sql: "UPDATE audit_entry SET leaf = ? WHERE sequence = ?",
        arguments: [Data(entry.leaf), edge.size])
      edge.append(leaf: entry.leaf)
    }
    try db.execute(
      sql: "UPDATE audit_tree SET size = ?, heads = ?",
      arguments: [edge.size, Data(edge.heads.flatMap { $0 })])
  }

  @Test func `a log that was cut, written anew or is of an earlier day does not match an anchor`()
    throws
  {
    let folder = try TemporaryFolder()
    let store = try makeStore(folder)
    let early = try Data(contentsOf: URL(filePath: folder.path("s.heed")))
    let anchor = try store.checkpoint()
    #expect(try faults(folder, [anchor]).isEmpty)
    try store.add(Story.child("C9"))
    #expect(try faults(folder, [anchor]).isEmpty, "a log that has grown still holds what it held")
    let whole = try Data(contentsOf: URL(filePath: folder.path("s.heed")))

    try cut(folder, to: 3)
    #expect(try faults(folder, [anchor]).contains(.shorterThanAnchor(anchor: 6)))

    try whole.write(to: URL(filePath: folder.path("s.heed")))
    try folder.change { db in
      try db.execute(sql: "UPDATE audit_entry SET account = 'nobody' WHERE sequence = 1")
      try rebuild(in: db)
    }
    #expect(try faults(folder).isEmpty, "without an anchor a log written anew can't be told")
    #expect(try faults(folder, [anchor]) == [.differsFromAnchor(anchor: 6)])

    try early.write(to: URL(filePath: folder.path("s.heed")))
    #expect(try faults(folder).isEmpty)
    #expect(try faults(folder, [anchor]).contains(.shorterThanAnchor(anchor: 6)))
  }

  @Test func `another log's checkpoint, and one with a changed head, are no anchors`() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let store = try makeStore(folder)
    let foreign = try makeStore(other).checkpoint()
    let found = try faults(folder, [foreign])
    #expect(found == [.notAnAnchor])
    let anchor = try store.checkpoint()
    #expect(try faults(folder, [anchor.replacing("\n6\n", with: "\n5\n")]) == [.notAnAnchor])
    #expect(try faults(folder, ["", anchor]) == [.notAnAnchor])
  }

  @Test func `a program that knows nothing of Heed comes to the same head`() throws {
    let folder = try TemporaryFolder()
    let report = try makeStore(folder).audit(against: [])
    func verify() throws -> (status: Int32, output: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../AuditVerifier/verify_audit.py").standardizedFileURL.path
      process.arguments = ["python3", script, folder.path("s.heed")]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, text)
    }
    let sound = try verify()
    #expect(sound.status == 0)
    #expect(sound.output == "\(report.entries) \(Data(report.root).base64EncodedString())\n")
    try folder.change { db in
      try db.execute(sql: "UPDATE audit_entry SET account = 'nobody' WHERE sequence = 1")
    }
    #expect(try verify().status == 1)
  }

  @Test func `a store from before there was a log begins one with all that it holds`() throws {
    let folder = try TemporaryFolder()
    _ = try makeStore(folder)
    try folder.change { db in
      try db.execute(
        sql: """
          DROP TABLE audit_record; DROP TABLE audit_entry; DROP TABLE audit_tree;
          DROP TABLE traces_left; DROP TABLE removal_approval; DROP TABLE removal_refusal; DROP TABLE removal; DROP TABLE hold_lifted;
          DROP TABLE legal_hold;
          DROP INDEX standing_by_evaluation; DROP TABLE known_since;
          DELETE FROM grdb_migrations WHERE identifier >= '5';
          """)
    }
    let store = try SQLiteStore(openingAt: folder.path("s.heed"), judge: Backend.judge)
    let report = try store.audit(against: [])
    // Its guards were taken away to make it.
    #expect(report.entries == 1 && report.records >= 4 && report.faults == [.tablesDiffer])
  }

  @Test func `each record is found by its key when it is hashed, however many there are`() throws {
    let folder = try TemporaryFolder()
    _ = try makeStore(folder)
    let queue = try DatabaseQueue(path: folder.path("s.heed"))
    try queue.inDatabase { db in
      try db.execute(sql: AuditedTable.waitingTable)
      for table in AuditedTable.all {
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + table.waitingRows, arguments: [Data(), table.kind]
        ).map { $0["detail"] as String }
        let search = try #require(plan.first { $0.hasPrefix("SEARCH t") }, "\(plan)")
        #expect(
          search.contains("rowid=?") || search.contains("authority_id=? AND \(table.key)=?"),
          "\(table.kind): \(search)")
      }
    }
  }
}
