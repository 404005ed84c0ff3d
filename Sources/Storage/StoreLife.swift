/// A store as something that is open, changed by others, and closed while nobody is there.
package protocol StoreLife {
  /// Calls, on a thread of the store's, whenever another process has changed it; what this one does
  /// itself is not told. For as long as the store is open.
  func watch(_ changed: @escaping @Sendable () -> Void)

  /// Closes the store, so that nothing of its records is open any more; until `reopen` everything else throws
  /// `locked`.
  func close() throws(StoreError)

  /// Reopens a store that `close` closed.
  func reopen() throws(StoreError)
}
