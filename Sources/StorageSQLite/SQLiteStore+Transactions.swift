import GRDB
import Records
package import Storage
package import StorageSQL
import Synchronization

// Every reading and every writing goes through one of these.

extension SQLiteStore {
  /// Asks the file, in one state of it.
  func asking<Answer>(_ work: (Database) throws -> Answer) throws(StoreError) -> Answer {
    try SQLiteStore.mapping { try queue.read(work) }
  }

  package func reading<Answer>(_ work: (SQLRows) throws -> Answer) throws(StoreError) -> Answer {
    try asking { db in try work(rows(SQLiteConnection(db: db))) }
  }

  func rows(_ connection: SQLiteConnection) -> SQLRows {
    SQLRows(connection, of: authority)
  }

  /// Takes the write lock at once, so that what it reads stays true.
  ///
  /// Of a transaction that writes `much` the pages stay in memory until it commits, since pages that leave the
  /// cache early are synced one by one.
  /// - Throws: `uncertain` when committing it failed and the store can't be asked whether it was
  ///   committed all the same; after any other error nothing of it is saved.
  package func writing<Answer>(
    keeping isKept: Bool, much: Bool, _ work: (SQLRows) throws -> Answer
  ) throws(StoreError) -> Answer {
    if much { try setCache(kibibytes: 256_000) }
    let outcome = Result { try write(keeping: isKept) { try work(rows($0)) } }
    if much { try setCache(kibibytes: SQLiteStore.cacheKibibytes) }
    return try SQLiteStore.mapping { try outcome.get() }
  }

  func write<Answer>(
    keeping isKept: Bool = true, _ work: (SQLiteConnection) throws -> Answer
  ) throws -> Answer {
    try queue.writeWithoutTransaction { db in
      let connection = SQLiteConnection(db: db)
      var answer: Answer?
      var entry: AuditTrail.Place?
      let read = accesses.withLock { $0.waiting }
      do {
        try db.inTransaction(.immediate) {
          try takeUpRulebook(in: rows(connection))
          answer = try work(connection)
          guard isKept else { return .rollback }
          entry = try trail.seal(read, in: connection)
          return .commit
        }
      } catch {
        guard let entry else { throw error }
        guard let isThere = try? trail.holds(entry, in: connection) else {
          throw StoreError.uncertain
        }
        guard isThere else { throw error }
      }
      if isKept, !read.isEmpty { accesses.withLock { $0.forget(read.count) } }
      guard let answer else { throw StoreError.failed(code: 0) }
      return answer
    }
  }

  /// Judges from here on by a rulebook that was adopted since, here or by another process.
  private func takeUpRulebook(in rows: SQLRows) throws {
    let count = try rows.rulebookCount()
    guard count != current.withLock({ $0.rulebooks }) else { return }
    let adopted = try rows.rulebooks()
    guard let judge = judging(adopted) else { throw StoreError.programTooOld }
    current.withLock { $0 = Current(judge: judge, rulebooks: count) }
  }

  private func setCache(kibibytes: Int) throws(StoreError) {
    try SQLiteStore.mapping {
      try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(kibibytes)") }
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
