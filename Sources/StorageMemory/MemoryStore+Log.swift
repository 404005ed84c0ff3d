package import Records
package import Storage
import Synchronization

extension MemoryStore {
  package func logIndex(_ query: LogQuery) -> LogIndex {
    contents.withLock { contents in
      let words = folded(query.words).split(separator: " ").map(String.init)
      let entries = contents.entries.filter { $0.holds(words) }.sorted(by: query.areInOrder)
      return LogIndex(ContiguousArray(entries.map { contents.place(ofContact: $0.id) }))
    }
  }

  package func log(at places: [Int32]) throws(StoreError) -> [LogEntry] {
    let entries = contents.withLock { contents in
      let byID = Dictionary(
        contents.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return places.map { place in
        contents.placed.indices.contains(Int(place)) ? byID[contents.placed[Int(place)]] : nil
      }
    }
    guard entries.allSatisfy({ $0 != nil }) else { throw .unknownContact }
    return entries.compactMap { $0 }
  }

  package func place(of contact: Identifier) throws(StoreError) -> Int32 {
    try contents.change { contents throws(StoreError) in
      guard contents.entries.contains(where: { $0.id == contact }) else { throw .unknownContact }
      return contents.place(ofContact: contact)
    }
  }

  package func find(_ words: String, limit: Int) -> FoundChildren {
    let lines = cases(.matching(""))
    let found = ChildIndex(lines.map { ChildIndex.Entry($0.child) }).find(words, limit: limit)
    let byID = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return FoundChildren(lines: found.ids.compactMap { byID[$0] }, count: found.count)
  }

  package func search(_ words: String, limit: Int) -> [SearchHit] {
    let words = folded(words).split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    let entries = contents.withLock(\.entries).filter { entry in
      let notes = " " + folded(entry.contact.facts.notes.joined(separator: " "))
      return words.allSatisfy { notes.contains(" " + $0) }
    }
    return entries.sorted(by: LogEntry.newestFirst).prefix(limit)
      .map { SearchHit($0, words: words) }
  }

  /// Nothing in memory takes long.
  package func interrupt() {}

  /// What leaves nothing behind is not logged either.
  package func remember(_ access: Access) {}
  package func writeAccesses() {}
  package func audit(against anchors: [String]) -> AuditReport { AuditReport() }
  package func checkpoint() -> String { "" }

  /// What lies in memory alone has nothing to close.
  package func close() {}
  package func reopen() {}

  /// Nobody else can change what is in this process's memory.
  package func watch(_ changed: @escaping @Sendable () -> Void) {}
}

extension LogEntry {
  fileprivate func holds(_ words: [String]) -> Bool {
    let facts = contact.facts
    let texts = facts.notes + [facts.agency.written, facts.kind.rawValue]
    let text = child.searchText + " " + folded(texts.joined(separator: " "))
    return words.allSatisfy { text.contains(" " + $0) }
  }
}
