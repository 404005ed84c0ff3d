package import Records
package import Storage
package import StorageCore

/// A store over SQL: what engines have in common beyond the scripts of `ScriptedStore`.
///
/// An engine gives a connection, transactions, and what each does in its own way: the places of the log
/// (`logIndex`, `log(at:)`, `place`), the search of notes, the audit log, watching, copying.
package protocol SQLStore: ScriptedStore where Rows == SQLRows {}

extension SQLStore {
  package func cases(_ query: CaseQuery) throws(StoreError) -> [CaseLine] {
    try reading { try $0.cases(query) }
  }

  package func child(ref: String) throws(StoreError) -> Child? {
    try reading { try $0.childRow(ref: ref) }
  }

  package func caseFile(of child: Identifier) throws(StoreError) -> CaseFile {
    try reading { try $0.caseFile(of: child) }
  }

  package func flags(includingCleared: Bool) throws(StoreError) -> [FlagEntry] {
    try reading { try $0.flags(includingCleared: includingCleared) }
  }

  package func answers() throws(StoreError) -> [Answer] {
    try reading { try $0.answers() }
  }

  package func facts(of kind: FactKind) throws(StoreError) -> [FactRecord] {
    try reading { try $0.facts(of: kind) }
  }

  package func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry] {
    try reading { try $0.log(after: after, limit: limit) }
  }

  package func agencies(on day: CalendarDate) throws(StoreError) -> [AgencySummary] {
    try reading { try $0.agencies(on: day) }
  }

  package func judgedAhead(of moment: Instant) throws(StoreError) -> CalendarDate? {
    try reading { try $0.judgedAhead(of: moment) }
  }

  package func keptSince() throws(StoreError) -> CalendarDate? {
    try reading { try $0.keptSince() }
  }
}
