package import Secrets
package import Storage

/// Closes an encrypted store while the screen is locked, and reopens it.
package protocol StoreKeeper: Sendable {
  /// Closes the store and discards its key; false when another program still has it open.
  /// - Throws: why it could not.
  func close() throws(StoreError) -> Bool

  /// Reopens a store closed by `close()`; false when the passphrase is not its own.
  /// - Throws: why it could not.
  func reopen(_ passphrase: TypedSecret) throws(StoreError) -> Bool
}
