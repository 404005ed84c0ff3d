package import Records
package import Secrets

/// What is to be done outside of the screens, by who does it: a value, since a screen never does
/// anything itself.
package enum Request: Hashable, Sendable {
  /// Asked of the store, after all that was asked of it before.
  case store(StoreRequest)
  /// Stops the reading that is under way, and so can't wait behind it.
  case stopReading
  case terminal(TerminalRequest)
}

/// What only the owner of the terminal can do.
package enum TerminalRequest: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Stop as Ctrl-Z does and come back.
  case suspend
  /// Paint everything anew.
  case repaint
  /// Let the person's own editor have a text.
  case edit(String)
  /// Send a child's reference to the terminal's clipboard.
  case copy(String)
  case mouse(Bool)
}

/// What a store is asked, one after the other.
package enum StoreRequest: Hashable, Sendable {
  case read(ReadRequest)
  /// What a form holds; its draft goes in the same transaction.
  case save(SaveRequest, finishing: Draft.Key)
  /// The secret goes no further than to the store, which keeps none.
  case sign(flag: Identifier, answer: Identifier, account: String, secret: String)
  /// What is typed in a form, kept on disk for the person alone.
  case saveDraft(Draft)
  case discardDraft(Draft.Key)
  case lock(LockRequest)
}

/// What a screen wants to know.
package enum ReadRequest: Hashable, Sendable {
  /// The children who have a flag that stands.
  case flagged
  /// The children of whom words are known, among them a worker's own.
  case children(matching: String)
  /// The children that words find best.
  case find(String)
  /// Contacts whose notes hold words.
  case search(String)
  /// Everything about one child.
  case child(Identifier)
  case log(LogRequest)
  case agencies
  case ledger
  /// The person's own forms that were not saved.
  case unfinished
}

/// What the log of all contacts wants to know: it never holds all its rows.
package enum LogRequest: Hashable, Sendable {
  case newest
  /// The order of all contacts of a query, and where the selected one then stands.
  case index(of: LogQuery, keeping: Identifier?)
  /// The contacts of a query that text was looked for in.
  case matches(of: LogQuery)
  /// The contacts at some places of an index.
  case rows(at: [Int32], block: Int, generation: Int)
}

/// What a form holds, to be saved.
package enum SaveRequest: Hashable, Sendable {
  /// Contacts that were entered in one form; the first is with the child whose form it is.
  case recordContacts([NewContact])
  /// A further version of a contact; the one before stays.
  case amend(Contact, ContactFacts, because: String)
  case recordFact(Fact, child: Identifier)
  /// An answer to a flag, or one instead of an answer that stands.
  case answer(flag: Identifier, Answer.Decision, replacing: Identifier? = nil)
}

/// What the lock of the screen asks of the store.
package enum LockRequest: Hashable, Sendable {
  /// Whether the person has a secret that opens the lock.
  case askForSecret(account: String)
  /// Close the store and let its key go, while the screen is locked.
  case close
  /// Open the lock; the secret goes no further than to the store.
  case unlock(account: String, secret: TypedSecret?)
}

/// How much of what a search finds is read; typing on narrows the rest.
package enum SearchReading {
  package static let most = 200
}
