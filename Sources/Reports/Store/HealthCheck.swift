import ErrorSentences
import Records

/// One check of a store or its machine.
struct HealthCheck {
  let about: String
  let found: String
  /// What to do; nil when it is as it should be.
  var mend: String?

  var json: JSON {
    .object([("about", .string(about)), ("found", .string(found)), ("mend", .text(mend))])
  }

  var lines: [String] {
    ["\(mend == nil ? "ok  " : "mend") \(about): \(found)"] + (mend.map { ["     \($0)"] } ?? [])
  }
}

extension StoreFindings {
  var checks: [HealthCheck] {
    [protection, access, software, database, space, clock, readings, coreDumps].compactMap(\.self)
  }

  private var protection: HealthCheck {
    let (found, mend) = protectionWords
    return HealthCheck(about: "Encryption at rest", found: found, mend: mend)
  }

  private var protectionWords: (found: String, mend: String?) {
    switch place {
    case .unreliableVault(let kind):
      (
        "an encrypted vault on a file system of the kind \(kind)",
        "Move it to a disk of this machine: there a save can be lost."
      )
    case .blockedVault(let place):
      (
        "an encrypted vault, locked, with something in \(place)",
        "Move that elsewhere: until then the store can't be unlocked."
      )
    case .vault(let isUnlocked):
      ("an encrypted vault, \(isUnlocked ? "unlocked now" : "locked") (\(path))", nil)
    case .nothing: ("there is no store at \(path)", "heed init makes one.")
    case .encrypted(let protection): ("the storage is encrypted by \(protection)", nil)
    case .plain:
      (
        "none: whoever has the disk can read \(path)",
        "Bring the records into an encrypted store: heed backup FILE, then heed restore FILE PATH at a new path."
      )
    case .unreliable(let kind):
      (
        "a file system of the kind \(kind), on which a save can be lost",
        "Move the store to a disk of this machine."
      )
    }
  }

  private var access: HealthCheck {
    let about = "Rights of the files"
    switch rights {
    case .refused(let sentence):
      return HealthCheck(about: about, found: sentence, mend: "Until then it is not opened.")
    case .notLookedAt: return HealthCheck(about: about, found: "nothing to look at")
    case .ownAccountAlone: return HealthCheck(about: about, found: "for your account alone")
    case .open(let paths):
      return HealthCheck(
        about: about, found: "others may use \(paths.joined(separator: " and "))",
        mend: "chmod go= \(paths.joined(separator: " ")), and see that it is your own.")
    }
  }

  private var software: HealthCheck {
    let version = "SQLite \(libraryVersion)"
    guard missingPrograms.isEmpty else {
      return HealthCheck(
        about: "Programs",
        found: "\(version); missing: \(missingPrograms.joined(separator: ", "))",
        mend: "Install the packages gocryptfs, fuse3 and age.")
    }
    return HealthCheck(about: "Programs", found: "\(version), gocryptfs, age")
  }

  private var database: HealthCheck {
    let about = "The store's file"
    switch soundness {
    case .notLookedAt:
      return HealthCheck(
        about: about, found: "not looked at: the store is locked, not there or no file of its own")
    case .whole: return HealthCheck(about: about, found: "whole")
    case .faulty(let error):
      return HealthCheck(
        about: about, found: error.words, mend: "heed verify says what is amiss in the records.")
    }
  }

  /// The free space, in bytes, below which a save may soon fail: a hundred megabytes.
  private static let leastFree = 100_000_000

  private var space: HealthCheck {
    guard let freeBytes else { return HealthCheck(about: "Free space", found: "unknown") }
    let isLittle = freeBytes < StoreFindings.leastFree
    return HealthCheck(
      about: "Free space", found: "\(freeBytes / 1_000_000) MB",
      mend: isLittle ? "Free some space on that disk." : nil)
  }

  /// A clock that shows an earlier time is wrong, since Heed had not been released then.
  private static let earliest = Instant(seconds: 1_780_000_000)

  private var clock: HealthCheck {
    let found = now.iso
    if now < StoreFindings.earliest {
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

  /// How many children's flags are kept because another version read their notes; nil when nobody's are.
  private var readings: HealthCheck? {
    guard childrenKept > 0 else { return nil }
    let children = counted(childrenKept, "child", plural: "children")
    return HealthCheck(
      about: "Readings", found: "\(children) judged before this version read the notes",
      mend: "No flag of theirs is cleared until heed rescan is run, which says whose flags change.")
  }

  private var coreDumps: HealthCheck {
    HealthCheck(
      about: "Memory",
      found: "no core file is written of Heed; it locks after \(idleMinutes) minutes")
  }
}
