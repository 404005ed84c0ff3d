package import Records

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
  /// The children that match words, all of them when there are none.
  case findChildren(String)
  /// Everything about one child.
  case openChild(Identifier)
  /// Contacts with any child, newest first, after the given one; from the newest when nil.
  case showLog(after: Identifier?)
  case showAgencies
  case showLedger
  /// Contacts that were entered in one form; the first is with the child whose form it is.
  case record([NewContact], finishing: Draft.Key)
  /// A further version of a contact; the one before stays.
  case amend(Contact, ContactFacts, because: String, finishing: Draft.Key)
  case note(Fact, child: Identifier, finishing: Draft.Key)
  case answer(flag: Identifier, Answer.Decision, finishing: Draft.Key)
  /// What is typed in a form, kept on disk for the person alone.
  case keep(Draft)
  case discard(Draft.Key)
  case showUnfinished
  /// The person's own editor is to have a text.
  case edit(String)
  /// The secret goes no further than to the store, which keeps none.
  case sign(flag: Identifier, answer: Identifier, account: String, secret: String)
}

/// What came back from the store.
package enum News: Hashable, Sendable {
  case flagged([CaseLine])
  /// The words are those that were asked for, so that a late reply to earlier words is told apart.
  case found([CaseLine], matching: String)
  case opened(CaseFile)
  /// A page of the log; `isLast` when nothing older follows.
  case log([LogEntry], after: Identifier?, isLast: Bool)
  case agencies([AgencySummary])
  case ledger(Ledger)
  /// Saved: on disk when this arrives.
  case recorded([Recorded])
  case noted(Noted)
  case answered(Flag)
  case signed(Flag)
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
  /// A wish was refused or failed; the sentence says why and what to do, and nothing typed is lost.
  case refused(String)
}
