import GRDB
import Synchronization

extension SQLiteStore {
  package func watch(_ changed: @escaping @Sendable () -> Void) {
    _ = hasChangedElsewhere()
    let watch = StoreWatch(path) { [weak self] in
      if self?.hasChangedElsewhere() == true { changed() }
    }
    watching.withLock { $0 = Watching(watch: watch, changed: changed) }
  }

  /// What listens for changes, and who is told.
  struct Watching {
    var watch: StoreWatch?
    let changed: @Sendable () -> Void
  }

  /// Whether another connection has committed since this was last asked.
  ///
  /// Source: SQLite's `PRAGMA data_version`, which this connection's own commits leave as it is.
  private func hasChangedElsewhere() -> Bool {
    let version = try? queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    return dataVersion.withLock { known in
      defer { known = version ?? known }
      return version != nil && version != known
    }
  }
}
