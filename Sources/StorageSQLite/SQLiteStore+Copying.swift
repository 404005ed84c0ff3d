import GRDB
import Glibc
package import Records
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
    try SQLiteStore.mapping { try SQLiteStore.copy(queue, to: path) }
  }

  private static func copy(_ queue: DatabaseQueue, to path: String) throws {
    try makeFile(at: path)
    let copy = try DatabaseQueue(path: path)
    try queue.backup(to: copy)
    try copy.close()
  }

  /// Keeps the store as it is before its tables change, beside it: `NAME.before-5` before step 5.
  ///
  /// One that is there already is of an earlier attempt at the same step and is left alone.
  static func keepCopy(
    of queue: DatabaseQueue, at path: String, before migrator: DatabaseMigrator
  ) throws {
    let applied = try queue.read(migrator.appliedIdentifiers)
    guard !applied.isEmpty, applied.count < migrator.migrations.count else { return }
    let kept = path + ".before-\(applied.count + 1)"
    guard access(kept, F_OK) != 0 else { return }
    let partial = kept + ".partial-\(getpid())"
    unlink(partial)
    try copy(queue, to: partial)
    guard rename(partial, kept) == 0 else { throw StoreError.cannotCreate }
  }

  /// Whether SQLite finds the file's own structure whole.
  ///
  /// Source: SQLite's `PRAGMA quick_check`.
  package func isSound() throws(StoreError) -> Bool {
    try asking(SQLiteStore.isSound)
  }

  /// The same of a file that is only looked at: it is not changed, whatever version made it.
  package static func isSound(at path: String) throws(StoreError) -> Bool {
    try lookingAt(path, isSound)
  }

  /// The latest time that an entry of a file's audit log bears, by the machine's clock; nil for an empty
  /// log.
  /// - Throws: why it can't be read.
  package static func latestEntry(at path: String) throws(StoreError) -> Instant? {
    try lookingAt(path) { db in
      try Int.fetchOne(db, sql: "SELECT max(at) FROM audit_entry")
        .map { Instant(seconds: $0) }
    }
  }

  /// The last day for which a file's cases were judged; nil when none was.
  /// - Throws: why it can't be read.
  package static func judgedThrough(at path: String) throws(StoreError) -> CalendarDate? {
    try lookingAt(path) { db in
      try Int.fetchOne(db, sql: "SELECT max(evaluated_on) FROM standing")
        .map { CalendarDate(dayNumber: $0) }
    }
  }

  /// How many children's flags are kept as they were, since their notes are read otherwise now.
  package static func childrenKept(at path: String) throws(StoreError) -> Int {
    try lookingAt(path) { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM standing WHERE kept_since IS NOT NULL") ?? 0
    }
  }

  private static func lookingAt<Answer>(
    _ path: String, _ work: (Database) throws -> Answer
  ) throws(StoreError) -> Answer {
    try mapping {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { try SQLiteStore.check($0) }
      return try DatabaseQueue(path: path, configuration: configuration).read(work)
    }
  }

  private static func isSound(_ db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
  }
}
