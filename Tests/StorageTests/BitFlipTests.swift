import Foundation
import GRDB
import Records
import Storage
import StorageCore
import Testing

import StorageSQL
@testable import StorageSQLite

/// A store's file of which one bit is not what it was.
@Suite struct BitFlipTests {
  private static let flips = 3000

  /// What people recorded, as it can be read; nil where it can't.
  private func recorded(_ path: String) -> [[DatabaseValue]]? {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
      return nil
    }
    return try? queue.read { db in
      try AuditedTable.all.flatMap { table in
        let columns = table.columns.joined(separator: ", ")
        return try Row.fetchAll(
          db, sql: "SELECT \(columns) FROM \(table.kind) ORDER BY \(table.key)"
        )
        .map { Array($0.databaseValues) }
      }
    }
  }

  /// Whether opening, checking or verifying tells that something is amiss.
  private func isNoticed(_ path: String) -> Bool {
    do {
      let store = try SQLiteStore(openingAt: path, judge: Backend.judge)
      guard try store.isSound() else { return true }
      return try !store.audit(against: []).faults.isEmpty
    } catch {
      return true
    }
  }

  @Test func `a bit that changes what was recorded is always noticed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.heed")
    do {
      let store = try SQLiteStore(creatingAt: path, at: Story.monday, judge: Backend.judge)
      for number in 1...6 {
        let child = Story.child("C\(number)", name: "Ann Example \(number)")
        try store.add(child)
        for days in 0..<4 {
          _ = try store.record(
            Story.visit(days) { $0.outcome = "seen in the garden, \(days)" }, child: child.id,
            at: Story.monday)
        }
        _ = try store.record(Story.bruise, child: child.id, at: Story.monday)
      }
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    let before = try #require(recorded(path))
    #expect(!isNoticed(path))
    var generator = SystemRandomNumberGenerator()
    var (noticed, harmless) = (0, 0)
    var missed: [Int] = []
    for _ in 0..<Self.flips {
      let bit = Int.random(in: 0..<whole.count * 8, using: &generator)
      var changed = whole
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      try changed.write(to: URL(filePath: path))
      if isNoticed(path) {
        noticed += 1
      } else if recorded(path) == before {
        harmless += 1
      } else {
        missed.append(bit)
      }
    }
    #expect(missed.isEmpty, "bits \(missed.prefix(5)) of \(whole.count * 8)")
    #expect(noticed > Self.flips / 20 && harmless > 0, "\(noticed), \(harmless)")
    print(
      "bit flips: \(Self.flips), \(noticed) noticed, \(harmless) that change nothing recorded, \(missed.count) missed"
    )
  }
}
