package import Records
package import Storage

// What is asked of the view: the cases as they stood.

extension StoreAsOf {
  package func cases(_ query: CaseQuery) throws(StoreError) -> [CaseLine] {
    try view().cases(query)
  }

  package func child(ref: String) throws(StoreError) -> Child? { try view().child(ref: ref) }

  package func caseFile(of child: Identifier) throws(StoreError) -> CaseFile {
    try view().caseFile(of: child)
  }

  package func flags(includingCleared: Bool) throws(StoreError) -> [FlagEntry] {
    try view().flags(includingCleared: includingCleared)
  }

  package func answers() throws(StoreError) -> [Answer] { try view().answers() }

  package func facts(of kind: FactKind) throws(StoreError) -> [FactRecord] {
    try view().facts(of: kind)
  }

  package func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry] {
    try view().log(after: after, limit: limit)
  }

  package func logIndex(_ query: LogQuery) throws(StoreError) -> LogIndex {
    try view().logIndex(query)
  }

  package func log(at places: [Int32]) throws(StoreError) -> [LogEntry] {
    try view().log(at: places)
  }

  package func place(of contact: Identifier) throws(StoreError) -> Int32 {
    try view().place(of: contact)
  }

  package func find(_ words: String, limit: Int) throws(StoreError) -> FoundChildren {
    try view().find(words, limit: limit)
  }

  package func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
    try view().search(words, limit: limit)
  }

  package func agencies(on day: CalendarDate) throws(StoreError) -> [AgencySummary] {
    try view().agencies(on: day)
  }
}
