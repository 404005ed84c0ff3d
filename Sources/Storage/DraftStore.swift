package import Records

/// What the actor typed and did not save; nobody is given another's.
package protocol DraftStore {
  /// Saves a draft in place of the one that the actor had of the same form and subject; on disk when it returns.
  /// - Throws: `unknownChild`.
  func saveDraft(_ draft: Draft) throws(StoreError)

  /// The actor's drafts, the one saved last first.
  func drafts() throws(StoreError) -> [UnfinishedForm]

  /// Removes a draft at its owner's wish; nothing happens when it is gone already.
  func discard(_ draft: Draft.Key) throws(StoreError)
}
