import Fiction
import Flags
import Reading
import Records
import Storage
import Terminal
import Vaults

/// The interface on a store: the terminal's screens, or sentences where there is no terminal.
struct Interface {
  let store: any CaseStore
  let me: Person
  /// What the first screen says of the store.
  let description: String
  let options: StoreOptions
  /// The vault that the store lies in, which is let go of while the screen is locked.
  var vault: Vault?
  var parameters = Judgement.parameters

  static func onFictionalCaseload(_ options: StoreOptions) throws -> Interface {
    let caseload = FictionalCaseload(account: Environment.account)
    return Interface(
      store: try caseload.store(at: options.now), me: caseload.me,
      description: "fictional caseload", options: options)
  }

  func run() throws {
    let keeper = vault.map { VaultKeeper(vault: $0, store: store) }
    // A vault stays unlocked as after a command: until it is idle, or heed lock.
    defer { ReadingMemory.shared.forget() }
    guard options.isPlain else {
      return try TerminalInterface(
        store: store, me: me, description: description, options: options,
        keeper: keeper, parameters: parameters
      ).run()
    }
    try PlainInterface(
      store: store, me: me, clock: options.clock, parameters: parameters
    ).run()
  }
}
