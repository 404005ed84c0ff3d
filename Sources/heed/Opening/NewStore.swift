import ErrorSentences
import Glibc
import Records
import Secrets
import Storage
import StorageSQLite
import Vaults

/// Makes stores: in a vault with a passphrase, or plain where that was allowed.
enum NewStore {
  /// Makes a store with its first user; an encrypted one is left unlocked until it is idle.
  /// - Throws: 69 when it can't be encrypted or there is no terminal to ask on, 73 when it can't be
  ///   made there.
  static func make(
    at path: String, first: Person, now: Instant, isPlain: Bool
  ) throws(CommandError) {
    try make(at: path, isPlain: isPlain) { file throws(CommandError) in
      // Made whole before it has its name: a half of one would be in the way of the next attempt.
      let partial = file + ".making"
      unlink(partial)
      defer { unlink(partial) }
      let failure = "\(path) can't be made"
      try asking(failure) { () throws(StoreError) in
        let store: any CaseStore = try SQLiteStore(
          creatingAt: partial, at: now, judge: Judgement.judge)
        try store.add(first)
        try store.close()
      }
      do throws(PrivateFileError) {
        try PrivateFile.publish(partial, as: file)
      } catch {
        throw CommandError(
          error == .alreadyExists ? StoreError.alreadyExists : .cannotCreate, doing: failure)
      }
    }
  }

  /// Makes a place for a store's file and has the file made there; of an attempt that fails nothing is
  /// left.
  static func make<Made>(
    at path: String, isPlain: Bool, file make: (String) throws(CommandError) -> Made
  ) throws(CommandError) -> Made {
    if isPlain { return try make(path) }
    if access(path, F_OK) == 0 { return try goOn(at: path, file: make) }
    try StoreAccess.refuseUnreliable(path)
    let passphrase = try askForPassphrase()
    defer { passphrase.erase() }
    let vault: Vault
    do throws(VaultError) {
      vault = try Vault.make(at: path, passphrase: passphrase)
      do throws(VaultError) {
        try vault.unlock(passphrase: passphrase, idleMinutes: IdleLock.minutes)
      } catch {
        vault.abandon()
        throw error
      }
    } catch {
      let cannotMake = error == .alreadyExists || error == .cannotMake
      throw CommandError(cannotMake ? .outputImpossible : .storeUnavailable, error.sentence)
    }
    do {
      return try make(vault.store)
    } catch {
      vault.abandon()
      throw error
    }
  }

  /// Makes the file in a vault that was left without one by an attempt that was broken off.
  private static func goOn<Made>(
    at path: String, file make: (String) throws(CommandError) -> Made
  ) throws(CommandError) -> Made {
    let isThere = CommandError(
      .outputImpossible,
      """
      There is something at that path already (\(path)): choose another. heed backup and heed restore bring the \
      records of one store into a new one.
      """)
    guard let vault = Vault(at: path), isatty(0) == 1 else { throw isThere }
    try StoreAccess.unlock(vault)
    guard access(vault.store, F_OK) != 0 else { throw isThere }
    return try make(vault.store)
  }

  /// A new passphrase, typed twice.
  private static func askForPassphrase() throws(CommandError) -> TypedSecret {
    guard isatty(0) == 1 else {
      throw CommandError(
        .storeUnavailable,
        """
        A new store is encrypted with a passphrase, which is typed on a terminal: run heed init in \
        one, or use --allow-plaintext.
        """)
    }
    while true {
      let passphrase = try SecretPrompt.read(
        "A passphrase for the store, \(SecretPrompt.shortest) characters or more; several words are best: "
      )
      guard passphrase.count >= SecretPrompt.shortest, !passphrase.isTooLong
      else {
        Output.say(
          "It must have \(SecretPrompt.shortest) characters or more, and 511 bytes at most.")
        continue
      }
      guard try SecretPrompt.read("Again: ").isSame(as: passphrase) else {
        Output.say("The two differ.")
        continue
      }
      return passphrase
    }
  }
}
