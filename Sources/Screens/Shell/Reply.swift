package import Records

/// What came of a request, by who is told.
package enum Reply: Hashable, Sendable {
  /// What was read, for the screens that asked.
  case read(ReadReply)
  case form(FormReply)
  case draft(DraftReply)
  case lock(LockReply)
  /// How the store is, for the workbench itself.
  case status(StoreStatus)
}

/// What was read, with the words that were asked for, so that a late reply to earlier ones is told apart.
package enum ReadReply: Hashable, Sendable {
  case flagged([CaseLine])
  /// The head of the flagged list, while the rest is read.
  case flaggedToday([CaseLine])
  case children([CaseLine], matching: String)
  case found(FoundChildren, matching: String)
  case hits([SearchHit], matching: String)
  case child(CaseFile)
  case log(LogReply)
  case agencies([AgencySummary])
  case ledger(Ledger)
  case unfinished([UnfinishedForm])
}

/// What was read of the log.
package enum LogReply: Hashable, Sendable {
  case newest([LogEntry])
  case index(LogIndex, of: LogQuery, place: Int32?)
  case matches(LogIndex, of: LogQuery)
  case rows([LogEntry], block: Int, generation: Int)
  /// The person stopped the making of an index.
  case stopped(LogQuery)
}

/// What became of what a form holds; what is said to be saved is on disk.
package enum FormReply: Hashable, Sendable {
  case recorded([SavedContact], finishing: Draft.Key)
  case factRecorded(SavedFact, finishing: Draft.Key)
  case answered(Flag)
  case signed(Flag)
  /// Nothing was saved; the sentence says why, and the draft is as it was.
  case notSaved(Draft.Key, String)
  /// Somebody else amended the contact first, to this; nothing was saved.
  case conflict(Contact, finishing: Draft.Key)
  case notSigned(String)
  /// The text as the person's own editor left it.
  case edited(String)
  /// The person's own editor changed nothing; the sentence says why.
  case notEdited(String)
}

/// What became of a draft.
package enum DraftReply: Hashable, Sendable {
  /// It is on disk.
  case saved(Draft)
  /// It could not be put on disk; the sentence says why.
  case notSaved(Draft.Key, String)
  /// What was left unfinished could not be read; the sentence says why.
  case unknown(String)
}

/// What the lock of the screen is told.
package enum LockReply: Hashable, Sendable {
  case hasSecret(Bool)
  /// The store was closed, or only by this program.
  case closed(isWhole: Bool)
  case unlocked(Bool)
}

/// How the store is, whatever was asked of it.
package enum StoreStatus: Hashable, Sendable {
  /// It has been working for a while.
  case slow
  /// So many cases are still to be judged again, since time has passed.
  case judging(left: Int)
  /// Another process or an earlier request changed it: what is shown should be asked for anew.
  case changed
  /// A reading was refused or failed; the sentence says why and what to do.
  case refused(String)
}
