package import Records
package import Secrets

/// What a screen wants done: a value, since a screen never does anything itself.
package enum Wish: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Stop as Ctrl-Z does and come back.
  case suspend
  /// Paint everything anew.
  case repaint
  /// The children who have a flag that stands.
  case showFlagged
  /// The children of whom words are known, among them a worker's own.
  case findChildren(String)
  /// The children that words find best.
  case findChild(String)
  /// Contacts whose notes hold words.
  case search(String)
  /// Everything about one child.
  case openChild(Identifier)
  /// The newest contacts with any child.
  case showLog
  /// The order of all contacts of a query, and where the selected one then stands.
  case indexLog(LogQuery, keeping: Identifier?)
  /// The contacts of a query that text was looked for in.
  case matchLog(LogQuery)
  /// The contacts at some places of an index.
  case readLog([Int32], block: Int, generation: Int)
  /// Stop the reading that is under way.
  case interrupt
  case showAgencies
  case showLedger
  /// Contacts that were entered in one form; the first is with the child whose form it is.
  case record([NewContact], finishing: Draft.Key)
  /// A further version of a contact; the one before stays.
  case amend(Contact, ContactFacts, because: String, finishing: Draft.Key)
  case note(Fact, child: Identifier, finishing: Draft.Key)
  /// An answer to a flag, or one instead of an answer that stands.
  case answer(
    flag: Identifier, Answer.Decision, replacing: Identifier? = nil, finishing: Draft.Key)
  /// What is typed in a form, kept on disk for the person alone.
  case keep(Draft)
  case discard(Draft.Key)
  case showUnfinished
  /// The person's own editor is to have a text.
  case edit(String)
  /// A child's reference goes to the terminal's clipboard.
  case copy(String)
  /// Whether the person has a secret that opens the lock.
  case askForSecret(account: String)
  /// Close the store and let its key go, while the screen is locked.
  case letGo
  /// Open the lock; the secret goes no further than to the store.
  case unlock(account: String, secret: TypedSecret?)
  case mouse(Bool)
  /// The secret goes no further than to the store, which keeps none.
  case sign(flag: Identifier, answer: Identifier, account: String, secret: String)
}

/// What came back from the store.
package enum News: Hashable, Sendable {
  case flagged([CaseLine])
  /// The head of the flagged list, while the rest is read.
  case flaggedToday([CaseLine])
  /// The words are those that were asked for, so that a late reply to earlier words is told apart.
  case found([CaseLine], matching: String)
  case opened(CaseFile)
  case foundChild(Found, matching: String)
  case hits([SearchHit], matching: String)
  case newest([LogEntry])
  case logIndex(LogIndex, of: LogQuery, place: Int32?)
  case logMatches(LogIndex, of: LogQuery)
  case logRows([LogEntry], block: Int, generation: Int)
  /// The person stopped the making of an index.
  case stopped(LogQuery)
  case hasSecret(Bool)
  case unlocked(Bool)
  /// The store was let go of, or only by this program.
  case letGo(isWhole: Bool)
  /// So many cases are still to be judged again, since time has passed.
  case judging(left: Int)
  /// The store has been working for a while: it is said so.
  case slow
  case agencies([AgencySummary])
  case ledger(Ledger)
  /// Saved: on disk when this arrives.
  case recorded([Recorded], finishing: Draft.Key)
  case noted(Noted, finishing: Draft.Key)
  case answered(Flag)
  case signed(Flag)
  /// What a form holds was not saved; the sentence says why, and the draft is as it was.
  case notSaved(Draft.Key, String)
  /// Somebody else amended the contact first, to this; nothing was saved.
  case conflict(Contact, finishing: Draft.Key)
  case notSigned(String)
  /// What was left unfinished could not be read; the sentence says why.
  case unfinishedUnknown(String)
  /// A draft is on disk when this arrives.
  case kept(Draft)
  /// A draft could not be kept on disk; the sentence says why.
  case unkept(Draft.Key, String)
  case unfinished([UnfinishedForm])
  /// The text as the person's own editor left it.
  case edited(String)
  /// The person's own editor changed nothing; the sentence says why.
  case notEdited(String)
  /// Another process or an earlier wish changed the store: what is shown should be asked for anew.
  case changed
  /// A reading was refused or failed; the sentence says why and what to do.
  case refused(String)
}

/// How much of what a search finds is read; typing on narrows the rest.
package enum SearchReading {
  package static let most = 200
}
