import Glibc
package import Secrets

/// A folder of encrypted files, made and opened with gocryptfs, and the place where they can be read while
/// it is unlocked.
///
/// The place is beside the folder and has one name, so that two processes never open one vault twice, each
/// with locks of its own.
///
///     let vault = try Vault.make(at: path, passphrase: passphrase)
///     try vault.unlock(passphrase: passphrase, idleMinutes: 30)  // then open `vault.store`
///     try vault.lock()  // once nothing in it is open
package struct Vault: Hashable, Sendable {
  /// The folder of encrypted files, without links.
  package let folder: String

  /// Where the files are readable while it is unlocked; otherwise an empty folder, or nothing.
  package var place: String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    return "\(parent)/.\(parts.last ?? "").unlocked"
  }

  /// The store's file while it is unlocked.
  package var store: String { place + "/heed.sqlite" }

  private static let program = "gocryptfs"
  private static let kind = "fuse.gocryptfs"

  /// The vault at a path; nil when there is none.
  package init?(at path: String) {
    guard let folder = Vault.resolved(path), access(folder + "/gocryptfs.conf", F_OK) == 0 else {
      return nil
    }
    self.folder = folder
  }

  private init(folder: String) {
    self.folder = folder
  }

  /// Makes a vault in a new folder, and leaves it locked.
  /// - Throws: `alreadyExists`, `noProgram`, `cannotMake`.
  package static func make(at path: String, passphrase: TypedSecret) throws(VaultError) -> Vault {
    guard mkdir(path, 0o700) == 0 else {
      throw errno == EEXIST ? .alreadyExists : .cannotMake
    }
    guard let folder = resolved(path) else { throw .cannotMake }
    do {
      try run([program, "-init", "-q", folder], passphrase: passphrase)
    } catch {
      rmdir(folder)
      throw error == .noProgram ? .noProgram : .cannotMake
    }
    return Vault(folder: folder)
  }

  /// Whether something is in the folder where its files would be readable, so that it can't be unlocked.
  package var isPlaceTaken: Bool {
    guard !isMounted, let folder = opendir(place) else { return false }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    // Each folder lists itself and the one above.
    return count > 2
  }

  /// Whether its files are readable now.
  package var isUnlocked: Bool { isMounted && !isDead }

  private var isMounted: Bool {
    let mount = Mounts.current.entry(of: place)
    return mount?.point == place && mount?.kind == Vault.kind
  }

  /// Whether the program behind the place was killed; the place is then still listed as mounted.
  private var isDead: Bool {
    var status = stat()
    return stat(place, &status) != 0 && errno == ENOTCONN
  }

  /// Makes its files readable; does nothing when they are already.
  ///
  /// It locks itself after `idleMinutes` in which no file in it was open; never when that is 0.
  /// - Throws: `wrongPassphrase`, `noProgram`, `noFuse`, `placeTaken`, `failed`.
  package func unlock(passphrase: TypedSecret, idleMinutes: Int) throws(VaultError) {
    if isUnlocked { return }
    guard access("/dev/fuse", R_OK | W_OK) == 0 else { throw .noFuse }
    if isMounted { try Vault.run(["fusermount", "-u", "-z", place], passphrase: nil) }
    if mkdir(place, 0o700) != 0, errno != EEXIST { throw .cannotMake }
    if isPlaceTaken { throw .placeTaken(place) }
    let idle = idleMinutes > 0 ? ["-idle", "\(idleMinutes)m"] : []
    do {
      try Vault.run(
        [Vault.program, "-q", "-nosyslog", "-nodev", "-nosuid", "-noexec"] + idle
          + [folder, place], passphrase: passphrase)
    } catch {
      // Another Heed may have been quicker.
      if !(isUnlocked && error != .wrongPassphrase) { throw error }
    }
  }

  /// Whether a passphrase is the vault's; tries it on a mount of its own, where nothing is written.
  /// - Throws: `noProgram`, `noFuse`, `failed`.
  package func opens(with passphrase: TypedSecret) throws(VaultError) -> Bool {
    guard access("/dev/fuse", R_OK | W_OK) == 0 else { throw .noFuse }
    let trial = place + ".\(getpid())"
    if mkdir(trial, 0o700) != 0, errno != EEXIST { throw .cannotMake }
    defer { rmdir(trial) }
    do {
      try Vault.run(
        [Vault.program, "-q", "-nosyslog", "-ro", "-idle", "1m", folder, trial],
        passphrase: passphrase)
    } catch {
      if error == .wrongPassphrase { return false }
      throw error
    }
    try Vault.unmount(trial)
    return true
  }

  /// Unmounts its files; the process that had the key ends, and the key with it.
  /// - Throws: `inUse` while any process has a file of it open; `noProgram`, `failed`.
  package func lock() throws(VaultError) {
    guard isUnlocked else { return }
    try Vault.unmount(place)
    rmdir(place)
  }

  /// Deletes a vault that was just made and has no store in it.
  package func abandon() {
    if isUnlocked, access(store, F_OK) == 0 { return }
    try? lock()
    for name in ["gocryptfs.conf", "gocryptfs.diriv"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private static func unmount(_ place: String) throws(VaultError) {
    do {
      try run(["fusermount", "-u", place], passphrase: nil)
    } catch {
      throw error == .failed ? .inUse : error
    }
  }

  /// The path without links; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The exit status of gocryptfs that is told apart; source: its manual, "EXIT CODES".
  private static let passwordIncorrect: Int32 = 12

  /// Runs a program to its end with a passphrase on its input alone, never in its arguments.
  private static func run(_ words: [String], passphrase: TypedSecret?) throws(VaultError) {
    guard let program = Programs.path(of: words[0]) else { throw .noProgram }
    // gocryptfs refuses an empty passphrase, with another status.
    if passphrase?.count == 0 { throw .wrongPassphrase }
    switch Programs.run(program, Array(words.dropFirst()), line: passphrase) {
    case 0: return
    case passwordIncorrect: throw .wrongPassphrase
    default: throw .failed
    }
  }
}

/// Why a vault can't be made, unlocked or locked.
package enum VaultError: Error, Hashable, Sendable {
  /// gocryptfs, or fusermount, is not installed.
  case noProgram
  /// There is no /dev/fuse that this account may use.
  case noFuse
  case wrongPassphrase
  /// Another process has a file in it open.
  case inUse
  case alreadyExists
  /// The folder at which its files would be readable has something in it.
  case placeTaken(String)
  case cannotMake
  case failed
}
