package import Records

/// What a file says of a known child otherwise than the store does.
package struct ImportChange: Hashable, Sendable {
  package let child: String
  package let what: What
  /// Whether the store applied it; what only a person can decide is reported and left unchanged.
  package let isApplied: Bool
  /// The line of the row that says it.
  package let line: Int

  package enum What: String, CaseIterable, Hashable, Sendable {
    case name, dateOfBirth = "date_of_birth", household, worker
  }
}

extension ImportedChild {
  /// A known child with what the rows add, and each difference to what was known.
  ///
  /// What is empty is filled. A worker or a household that another row names takes over, unless that
  /// row is older than the last contact on record. A worker whom a person recorded as allocated, a name
  /// and a birthday are never changed by a file.
  package func completing(_ record: CaseRecord) -> (child: Child, changes: [ImportChange]) {
    var child = record.child
    var changes: [ImportChange] = []
    let lastContact = record.versions.map(\.date).max()

    func note(_ what: ImportChange.What, _ isApplied: Bool, line: Int) {
      changes.append(
        ImportChange(child: ref, what: what, isApplied: isApplied, line: line))
    }
    func move(
      _ known: WritableKeyPath<Child, String?>, to said: Said<String>?, _ what: ImportChange.What,
      isKept: Bool
    ) {
      guard let said, child[keyPath: known] != said.value else { return }
      let isNewer = lastContact.map { said.date >= $0 } ?? true
      let isApplied = !isKept && (child[keyPath: known] == nil || isNewer)
      note(what, isApplied, line: said.line)
      if isApplied { child[keyPath: known] = said.value }
    }

    if let name, child.name == nil {
      child.name = name.value
      note(.name, true, line: name.line)
    } else if let name, let known = child.name, !PersonName(known).agrees(with: name.value) {
      note(.name, false, line: name.line)
    }
    if let dateOfBirth, child.dateOfBirth != dateOfBirth.value {
      let isApplied = child.dateOfBirth == nil
      if isApplied { child.dateOfBirth = dateOfBirth.value }
      note(.dateOfBirth, isApplied, line: dateOfBirth.line)
    }
    move(\.household, to: household, .household, isKept: false)
    let isSameWorker =
      child.worker.flatMap { known in worker.map { PersonName(known).agrees(with: $0.value) } }
    if isSameWorker != true {
      move(\.worker, to: worker, .worker, isKept: record.allocation != nil)
    }
    return (child, changes)
  }
}
