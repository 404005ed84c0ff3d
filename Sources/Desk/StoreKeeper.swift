package import Secrets
package import Storage

/// What lets go of an encrypted store while nobody is at the screen, and takes it up again.
package protocol StoreKeeper: Sendable {
  /// Closes the store and lets its key go; false when another program still has it open.
  /// - Throws: why it could not.
  func close() throws(StoreError) -> Bool

  /// Opens the store again; false when the passphrase is not its own.
  /// - Throws: why it could not.
  func reopen(_ passphrase: TypedSecret) throws(StoreError) -> Bool
}
