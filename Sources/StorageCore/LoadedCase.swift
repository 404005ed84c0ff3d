package import Records

/// A case as it is read to be judged: the record, and how it was last judged.
package struct LoadedCase: Sendable {
  package var record: CaseRecord
  /// With the flags that are not cleared; nil when the case was never judged.
  package var evaluation: Evaluation?

  package init(record: CaseRecord, evaluation: Evaluation? = nil) {
    self.record = record
    self.evaluation = evaluation
  }

  /// The last identifier that the case has.
  var lastID: Identifier? {
    let flags = evaluation?.flags ?? []
    let ids = [record.lastID, flags.map(\.id).max(), flags.compactMap(\.answer?.id).max()]
    return ids.compactMap { $0 }.max()
  }

  /// Makes identifiers that come after all that the case has.
  var mint: IdentifierMint { IdentifierMint(after: lastID) }
}
