package import Records

/// What people typed and did not save, each their own.
package protocol DraftStore {
  /// Keeps a draft for an account, in place of the one that it had of the same form and subject; on
  /// disk when it returns.
  /// - Throws: `unknownChild`.
  func keep(_ draft: Draft, of account: String) throws(StoreError)

  /// The drafts of an account, the latest kept first; nobody is given another's.
  func drafts(of account: String) throws(StoreError) -> [UnfinishedForm]

  /// Removes a draft at its owner's wish; nothing happens when it is gone already.
  func discard(_ draft: OwnDraft) throws(StoreError)
}
