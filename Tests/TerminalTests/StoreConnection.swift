import GRDB

/// A connection of the test's own to a store that a Heed may be writing at the same time: it waits
/// for the lock as long as any wait in these tests does.
/// - Throws: what SQLite says when the file can't be opened.
func connection(to path: String) throws -> DatabaseQueue {
  var configuration = Configuration()
  configuration.allowsUnsafeTransactions = true
  configuration.busyMode = .timeout(60)
  return try DatabaseQueue(path: path, configuration: configuration)
}
