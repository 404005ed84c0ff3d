/// A store as something that is open, changed by others, and closed while nobody is there.
package protocol StoreLife {
  /// Calls, on a thread of the store's, whenever another process has changed it; what this one does
  /// itself is not told. For as long as the store is open.
  func watch(_ changed: @escaping @Sendable () -> Void)

  /// Closes what holds the records, so that nothing of them is open any more; until it is taken up
  /// again everything else throws `locked`.
  func letGo() throws(StoreError)

  /// Opens again what was let go of.
  func takeUp() throws(StoreError)
}
