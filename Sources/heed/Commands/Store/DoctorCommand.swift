import ErrorSentences
import ArgumentParser
import Desk
import Glibc
import Records
import Storage
import StorageSQLite
import Vaults

/// `heed doctor`: what protects the store, and what to mend.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what protects the store and the machine's part in it, and what to mend.",
    discussion: "It ends with 65 when anything is to be mended. It reads no record.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let path = try options.path()
    let checks = StoreHealth(path: path, now: Clock.now).checks
    let isWell = checks.allSatisfy { $0.mend == nil }
    if options.json {
      Output.raw(
        JSON.array(
          checks.map { check in
            .object([
              ("about", .string(check.about)), ("found", .string(check.found)),
              ("mend", .text(check.mend)),
            ])
          }
        ).written + "\n")
    } else {
      for check in checks {
        Output.say("\(check.mend == nil ? "ok  " : "mend") \(check.about): \(check.found)")
        if let mend = check.mend { Output.say("     \(mend)") }
      }
    }
    guard isWell else {
      throw CommandError(.dataWrong, "What is marked is to be mended.")
    }
  }
}

/// One thing that was looked at.
struct HealthCheck {
  let about: String
  let found: String
  /// What to do; nil when it is as it should be.
  var mend: String?
}

/// What can be known of a store and of the machine it lies on without reading a record.
struct StoreHealth {
  let path: String
  let now: Instant
  private let vault: Vault?

  init(path: String, now: Instant) {
    self.path = path
    self.now = now
    vault = Vault(at: path)
  }

  /// Where the file can be looked at; nil while the vault is locked or there is none.
  private var file: String? {
    let file = vault?.store ?? path
    if let vault, !vault.isUnlocked { return nil }
    return access(file, F_OK) == 0 ? file : nil
  }

  /// The file, where it is one of its own that can be read as a store.
  private var readable: String? {
    file.flatMap { [nil, .open].contains(PrivateFile.danger(of: $0)) ? $0 : nil }
  }

  var checks: [HealthCheck] {
    [protection, rights, software, database, space, clock, readings, coreDumps].compactMap(\.self)
  }

  private var protection: HealthCheck {
    let about = "Encryption at rest"
    if let vault, case .unreliable(let kind) = StoragePlace(of: vault.folder) {
      return HealthCheck(
        about: about, found: "an encrypted vault on a file system of the kind \(kind)",
        mend: "Move it to a disk of this machine: there a save can be lost.")
    }
    if let vault, vault.isPlaceTaken {
      return HealthCheck(
        about: about, found: "an encrypted vault, locked, with something in \(vault.place)",
        mend: "Move that elsewhere: until then the store can't be unlocked.")
    }
    if let vault {
      return HealthCheck(
        about: about,
        found: "an encrypted vault, \(vault.isUnlocked ? "unlocked now" : "locked") (\(path))")
    }
    guard access(path, F_OK) == 0 else {
      return HealthCheck(
        about: about, found: "there is no store at \(path)", mend: "heed init makes one.")
    }
    switch StoragePlace(of: path) {
    case .encrypted(let protection):
      return HealthCheck(about: about, found: "the storage is encrypted by \(protection.rawValue)")
    case .plain:
      return HealthCheck(
        about: about, found: "none: whoever has the disk can read \(path)",
        mend:
          "Bring the records into an encrypted store: heed backup FILE, then heed restore FILE PATH at a new path."
      )
    case .unreliable(let kind):
      return HealthCheck(
        about: about, found: "a file system of the kind \(kind), on which a save can be lost",
        mend: "Move the store to a disk of this machine.")
    }
  }

  private var rights: HealthCheck {
    let about = "Rights of the files"
    if let file, let danger = PrivateFile.danger(of: file), danger != .open {
      return HealthCheck(
        about: about, found: "\(file) \(danger.words)", mend: "Until then it is not opened.")
    }
    let looked = [vault?.folder, file].compactMap { $0 }
    let open = looked.filter { path in
      var status = stat()
      return lstat(path, &status) == 0 && (status.st_mode & 0o077 != 0 || status.st_uid != getuid())
    }
    guard !open.isEmpty else {
      return HealthCheck(
        about: about, found: looked.isEmpty ? "nothing to look at" : "for your account alone")
    }
    return HealthCheck(
      about: about, found: "others may use \(open.joined(separator: " and "))",
      mend: "chmod go= \(open.joined(separator: " ")), and see that it is your own.")
  }

  private var software: HealthCheck {
    let missing = ["gocryptfs", "fusermount", "age"].filter { Programs.path(of: $0) == nil }
    let version = "SQLite \(SQLiteStore.libraryVersion)"
    guard missing.isEmpty else {
      return HealthCheck(
        about: "Programs", found: "\(version); missing: \(missing.joined(separator: ", "))",
        mend: "Install the packages gocryptfs, fuse3 and age.")
    }
    return HealthCheck(about: "Programs", found: "\(version), gocryptfs, age")
  }

  private var database: HealthCheck {
    let about = "The store's file"
    guard let file = readable else {
      return HealthCheck(
        about: about, found: "not looked at: the store is locked, not there or no file of its own")
    }
    do throws(StoreError) {
      guard try SQLiteStore.isSound(at: file) else { throw .damaged }
      return HealthCheck(about: about, found: "whole")
    } catch {
      return HealthCheck(
        about: about, found: error.words, mend: "heed verify says what is amiss in the records.")
    }
  }

  /// Below so many bytes a save may soon fail: a hundred megabytes.
  private static let leastFree = 100_000_000

  private var space: HealthCheck {
    var status = statvfs()
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/") + "/"
    guard statvfs(vault?.folder ?? folder, &status) == 0 else {
      return HealthCheck(about: "Free space", found: "unknown")
    }
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    let found = "\(free / 1_000_000) MB"
    guard free < StoreHealth.leastFree else {
      return HealthCheck(about: "Free space", found: found)
    }
    return HealthCheck(about: "Free space", found: found, mend: "Free some space on that disk.")
  }

  /// The latest time in the audit log; nil where the store can't be looked at.
  private var latestEntry: Instant? {
    readable.flatMap { try? SQLiteStore.latestEntry(at: $0) }
  }

  private var judgedThrough: CalendarDate? {
    readable.flatMap { try? SQLiteStore.judgedThrough(at: $0) }
  }

  /// No clock of a machine that Heed runs on stands before the day on which it was first released.
  private static let earliest = Instant(seconds: 1_780_000_000)

  private var clock: HealthCheck {
    let found = now.iso
    if now < StoreHealth.earliest {
      return HealthCheck(
        about: "Clock", found: "\(found), which is long gone", mend: "Set the machine's clock.")
    }
    if let latest = latestEntry, now < latest {
      return HealthCheck(
        about: "Clock", found: "\(found), which is before an entry of the log (\(latest.iso))",
        mend:
          "If it is wrong now, set it; if it was wrong then, heed rescan judges anew what was judged by it."
      )
    }
    if let day = judgedThrough, day > now.londonDay {
      return HealthCheck(
        about: "Clock",
        found: "\(found), and children were judged for days up to \(day.shortWithYear)",
        mend: "If the clock is right, heed rescan judges them anew.")
    }
    return HealthCheck(about: "Clock", found: found)
  }

  /// Whose flags are kept since another version read their notes; nil where that is nobody's.
  private var readings: HealthCheck? {
    let kept = readable.flatMap { try? SQLiteStore.childrenKept(at: $0) } ?? 0
    guard kept > 0 else { return nil }
    return HealthCheck(
      about: "Readings",
      found:
        "\(counted(kept, "child", plural: "children")) judged before this version read the notes",
      mend: "No flag of theirs is cleared until heed rescan is run, which says whose flags change.")
  }

  private var coreDumps: HealthCheck {
    HealthCheck(
      about: "Memory",
      found: "no core file is written of Heed; it locks after \(IdleLock.minutes) minutes")
  }
}
