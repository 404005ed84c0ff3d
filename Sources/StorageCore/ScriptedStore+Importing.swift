package import Records
package import Storage

// Files of contacts, and judging again.

extension ScriptedStore {
  package func importContacts(
    _ batch: ImportBatch, at now: Instant, progress: OnProgress
  ) throws(StoreError) -> ImportReport {
    childrenChanged()
    return try transaction(keeping: !batch.isRehearsal, much: true) { script in
      var report = ImportReport()
      var mint = IdentifierMint()
      var done = 0
      for imported in batch.children {
        try script.take(imported, at: now, &mint, into: &report)
        done += imported.count
        guard progress(done, batch.count) else { throw StoreError.cancelled }
      }
      return report
    }
  }

  package func refresh(to now: Instant, limit: Int) throws(StoreError) -> RefreshReport {
    let due = DueCases(at: now, present: max(now, clock()), readerEdition: judge.readerEdition)
    let (children, count) = try reading { try $0.dueCases(due, limit: limit) }
    guard count > 0 else { return RefreshReport(judged: 0, left: 0) }
    try judgeAgain(children, at: now)
    return RefreshReport(judged: children.count, left: count - children.count)
  }

  /// Judges some cases again.
  /// - Throws: `unknownChild`.
  package func judgeAgain(_ children: [Identifier], at now: Instant) throws(StoreError) {
    try transaction(much: children.count > fewCases) { script in
      var mint = IdentifierMint()
      for child in children {
        var loaded = try script.loadedCase(of: child)
        try script.judge(&loaded, at: now, &mint)
      }
    }
  }

  package func rescan(at now: Instant, progress: OnProgress) throws(StoreError) -> RescanReport {
    try transaction(much: true) { script in
      var report = RescanReport()
      var mint = IdentifierMint()
      let children = try script.rows.children()
      for child in children {
        var loaded = try script.loadedCase(of: child)
        let before = loaded.evaluation?.flags ?? []
        loaded.evaluation?.forgetEarlierReadings(than: script.judge.readerEdition)
        let ended = try script.rejudgeFromStart(&loaded, at: now, &mint)
        let judged = try script.judge(&loaded, at: now, &mint)
        report.count(
          loaded.record.child, raised: judged.raised, cleared: ended + judged.cleared,
          before: before, after: loaded.evaluation?.flags ?? [])
        guard progress(report.children, children.count) else { throw StoreError.cancelled }
      }
      return report
    }
  }
}

/// So many cases are judged without asking for more memory than a save does.
private let fewCases = 100

extension CaseScript {
  /// Takes in the rows about one child, and judges the case where any is new.
  func take(
    _ imported: ImportedChild, at now: Instant, _ mint: inout IdentifierMint,
    into report: inout ImportReport
  ) throws {
    var loaded = try loadedCase(for: imported, at: now, &mint, &report)
    let child = loaded.record.child.id
    let sorted = imported.sorted(beside: loaded.record.versions)
    report.count(sorted)
    guard !sorted.new.isEmpty else { return }
    mint.follow(loaded.lastID)
    for facts in sorted.new {
      let contact = Contact(
        id: mint.next(at: now), child: child, recordedAt: now, recordedBy: author, facts: facts)
      loaded.record.versions.append(contact)
      try rows.insert(contact)
    }
    report.flagsRaised += try judge(&loaded, at: now, &mint).raised.count
  }

  /// The case that rows are about, made when there is none.
  private func loadedCase(
    for imported: ImportedChild, at now: Instant, _ mint: inout IdentifierMint,
    _ report: inout ImportReport
  ) throws -> LoadedCase {
    guard let known = try rows.child(ref: imported.ref) else {
      let child = imported.child(id: mint.next(at: now))
      try rows.insert(child)
      report.childrenAdded += 1
      return LoadedCase(record: CaseRecord(child: child, versions: []))
    }
    var loaded = try loadedCase(of: known)
    let completed = imported.completing(loaded.record)
    report.changes += completed.changes
    if completed.child != loaded.record.child {
      try rows.update(completed.child, at: now)
      loaded.record.child = completed.child
    }
    return loaded
  }
}
