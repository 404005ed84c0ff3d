package import Records

/// What may be asked of a store: about children, across children, and of how it judges.
///
/// - One child: `child`, `caseFile`.
/// - Lists: `cases`, `flags`, `answers`, `facts`, `agencies`.
/// - The log of all contacts: `log`, `logIndex`, `place`.
/// - Words: `find` by name and the like, `search` in notes.
/// - The store itself: `people`, `rulebooks`, `judgedAhead`, `keptSince`.
package protocol CaseReading {
  /// Everybody who uses this store.
  func people() throws(StoreError) -> [Person]

  /// Returns the children that `query` names, in order of name, each with its open flags.
  func cases(_ query: CaseQuery) throws(StoreError) -> [CaseLine]

  func child(ref: String) throws(StoreError) -> Child?

  /// Everything about one child.
  /// - Throws: `unknownChild`.
  func caseFile(of child: Identifier) throws(StoreError) -> CaseFile

  /// Returns every flag that is not cleared, or every flag ever raised; the most urgent first.
  func flags(includingCleared: Bool) throws(StoreError) -> [FlagEntry]

  /// Every answer ever given, in the order in which they were given.
  func answers() throws(StoreError) -> [Answer]

  /// Every fact of one kind about any child, in the order of recording.
  func facts(of kind: FactKind) throws(StoreError) -> [FactRecord]

  /// The rulebooks by which this store has judged, the first adopted first.
  func rulebooks() throws(StoreError) -> [AdoptedRulebook]

  /// The latest version of contacts with any child, newest first, after one of them.
  /// - Throws: `unknownContact` when there is no such contact.
  func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry]

  /// The places of the contacts that a query names, in its order.
  /// - Throws: `cancelled` when `interrupt` was called meanwhile.
  func logIndex(_ query: LogQuery) throws(StoreError) -> LogIndex

  /// The contacts at places of an index, in their order.
  /// - Throws: `unknownContact` when a place is none.
  func log(at places: [Int32]) throws(StoreError) -> [LogEntry]

  /// Returns the place that a contact has in an index made now.
  /// - Throws: `unknownContact`.
  func place(of contact: Identifier) throws(StoreError) -> Int32

  /// The children that words find by name, reference, household, worker, address and date of birth,
  /// with allowance for a slip of the finger; the best first, at most so many.
  func find(_ words: String, limit: Int) throws(StoreError) -> FoundChildren

  /// Contacts whose notes hold every word, each word as the beginning of one: of those recorded last
  /// at most so many, newest first. Nothing for no words; whatever is typed, it is words.
  func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit]

  /// Ends the reading that is under way, which then throws `cancelled`; saving goes on.
  func interrupt()

  /// Every agency that ever had a contact, the one with the most first.
  func agencies(on day: CalendarDate) throws(StoreError) -> [AgencySummary]

  /// The last day for which any case was judged, where that had not come at a moment: under a clock that
  /// was ahead, or because the clock is behind now.
  func judgedAhead(of moment: Instant) throws(StoreError) -> CalendarDate?

  /// Since when flags are kept as they were for another edition of the reader; nil where none are.
  func keptSince() throws(StoreError) -> CalendarDate?
}

/// Which children a list shows.
package enum CaseQuery: Hashable, Sendable {
  /// Those who have a flag that is not cleared.
  case flagged
  /// Those of them who have one to act on today: the head of the list, which is there first.
  case flaggedToday
  /// Those whose reference, name, worker, household, address or notes hold every word; each word
  /// may be the beginning of one. All children when there are no words.
  case matching(String)
}
