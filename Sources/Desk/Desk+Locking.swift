import Screens
import Secrets
import Storage

// What the screen lock asks of a store.

extension Desk {
  func reply(to request: LockRequest) throws(StoreError) -> LockReply {
    switch request {
    case .askForSecret(let account): return .hasSecret(try store.hasSecret(account))
    case .close: return .closed(isWhole: try keeper?.close() ?? true)
    case .unlock(let account, let secret): return .unlocked(try unlock(account, secret))
    }
  }

  /// Reopens the store with its passphrase if it has a keeper, else checks the person's own secret.
  private func unlock(_ account: String, _ secret: TypedSecret?) throws(StoreError) -> Bool {
    defer { secret?.erase() }
    if let keeper { return try keeper.reopen(secret ?? TypedSecret()) }
    guard let secret else { return try !store.hasSecret(account) }
    return try store.opens(.secret(account: account, secret: secret.text))
  }
}
