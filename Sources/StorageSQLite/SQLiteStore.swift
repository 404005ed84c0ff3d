import GRDB
package import Records
package import Storage

/// A store in one SQLite file.
///
/// `+Reading` answers questions, `+Writing` saves contacts and answers, `+Importing` takes in files
/// and judges again. The settings are those that lose nothing on a power cut: a rollback journal
/// that is synced with its folder, deleted content overwritten, nothing in temporary files.
package final class SQLiteStore: CaseStore {
  let queue: DatabaseQueue
  let evaluate: Evaluate
  /// The one authority whose records this file holds.
  let authority: Identifier

  /// Opens a store that is there.
  /// - Throws: `noStore`, `notAStore`, `fromLaterVersion`, or why the file can't be read.
  package init(openingAt path: String, evaluate: @escaping Evaluate) throws(StoreError) {
    self.evaluate = evaluate
    let opened: (DatabaseQueue, Identifier) = try SQLiteStore.mapping {
      var configuration = SQLiteStore.configuration
      configuration.prepareDatabase { try SQLiteStore.check($0) }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = Schema.migrator
      try queue.write { db in
        if try migrator.hasBeenSuperseded(db) { throw StoreError.fromLaterVersion }
      }
      try migrator.migrate(queue)
      return (queue, try queue.read(SQLiteStore.authority))
    }
    (queue, authority) = opened
  }

  /// Makes a store where there is no file yet.
  /// - Throws: `alreadyExists`, `cannotCreate`.
  package init(creatingAt path: String, at now: Instant, evaluate: @escaping Evaluate)
    throws(StoreError)
  {
    self.evaluate = evaluate
    let made: (DatabaseQueue, Identifier) = try SQLiteStore.mapping {
      let queue = try DatabaseQueue(path: path, configuration: SQLiteStore.configuration)
      guard try queue.read({ try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") == 0 })
      else { throw StoreError.alreadyExists }
      try Schema.migrator.migrate(queue)
      var mint = IdentifierMint()
      let authority = mint.next(at: now)
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO authority (id) VALUES (?)", arguments: [authority.blob])
      }
      return (queue, authority)
    }
    (queue, authority) = made
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "heed"
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          PRAGMA mmap_size = 0;
          """)
    }
    return configuration
  }

  /// Refuses a file that is no store before anything in it is used.
  private static func check(_ db: Database) throws {
    let number = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard number == Schema.applicationID else { throw StoreError.notAStore }
  }

  private static func authority(_ db: Database) throws -> Identifier {
    guard let row = try Row.fetchOne(db, sql: "SELECT id FROM authority") else {
      throw StoreError.damaged
    }
    return try row.identifier(0)
  }

  func reading<Answer>(_ work: (Database) throws -> Answer) throws(StoreError) -> Answer {
    try SQLiteStore.mapping { try queue.read(work) }
  }

  /// One transaction that takes the write lock at once, so that what it reads stays true.
  func writing<Answer>(_ work: (Database) throws -> Answer) throws(StoreError) -> Answer {
    try SQLiteStore.mapping {
      try queue.writeWithoutTransaction { db in
        var answer: Answer?
        try db.inTransaction(.immediate) {
          answer = try work(db)
          return .commit
        }
        guard let answer else { throw StoreError.failed(code: 0) }
        return answer
      }
    }
  }

  /// Runs work and turns whatever it throws into a `StoreError`.
  static func mapping<Answer>(_ work: () throws -> Answer) throws(StoreError) -> Answer {
    do {
      return try work()
    } catch {
      throw StoreError(error)
    }
  }
}
