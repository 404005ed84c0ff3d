import Foundation
import GRDB
import Glibc
package import Records
package import Storage
import Synchronization

/// A store in one SQLite file.
///
/// `+Reading` answers questions, `+Writing` saves contacts and answers, `+Importing` takes in files
/// and judges again. The settings are those that lose nothing on a power cut: a rollback journal
/// that is synced with its folder, deleted content overwritten, nothing in temporary files.
package final class SQLiteStore: CaseStore {
  /// Where its file is.
  let path: String
  /// Nil while the store is let go of.
  let connection: Mutex<DatabaseQueue?>
  /// Gives the judge of the rulebooks that were adopted.
  private let judging: @Sendable ([AdoptedRulebook]) -> CaseJudge?
  private let current: Mutex<Current>
  /// The one authority whose records this file holds.
  let authority: Identifier
  /// The machine's, whatever clock a command was given.
  let clock: @Sendable () -> Instant

  /// The log of who did what.
  var trail: AuditTrail { AuditTrail(authority: authority, account: Account.current, clock: clock) }

  /// The index of all children, once it has been asked for.
  let finder = Mutex<Finder?>(nil)
  /// The ids that a save used whose end is not known: trying again must not save it twice.
  let attempts = Mutex<[OwnDraft: [Identifier]]>([:])
  /// What was read and is not in the log yet.
  let accesses = Mutex(Accesses())
  let watching = Mutex<Watching?>(nil)
  /// What SQLite said last of commits by other connections.
  let dataVersion = Mutex<Int?>(nil)

  /// The judge in force, and how many rulebooks it was made of.
  private struct Current {
    var judge: CaseJudge
    var rulebooks: Int
  }

  var judge: CaseJudge { current.withLock { $0.judge } }

  /// Opens a store that is there, to be judged by one set of rules whatever it has adopted.
  /// - Throws: `noStore`, `notAStore`, `fromLaterVersion`, or why the file can't be read.
  package convenience init(
    openingAt path: String, judge: CaseJudge,
    clock: @escaping @Sendable () -> Instant = { Clock.now }
  ) throws(StoreError) {
    try self.init(openingAt: path, judgingBy: { _ in judge }, clock: clock)
  }

  /// Opens a store that is there; `judgingBy` gives the judge of its rulebooks, of which the last is
  /// in force, or nil when it can't read them.
  /// - Throws: `noStore`, `notAStore`, `fromLaterVersion`, or why the file can't be read.
  package init(
    openingAt path: String,
    judgingBy judging: @escaping @Sendable ([AdoptedRulebook]) -> CaseJudge?,
    clock: @escaping @Sendable () -> Instant = { Clock.now }
  ) throws(StoreError) {
    self.judging = judging
    self.clock = clock
    guard access(path, F_OK) == 0 else { throw errno == EACCES ? .notPermitted : .noStore }
    self.path = path
    let opened: (DatabaseQueue, Identifier, Current) = try SQLiteStore.mapping {
      let queue = try SQLiteStore.connect(to: path)
      let migrator = Schema.migrator
      try queue.write { db in
        if try migrator.hasBeenSuperseded(db) { throw StoreError.fromLaterVersion }
      }
      try SQLiteStore.keepCopy(of: queue, at: path, before: migrator)
      try migrator.migrate(queue)
      try queue.inDatabase(AuditTrail.watch)
      let authority = try queue.read(SQLiteStore.authority)
      let rulebooks = try queue.read { try SQLiteStore.rulebooks(authority, in: $0) }
      guard let judge = judging(rulebooks) else { throw StoreError.fromLaterVersion }
      return (queue, authority, Current(judge: judge, rulebooks: rulebooks.count))
    }
    connection = Mutex(opened.0)
    authority = opened.1
    current = Mutex(opened.2)
    finishRemoval()
  }

  /// Makes a store where there is no file yet.
  /// - Throws: `alreadyExists`, `cannotCreate`.
  package init(
    creatingAt path: String, at now: Instant, judge: CaseJudge,
    clock: @escaping @Sendable () -> Instant = { Clock.now }
  ) throws(StoreError) {
    self.path = path
    self.clock = clock
    judging = { _ in judge }
    current = Mutex(Current(judge: judge, rulebooks: 0))
    let made: (DatabaseQueue, Identifier) = try SQLiteStore.mapping {
      try SQLiteStore.makeFile(at: path)
      let queue = try DatabaseQueue(path: path, configuration: SQLiteStore.configuration)
      try Schema.migrator.migrate(queue)
      try queue.inDatabase(AuditTrail.watch)
      var mint = IdentifierMint()
      let authority = mint.next(at: now)
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO authority (id) VALUES (?)", arguments: [authority.blob])
      }
      return (queue, authority)
    }
    connection = Mutex(made.0)
    authority = made.1
  }

  /// A connection to a file that is a store.
  static func connect(to path: String) throws -> DatabaseQueue {
    var configuration = SQLiteStore.configuration
    configuration.prepareDatabase { try SQLiteStore.check($0) }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes an empty file for this user alone; never follows a link and never takes over a file.
  static func makeFile(at path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return
    }
    switch errno {
    case EEXIST, ELOOP: throw StoreError.alreadyExists
    case EACCES, EPERM: throw StoreError.notPermitted
    case ENOSPC, EDQUOT: throw StoreError.full
    default: throw StoreError.cannotCreate
    }
  }

  /// The settings that promises rest on, as SQLite reports them.
  package func settings() throws(StoreError) -> [String: String] {
    let names = [
      "journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema",
      "cell_size_check", "temp_store", "mmap_size",
    ]
    return try reading { db in
      var settings: [String: String] = [:]
      for name in names { settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)") }
      return settings
    }
  }

  /// Pages in memory: little, since a sitting is long and most of it reads by index.
  private static let cacheKibibytes = 2000

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
          PRAGMA cache_size = -\(cacheKibibytes);
          """)
    }
    return configuration
  }

  /// Refuses a file that is no store before anything in it is used.
  static func check(_ db: Database) throws {
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
  /// - Throws: `uncertain` when committing it failed and the store can't be asked whether it was
  ///   committed all the same; after any other error nothing of it is saved.
  func writing<Answer>(_ work: (Database) throws -> Answer) throws(StoreError) -> Answer {
    try SQLiteStore.mapping {
      try queue.writeWithoutTransaction { db in
        var answer: Answer?
        var entry: AuditTrail.Place?
        let read = accesses.withLock { $0.waiting }
        do {
          try db.inTransaction(.immediate) {
            try takeUpRulebook(in: db)
            answer = try work(db)
            entry = try trail.seal(read, in: db)
            return .commit
          }
        } catch {
          guard let entry else { throw error }
          guard let isThere = try? trail.holds(entry, in: db) else { throw StoreError.uncertain }
          guard isThere else { throw error }
        }
        if !read.isEmpty { accesses.withLock { $0.forget(read.count) } }
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
  func writingMuch<Answer>(_ work: (Database) throws -> Answer) throws(StoreError) -> Answer {
    try setCache(kibibytes: 256_000)
    let outcome = Result { try writing(work) }
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
