package import Records

/// Why a store refused or failed; it never holds what anybody typed.
package enum StoreError: Error, Hashable, Sendable {
  // What was asked cannot be.
  case duplicateChild
  case duplicatePerson
  case unknownChild
  case unknownContact
  case unknownFact
  case unknownFlag
  case unknownPerson
  case flagCleared
  case impossibleFact(FactFault)
  case impossibleAnswer(AnswerFault)
  case impossibleRemoval(RemovalFault)
  /// A closure or step-down would leave so many questions behind.
  case openQuestions(Int)
  /// Somebody else amended the contact first.
  case changedElsewhere
  /// The person stopped long work; the store is as it was before.
  case cancelled

  // The store cannot be opened.
  case noStore
  case alreadyExists
  case notAStore
  /// A later version of Heed made it, or has adopted a rulebook in it.
  case programTooOld
  /// An earlier version made it, and it can't be brought up to date where it lies.
  case storeTooOld
  case cannotCreate
  case notPermitted
  /// The store is closed while the screen is locked; its passphrase reopens it.
  case locked
  /// The encrypted folder around the file can't be mounted or unmounted.
  case vaultFailed

  // Reading or writing failed.
  /// Another process has the store locked.
  case busy
  /// A colleague's session has locked what was to be written.
  case held(by: Actor)
  /// Nothing is heard of the server any more.
  case serverLost
  /// The actor has no right to it.
  case refusedByRights
  case full
  case readOnly
  case damaged
  /// Committing failed, and the store can't be asked whether it was committed all the same.
  case uncertain
  /// The disk, or the folder in front of it, failed; the number is the backend's own.
  case diskFailed(code: Int)
  /// The backend's own number for what went wrong.
  case failed(code: Int)
}
