import Desk
import Glibc
import Records
import StorageSQLite
import Vaults

/// Makes stores: in a vault with a passphrase, or plain where that was allowed.
enum NewStore {
  /// Makes a store with its first user; an encrypted one is left unlocked until it is idle.
  /// - Throws: 69 when it can't be encrypted or there is no terminal to ask on, 73 when it can't be
  ///   made there.
  static func make(
    at path: String, first: Person, now: Instant, isPlain: Bool
  ) throws(Complaint) {
    guard !isPlain else { return try makeFile(at: path, first: first, now: now) }
    if access(path, F_OK) == 0 {
      throw Complaint(.outputImpossible, VaultError.alreadyExists.sentence)
    }
    let passphrase = try askForPassphrase()
    do {
      let vault = try Vault.make(at: path, passphrase: passphrase)
      try vault.unlock(passphrase: passphrase, idleMinutes: IdleLock.minutes)
      try makeFile(at: vault.store, first: first, now: now)
    } catch let error as VaultError {
      let cannotMake = error == .alreadyExists || error == .cannotMake
      throw Complaint(cannotMake ? .outputImpossible : .storeUnavailable, error.sentence)
    } catch let error as Complaint {
      throw error
    } catch {
      throw Complaint(.outputImpossible, "\(path) can't be made.")
    }
  }

  private static func makeFile(at path: String, first: Person, now: Instant) throws(Complaint) {
    do {
      let store = try SQLiteStore(creatingAt: path, at: now, judge: Judgement.judge)
      try store.add(first)
      try store.letGo()
    } catch {
      throw Complaint(error, doing: "\(path) can't be made")
    }
  }

  /// A new passphrase, typed twice.
  private static func askForPassphrase() throws(Complaint) -> String {
    guard isatty(0) == 1 else {
      throw Complaint(
        .storeUnavailable,
        """
        A new store is encrypted with a passphrase, which is typed on a terminal: run heed init in \
        one, or use --allow-plaintext.
        """)
    }
    while true {
      let passphrase = try SecretPrompt.ask(
        "A passphrase for the store, \(SecretPrompt.shortest) characters or more; several words are best: "
      )
      guard passphrase.count >= SecretPrompt.shortest, passphrase.utf8.count <= SecretPrompt.longest
      else {
        Output.say(
          "It must have \(SecretPrompt.shortest) characters or more, and 511 bytes at most.")
        continue
      }
      guard try SecretPrompt.ask("Again: ") == passphrase else {
        Output.say("The two differ.")
        continue
      }
      return passphrase
    }
  }
}
