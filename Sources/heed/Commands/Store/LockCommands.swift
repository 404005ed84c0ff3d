import ArgumentParser
import ErrorSentences
import Vaults

/// `heed lock`: lets go of an encrypted store.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Locks an encrypted store, so that its passphrase is needed again.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let vault = try options.vault()
    do {
      guard vault.isUnlocked else { return Output.say("The store is locked.") }
      try vault.lock()
      Output.say("Locked.")
    } catch {
      throw CommandError(.storeUnavailable, error.sentence)
    }
  }
}

/// `heed unlock`: opens an encrypted store for the commands that follow.
struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: "Unlocks an encrypted store for the commands that follow, until it is idle.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreAccess.unlock(try options.vault())
    Output.say(
      "Unlocked, until \(IdleLock.minutes) minutes have passed without use or until heed lock.")
  }
}

extension StoreOptions {
  /// The vault that the store lies in.
  /// - Throws: 69 when the store is none.
  fileprivate func vault() throws(CommandError) -> Vault {
    let path = try path()
    guard let vault = Vault(at: path) else {
      throw CommandError(
        .storeUnavailable, "\(path) is no encrypted store, so there is nothing to lock or unlock.")
    }
    return vault
  }
}
