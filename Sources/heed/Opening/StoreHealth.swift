import ErrorSentences
import Glibc
import Records
import Reports
import Storage
import StorageSQLite
import Vaults

/// Looks at a store and at the machine it lies on, and reads no record.
struct StoreHealth {
  let path: String
  let now: Instant
  private let vault: Vault?

  init(path: String, now: Instant) {
    self.path = path
    self.now = now
    vault = Vault(at: path)
  }

  var findings: StoreFindings {
    var findings = StoreFindings(path: path, now: now)
    findings.place = place
    findings.rights = rights
    findings.libraryVersion = SQLiteStore.libraryVersion
    findings.missingPrograms = ["gocryptfs", "fusermount", "age"].filter {
      Programs.path(of: $0) == nil
    }
    findings.freeBytes = freeBytes
    findings.idleMinutes = IdleLock.minutes
    guard let file = readable else { return findings }
    findings.soundness = soundness(of: file)
    findings.latestEntry = try? SQLiteStore.latestEntry(at: file)
    findings.judgedThrough = try? SQLiteStore.judgedThrough(at: file)
    findings.childrenKept = (try? SQLiteStore.childrenKept(at: file)) ?? 0
    return findings
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

  private var place: StoreFindings.Place {
    if let vault { return place(of: vault) }
    guard access(path, F_OK) == 0 else { return .nothing }
    return switch StoragePlace(of: path) {
    case .encrypted(let protection): .encrypted(by: protection.rawValue)
    case .plain: .plain
    case .unreliable(let kind): .unreliable(kind: kind)
    }
  }

  private func place(of vault: Vault) -> StoreFindings.Place {
    if case .unreliable(let kind) = StoragePlace(of: vault.folder) {
      return .unreliableVault(kind: kind)
    }
    return vault.isPlaceTaken
      ? .blockedVault(by: vault.place) : .vault(isUnlocked: vault.isUnlocked)
  }

  private var rights: StoreFindings.Rights {
    if let file, let danger = PrivateFile.danger(of: file), danger != .open {
      return .refused("\(file) \(danger.words)")
    }
    let looked = [vault?.folder, file].compactMap { $0 }
    let open = looked.filter { path in
      var status = stat()
      return lstat(path, &status) == 0 && (status.st_mode & 0o077 != 0 || status.st_uid != getuid())
    }
    if !open.isEmpty { return .open(open) }
    return looked.isEmpty ? .notLookedAt : .ownAccountAlone
  }

  private func soundness(of file: String) -> StoreFindings.Soundness {
    do {
      return try SQLiteStore.isSound(at: file) ? .whole : .faulty(.damaged)
    } catch {
      return .faulty(error)
    }
  }

  private var freeBytes: Int? {
    var status = statvfs()
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/") + "/"
    guard statvfs(vault?.folder ?? folder, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }
}
