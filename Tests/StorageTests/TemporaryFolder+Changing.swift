import GRDB

extension TemporaryFolder {
  /// Changes the file as whoever owns it can: without the triggers that keep a record.
  func change(_ work: (Database) throws -> Void) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path("s.heed"), configuration: configuration)
    try queue.write { db in
      for name in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      {
        try db.execute(sql: "DROP TRIGGER \"\(name)\"")
      }
      try work(db)
    }
    try queue.close()
  }
}
