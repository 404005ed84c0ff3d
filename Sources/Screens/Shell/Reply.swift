package import Records

/// The outcome of a request, grouped by who handles it.
package enum Reply: Hashable, Sendable {
  /// What was read, for the screens that asked.
  case read(ReadReply)
  case form(FormReply)
  case draft(DraftReply)
  case lock(LockReply)
  /// The state of the store, for the workbench itself.
  case status(StoreStatus)
}

/// What was read, with the query that it answers, so that a late reply to an earlier query can be ignored.
package enum ReadReply: Hashable, Sendable {
  case flagged([CaseLine])
  /// The top of the flagged list, shown while the rest is read.
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

/// What was read from the log.
package enum LogReply: Hashable, Sendable {
  case newest([LogEntry])
  case index(LogIndex, of: LogQuery, place: Int32?)
  case matches(LogIndex, of: LogQuery)
  case rows([LogEntry], block: Int, generation: Int)
  /// The person stopped the index of this query from being read.
  case stopped(LogQuery)
}

/// The outcome of saving a form; what is reported as saved is already on disk.
package enum FormReply: Hashable, Sendable {
  case recorded([SavedContact], finishing: Draft.Key)
  case factRecorded(SavedFact, finishing: Draft.Key)
  case answered(Flag)
  case signed(Flag)
  /// Nothing was saved; the sentence says why, and the draft is as it was.
  case notSaved(Draft.Key, String)
  /// Nothing was saved, because somebody else amended the contact first; this is how it now reads.
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
  /// It could not be written to disk; the sentence says why.
  case notSaved(Draft.Key, String)
  /// The unfinished forms could not be read; the sentence says why.
  case unknown(String)
}

/// What the store replies to the screen lock.
package enum LockReply: Hashable, Sendable {
  case hasSecret(Bool)
  /// The store was closed; `isWhole` is false when another program still has it open.
  case closed(isWhole: Bool)
  case unlocked(Bool)
}

/// The state of the store, whatever was asked of it.
package enum StoreStatus: Hashable, Sendable {
  /// A request is taking longer than a key should wait.
  case slow
  /// `left` cases are still to be judged again, since time has passed.
  case judging(left: Int)
  /// Another process or an earlier request changed the store: what is shown should be read again.
  case changed
  /// A request was refused or failed; the sentence says why and what to do.
  case refused(String)
}
