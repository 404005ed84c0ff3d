import GRDB
package import Storage
import Synchronization

// The connection, which is closed while the screen is locked.

extension SQLiteStore {
  /// The connection.
  /// - Throws: `locked` while the store is closed.
  var queue: DatabaseQueue {
    get throws(StoreError) {
      guard let queue = connection.withLock({ $0 }) else { throw .locked }
      return queue
    }
  }

  package func close() throws(StoreError) {
    watching.withLock { $0?.watch = nil }
    childrenChanged()
    try SQLiteStore.mapping {
      try connection.withLock { queue in
        try queue?.close()
        queue = nil
      }
    }
  }

  package func reopen() throws(StoreError) {
    try SQLiteStore.mapping {
      let queue = try SQLiteStore.connect(to: path)
      try queue.inDatabase(AuditTrail.watch)
      connection.withLock { $0 = queue }
    }
    if let changed = watching.withLock({ $0?.changed }) { watch(changed) }
  }
}
