import GRDB
package import Records
package import Storage
import StorageCore

// What SQLite leaves in its file of rows that were deleted, and how that goes too.

extension SQLiteStore {
  package func approve(
    _ id: Identifier, by signer: Signer, at now: Instant
  ) throws(StoreError) -> Removal {
    let done = try removals().first { $0.id == id && $0.certificate != nil }
    if let done {
      // Whoever was told that traces were left asks again.
      guard try hasTraces() else { throw .impossibleRemoval(.alreadyDone) }
      try overwriteTraces()
      return done
    }
    let approved = try approveRemoval(id, by: signer, at: now)
    try overwriteTraces()
    return approved
  }

  private func hasTraces() throws(StoreError) -> Bool {
    try asking { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM traces_left)") } ?? false
  }

  /// What a removal that was broken off by a crash left to do.
  func finishRemoval() {
    guard (try? hasTraces()) == true else { return }
    // Where it fails it is tried again when the store is opened next.
    try? overwriteTraces()
  }

  /// Writes the whole file anew: SQLite overwrites what it deletes, but where it moved a row between
  /// pages a copy may lie in the unused middle of one.
  ///
  /// - Throws: `impossibleRemoval(.tracesLeft)`; what was removed is gone from every table all the same.
  private func overwriteTraces() throws(StoreError) {
    do {
      try queue.vacuum()
      try queue.write { try $0.execute(sql: "DELETE FROM traces_left") }
    } catch {
      throw .impossibleRemoval(.tracesLeft)
    }
  }
}
