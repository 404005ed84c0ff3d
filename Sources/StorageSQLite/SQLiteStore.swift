import Foundation
import GRDB
import Glibc
package import Records
package import Storage
package import StorageCore
import StorageSQL
import Synchronization

/// A store in one SQLite file.
///
/// What a save is, `ScriptedStore` says; what engines of SQL have in common, `SQLRows`. Here is SQLite's own: the
/// places of the log and the search of notes (`+Log`), the finder (`+Finding`), the audit log (`+Auditing`),
/// watching, copying, closing, and overwriting what was deleted. The settings lose nothing on a power cut: a rollback
/// journal that is synced with its folder, deleted content overwritten, nothing in temporary files.
package final class SQLiteStore: SQLStore {
  /// Where its file is.
  let path: String
  /// Nil while the store is closed.
  let connection: Mutex<DatabaseQueue?>
  /// Gives the judge of the rulebooks that were adopted.
  let judging: @Sendable ([AdoptedRulebook]) -> CaseJudge?
  let current: Mutex<Current>
  /// The one authority whose records this file holds.
  let authority: Identifier
  package let actor: Actor
  /// The machine's, whatever clock a command was given.
  package let clock: @Sendable () -> Instant

  /// The log of who did what.
  var trail: AuditTrail { AuditTrail(authority: authority, account: actor.account, clock: clock) }

  /// The index of all children, once it has been asked for.
  let finder = Mutex<Finder?>(nil)
  package let attempts = Attempts()
  /// What was read and is not in the log yet.
  let accesses = Mutex(Accesses())
  let watching = Mutex<Watching?>(nil)
  /// What SQLite said last of commits by other connections.
  let dataVersion = Mutex<Int?>(nil)

  /// The judge in force, and how many rulebooks it was made of.
  struct Current {
    var judge: CaseJudge
    var rulebooks: Int
  }

  package var judge: CaseJudge { current.withLock { $0.judge } }

  /// Opens a store that is there, to be judged by one set of rules whatever it has adopted.
  /// - Throws: `noStore`, `notAStore`, `programTooOld`, or why the file can't be read.
  package convenience init(
    openingAt path: String, as actor: Actor = .current, judge: CaseJudge,
    clock: @escaping @Sendable () -> Instant = { Clock.now }
  ) throws(StoreError) {
    try self.init(openingAt: path, as: actor, judgingBy: { _ in judge }, clock: clock)
  }

  /// Opens a store that is there; `judgingBy` gives the judge of its rulebooks, of which the last is
  /// in force, or nil when it can't read them.
  /// - Throws: `noStore`, `notAStore`, `programTooOld`, or why the file can't be read.
  package init(
    openingAt path: String, as actor: Actor = .current,
    judgingBy judging: @escaping @Sendable ([AdoptedRulebook]) -> CaseJudge?,
    clock: @escaping @Sendable () -> Instant = { Clock.now }
  ) throws(StoreError) {
    self.judging = judging
    self.actor = actor
    self.clock = clock
    guard access(path, F_OK) == 0 else { throw errno == EACCES ? .notPermitted : .noStore }
    self.path = path
    let opened: (DatabaseQueue, Identifier, Current) = try SQLiteStore.mapping {
      let queue = try SQLiteStore.connect(to: path)
      let migrator = Schema.migrator
      try queue.write { db in
        if try migrator.hasBeenSuperseded(db) { throw StoreError.programTooOld }
      }
      try SQLiteStore.keepCopy(of: queue, at: path, before: migrator)
      try SQLiteStore.update(queue, by: migrator)
      let authority = try queue.read(SQLiteStore.authority)
      let trail = AuditTrail(authority: authority, account: actor.account, clock: clock)
      let isNew = try queue.read { try trail.kept(in: SQLiteConnection(db: $0)) == nil }
      if isNew { try queue.write(trail.begin) }
      try queue.inDatabase(AuditTrail.watch)
      let rulebooks = try queue.read { db in
        try SQLRows(SQLiteConnection(db: db), of: authority).rulebooks()
      }
      guard let judge = judging(rulebooks) else { throw StoreError.programTooOld }
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
    creatingAt path: String, as actor: Actor = .current, at now: Instant, judge: CaseJudge,
    clock: @escaping @Sendable () -> Instant = { Clock.now }
  ) throws(StoreError) {
    self.path = path
    self.actor = actor
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

  /// Brings the tables up to date.
  /// - Throws: `storeTooOld` when they are not, and the file can't be written.
  private static func update(_ queue: DatabaseQueue, by migrator: DatabaseMigrator) throws {
    do {
      try migrator.migrate(queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      let isCurrent = try queue.read(migrator.hasCompletedMigrations)
      throw isCurrent ? StoreError.readOnly : .storeTooOld
    }
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
      Glibc.close(descriptor)
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
    return try asking { db in
      var settings: [String: String] = [:]
      for name in names { settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)") }
      return settings
    }
  }

  /// Pages in memory: little, since a sitting is long and most of it reads by index.
  static let cacheKibibytes = 2000

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
    let authority = try SQLiteConnection(db: db).first("SELECT id FROM authority", []) {
      try $0.identifier(0)
    }
    guard let authority else { throw StoreError.damaged }
    return authority
  }
}
