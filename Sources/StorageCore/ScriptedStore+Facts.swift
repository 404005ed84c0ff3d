package import Records
package import Storage

// Facts, recorded beside the contacts.

extension ScriptedStore {
  package func recordFact(
    _ fact: Fact, of child: Identifier, correcting earlier: Identifier?,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> SavedFact {
    // Also when it is not known how the save ended.
    defer { if fact.kind.changesChild { childrenChanged() } }
    return try transaction { script in
      try script.remove(draft)
      var loaded = try script.loadedCase(of: child)
      var mint = loaded.mint
      let record = try script.insert(
        fact, correcting: earlier, &loaded, &mint, at: now)
      let judged = try script.judge(&loaded, at: now, &mint)
      return SavedFact(record: record, child: loaded.record.child, raised: judged.raised)
    }
  }

  package func importFacts(
    _ facts: [ImportedFact], at now: Instant
  ) throws(StoreError) -> ImportReport {
    defer { if facts.contains(where: { $0.fact.kind.changesChild }) { childrenChanged() } }
    return try transaction { script in
      var report = ImportReport()
      for (child, facts) in Dictionary(grouping: facts, by: \.child) {
        var loaded = try script.loadedCase(of: child)
        var mint = loaded.mint
        for imported in facts {
          guard !imported.isKnown(in: loaded.record) else {
            report.alreadyThere += 1
            continue
          }
          try script.insert(imported.fact, &loaded, &mint, at: now)
          report.added += 1
        }
        report.flagsRaised += try script.judge(&loaded, at: now, &mint).raised.count
      }
      return report
    }
  }
}

extension CaseScript {
  /// Adds a fact to a case if it can be true; the child's row follows what it says of worker or address.
  /// - Throws: `impossibleFact`.
  @discardableResult
  func insert(
    _ fact: Fact, with contact: Identifier? = nil, correcting earlier: Identifier? = nil,
    _ loaded: inout LoadedCase, _ mint: inout IdentifierMint, at now: Instant
  ) throws -> FactRecord {
    let record = FactRecord(
      id: mint.next(at: now), child: loaded.record.child.id, contact: contact, corrects: earlier,
      recordedAt: now, recordedBy: author, fact: fact)
    try loaded.record.noteChecked(record, today: now.londonDay, calendar: judge.calendar)
    try rows.insert(record)
    guard fact.kind.changesChild else { return record }
    loaded.record.formerRows = try rows.formerRows(of: record.child)
    let child = loaded.record.child(following: record)
    guard child != loaded.record.child else { return record }
    try rows.update(child, at: now)
    loaded.record.change(to: child, at: now)
    return record
  }
}

extension FactKind {
  /// Whether a fact of this kind may change the child's row.
  var changesChild: Bool { self == .involvement || self == .address }
}
