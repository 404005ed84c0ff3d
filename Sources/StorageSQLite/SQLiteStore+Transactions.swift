import Foundation
import GRDB
import Records
import Storage
import Synchronization

// Every reading and every writing goes through one of these.

extension SQLiteStore {
  func reading<Answer>(_ work: (Database) throws -> Answer) throws(StoreError) -> Answer {
    try SQLiteStore.mapping { try queue.read(work) }
  }

  /// One transaction that takes the write lock at once, so that what it reads stays true; nothing of
  /// it is kept, nor logged, where it only finds out what would come.
  /// - Throws: `uncertain` when committing it failed and the store can't be asked whether it was
  ///   committed all the same; after any other error nothing of it is saved.
  func writing<Answer>(
    keeping isKept: Bool = true, _ work: (Database) throws -> Answer
  ) throws(StoreError) -> Answer {
    try SQLiteStore.mapping {
      try queue.writeWithoutTransaction { db in
        var answer: Answer?
        var entry: AuditTrail.Place?
        let read = accesses.withLock { $0.waiting }
        do {
          try db.inTransaction(.immediate) {
            try takeUpRulebook(in: db)
            answer = try work(db)
            guard isKept else { return .rollback }
            entry = try trail.seal(read, in: db)
            return .commit
          }
        } catch {
          guard let entry else { throw error }
          guard let isThere = try? trail.holds(entry, in: db) else { throw StoreError.uncertain }
          guard isThere else { throw error }
        }
        if isKept, !read.isEmpty { accesses.withLock { $0.forget(read.count) } }
        guard let answer else { throw StoreError.failed(code: 0) }
        return answer
      }
    }
  }

  /// Judges from here on by a rulebook that was adopted since, here or by another process.
  private func takeUpRulebook(in db: Database) throws {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM rulebook WHERE authority_id = ?", arguments: [authority.blob])
    guard let count, count != current.withLock({ $0.rulebooks }) else { return }
    let adopted = try SQLiteStore.rulebooks(authority, in: db)
    guard let judge = judging(adopted) else { throw StoreError.fromLaterVersion }
    current.withLock { $0 = Current(judge: judge, rulebooks: count) }
  }

  /// A transaction that writes much: its pages stay in memory until it commits, since pages that
  /// leave the cache early are synced one by one.
  func writingMuch<Answer>(
    keeping isKept: Bool = true, _ work: (Database) throws -> Answer
  ) throws(StoreError) -> Answer {
    try setCache(kibibytes: 256_000)
    let outcome = Result { try writing(keeping: isKept, work) }
    try setCache(kibibytes: SQLiteStore.cacheKibibytes)
    return try SQLiteStore.mapping { try outcome.get() }
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
