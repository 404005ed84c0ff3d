package import Records
package import Secrets

/// Work to be done outside the screens, grouped by who does it: a plain value, since a screen never does
/// anything itself.
package enum Request: Hashable, Sendable {
  /// For the store, which carries out requests in the order in which they were made.
  case store(StoreRequest)
  /// Stops the read in progress, and so can't queue behind it.
  case stopReading
  case terminal(TerminalRequest)
}

/// What only the owner of the terminal can do.
package enum TerminalRequest: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Suspend as Ctrl-Z does, until the shell brings Heed back.
  case suspend
  /// Redraw the whole screen.
  case repaint
  /// Open a text in the person's own editor.
  case edit(String)
  /// Send a child's reference to the terminal's clipboard.
  case copy(String)
  case mouse(Bool)
}

/// What the store is asked to do, one request after another.
package enum StoreRequest: Hashable, Sendable {
  case read(ReadRequest)
  /// Save what was entered in a form, and remove its draft in the same transaction.
  case save(SaveRequest, finishing: Draft.Key)
  /// Sign an answer; the secret goes no further than the store, which does not save it.
  case sign(flag: Identifier, answer: Identifier, account: String, secret: String)
  /// Save on disk what is typed in a form, for that person alone.
  case saveDraft(Draft)
  case discardDraft(Draft.Key)
  case lock(LockRequest)
}

/// What a screen asks to read.
package enum ReadRequest: Hashable, Sendable {
  /// The children who have a flag in force.
  case flagged
  /// The children whose record contains all the words, such as their worker's name.
  case children(matching: String)
  /// The children that match the words best.
  case find(String)
  /// The contacts whose notes contain the words.
  case search(String)
  /// Everything about one child.
  case child(Identifier)
  case log(LogRequest)
  case agencies
  case ledger
  /// The person's own forms that were not saved.
  case unfinished
}

/// What the log of all contacts asks to read; it never has all its rows in memory.
package enum LogRequest: Hashable, Sendable {
  case newest
  /// The index of all contacts that match a query, and the place in it of the selected contact, `keeping`.
  case index(of: LogQuery, keeping: Identifier?)
  /// The contacts that match a query in which the text being looked for is one of the words.
  case matches(of: LogQuery)
  /// The contacts at these places of an index.
  case rows(at: [Int32], block: Int, generation: Int)
}

/// What was entered in a form, to be saved.
package enum SaveRequest: Hashable, Sendable {
  /// Contacts entered in one form; the first is with the child whom the form is about.
  case recordContacts([NewContact])
  /// A new version of a contact; the previous one stays on record.
  case amend(Contact, ContactFacts, because: String)
  case recordFact(Fact, child: Identifier)
  /// An answer to a flag; `replacing` is the answer in force that it replaces, if there is one.
  case answer(flag: Identifier, Answer.Decision, replacing: Identifier? = nil)
}

/// What the screen lock asks of the store.
package enum LockRequest: Hashable, Sendable {
  /// Whether the person has a secret that opens the lock.
  case askForSecret(account: String)
  /// Close the store and discard its key while the screen is locked.
  case close
  /// Unlock the screen; the secret goes no further than the store.
  case unlock(account: String, secret: TypedSecret?)
}

/// The most results that a search reads; typing more narrows the rest.
package enum SearchReading {
  package static let most = 200
}
