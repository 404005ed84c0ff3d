import Desk
import ErrorSentences
import Foundation
import Glibc
import Reading
import Records
import Secrets
import Storage
import StorageSQLite
import Vaults

/// Where a store's file can be opened, and what protects it there.
struct StoreAccess {
  let file: String
  /// The vault that the file lies in; nil when the storage itself is what it is.
  let vault: Vault?
  /// What the first screen says of it.
  let words: String

  /// Whether nothing encrypts the file, which was allowed.
  let isPlain: Bool

  /// A vault is unlocked, asking for its passphrase on the terminal; any other file is opened only
  /// where its storage encrypts it, or where that was waived.
  /// - Throws: 69 when it may not be opened there, or the passphrase can't be asked for.
  init(at path: String, allowsPlaintext: Bool) throws(CommandError) {
    if let vault = Vault(at: path) {
      // Two machines would each keep locks of their own.
      try StoreAccess.refuseUnreliable(vault.folder)
      try StoreAccess.unlock(vault)
      self.init(file: vault.store, vault: vault, words: "encrypted vault", isPlain: false)
      return
    }
    guard PrivateFile.isThere(path) else {
      throw CommandError(.storeUnavailable, "There is no store at \(path): heed init makes one.")
    }
    if let danger = PrivateFile.danger(of: path) {
      throw CommandError(.storeUnavailable, "\(path) \(danger.words)")
    }
    switch StoragePlace(of: path) {
    case .encrypted(let protection):
      self.init(
        file: path, vault: nil, words: "on \(protection.rawValue) storage", isPlain: false)
    case .plain where allowsPlaintext:
      self.init(file: path, vault: nil, words: "plain store, not encrypted", isPlain: true)
    case .unreliable(let kind): throw StoreAccess.unreliable(path, kind)
    case .plain:
      throw CommandError(
        .storeUnavailable,
        """
        \(path) is not encrypted at rest: use --allow-plaintext, or bring it into an encrypted store with \
        heed backup and heed restore.
        """)
    }
  }

  /// - Throws: 69 when the path lies on a file system on which a save can be lost.
  static func refuseUnreliable(_ path: String) throws(CommandError) {
    if case .unreliable(let kind) = StoragePlace(of: path) { throw unreliable(path, kind) }
  }

  private static func unreliable(_ path: String, _ kind: String) -> CommandError {
    CommandError(
      .storeUnavailable,
      """
      \(path) lies on a file system of the kind \(kind), on which a save can be lost: keep the store \
      on a disk of this machine.
      """)
  }

  private init(file: String, vault: Vault?, words: String, isPlain: Bool) {
    self.file = file
    self.vault = vault
    self.words = words
    self.isPlain = isPlain
  }

  /// The copies that were kept of it before its tables changed, and those that such an update left half.
  var copies: [String] {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(name + ".before-") }.sorted().map { "\(folder)/\($0)" }
  }

  /// How often a passphrase is asked for before the command ends.
  private static let tries = 3

  static func unlock(_ vault: Vault) throws(CommandError) {
    if vault.isUnlocked { return }
    guard isatty(0) == 1 else {
      throw CommandError(
        .storeUnavailable,
        "The store is locked, and its passphrase is typed on a terminal: heed unlock asks for it there."
      )
    }
    for attempt in 1...tries {
      let passphrase = try SecretPrompt.read("The store's passphrase: ")
      defer { passphrase.erase() }
      do {
        try vault.unlock(passphrase: passphrase, idleMinutes: IdleLock.minutes)
        return
      } catch {
        guard error == .wrongPassphrase, attempt < tries else {
          throw CommandError(.storeUnavailable, error.sentence)
        }
        Output.complain(error.sentence)
      }
    }
  }
}

/// Lets go of an encrypted store while the screen is locked.
struct VaultKeeper: StoreKeeper {
  let vault: Vault
  let store: any CaseStore

  /// Another Heed may have the vault open too: it then stays so until that one lets go.
  func close() throws(StoreError) -> Bool {
    // What could not be written here is lost with the connection: the store is full or held.
    try? store.writeAccesses()
    try store.close()
    ReadingMemory.shared.forget()
    do {
      try vault.lock()
      return true
    } catch {
      if error != .inUse { throw .vaultFailed }
      return false
    }
  }

  func reopen(_ passphrase: TypedSecret) throws(StoreError) -> Bool {
    do {
      if vault.isUnlocked {
        guard try vault.opens(with: passphrase) else { return false }
      } else {
        try vault.unlock(passphrase: passphrase, idleMinutes: IdleLock.minutes)
      }
    } catch {
      if error == .wrongPassphrase { return false }
      throw .vaultFailed
    }
    try store.reopen()
    return true
  }
}
