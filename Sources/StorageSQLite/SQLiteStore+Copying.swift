import GRDB
package import Storage

extension SQLiteStore {
  /// The version of the SQLite library in use.
  package static var libraryVersion: String {
    let queue = try? DatabaseQueue()
    return (try? queue?.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") })
      ?? "unknown"
  }

  /// Copies the store, as it stands at one moment, to a file of this user alone that is not there
  /// yet; others go on reading and writing meanwhile.
  ///
  /// Source: SQLite's Online Backup API.
  /// - Throws: `alreadyExists`, `cannotCreate`, `full`.
  package func copy(to path: String) throws(StoreError) {
    try SQLiteStore.mapping {
      try SQLiteStore.makeFile(at: path)
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      try copy.close()
    }
  }

  /// Whether SQLite finds the file's own structure whole.
  ///
  /// Source: SQLite's `PRAGMA quick_check`.
  package func isSound() throws(StoreError) -> Bool {
    try reading { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") } == "ok"
  }
}
