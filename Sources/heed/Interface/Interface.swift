import Flags
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
  /// The vault that the store lies in, which is let go of at the end.
  var vault: Vault?
  var parameters = Judgement.parameters

  static func onFictionalCaseload(_ options: StoreOptions) throws -> Interface {
    Interface(
      store: try FictionalCaseload.store(at: options.now), me: FictionalCaseload.me,
      description: "fictional caseload", options: options)
  }

  func run() throws {
    let keeper = vault.map { VaultKeeper(vault: $0, store: store) }
    defer { _ = try? keeper?.letGo() }
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
