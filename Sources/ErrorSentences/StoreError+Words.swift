import RecordErrorSentences
import Records
package import Storage

extension StoreError {
  /// What went wrong and what to do, in one sentence without a full stop.
  package var words: String {
    switch self {
    case .duplicateChild: "a child with this reference is there already; choose another"
    case .duplicatePerson: "this account is known to the store already"
    case .unknownChild: "the store knows no such child; heed children lists them"
    case .unknownContact: "the store knows no such contact"
    case .unknownFact:
      "the child has no such fact, or more than one that begins so; heed facts gives their receipts"
    case .unknownFlag: "there is no such flag; heed flags --json gives their ids"
    case .unknownPerson: "the store knows nobody of that account; heed people lists them"
    case .impossibleFact(let fault): fault.words
    case .impossibleAnswer(let fault): fault.words
    case .impossibleRemoval(let fault): fault.words
    case .openQuestions(let count):
      """
      \(counted(count, "question")) about the child \(count == 1 ? "is" : "are") open; heed close \
      lists them: answer each, or carry it with an owner
      """
    case .flagCleared: "the flag was cleared before it was answered; look at the list again"
    case .changedElsewhere:
      "somebody else amended this contact first; open it again and compare"
    case .cancelled: "stopped; the store is as it was before"
    case .noStore: "there is no store; heed init makes one"
    case .alreadyExists: "there is a file already; choose another path"
    case .notAStore: "the file is not a store of Heed; check --store"
    case .programTooOld: "a later version of Heed made this store; use that version"
    case .storeTooOld:
      """
      an earlier version of Heed made this store, and it can't be brought up to date: check the rights of the \
      file and its folder
      """
    case .cannotCreate: "the file can't be made or opened; check its folder"
    case .notPermitted: "you are not allowed to use the file; check its rights"
    case .locked: "the store is locked; open it with its passphrase"
    case .vaultFailed: "the encrypted folder of the store failed; heed doctor says what is amiss"
    case .busy: "another program holds the store; try again in a moment"
    case .full: "the disk is full, so nothing was saved; free some space and try again"
    case .readOnly: "the store can't be written to; check the rights of the file and its folder"
    case .uncertain:
      """
      writing failed at the last step, and it is not known whether it was saved: look whether it is \
      there before you save it again
      """
    case .damaged: "the store is damaged; restore a backup, and keep the file for inspection"
    case .held(let other):
      "the session of \(other.account) holds this child's record; try again in a moment"
    case .serverLost:
      "the server does not answer; what you typed is kept here: try again in a moment"
    case .refusedByRights: "you have no right to this; whoever leads the team gives it"
    case .diskFailed(let code):
      """
      the store's file could not be read or written (\(code)); try again, and if that fails too lock Heed and \
      open it again: its disk or encrypted folder may be gone
      """
    case .failed(let code): "the store failed with its own code \(code); try again"
    }
  }
}
