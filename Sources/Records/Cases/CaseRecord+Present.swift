// The child's present worker and address, according to the latest facts.

extension CaseRecord {
  /// Replaces the child's row with `child`, and adds the one before to `formerRows` as in force until `now`.
  ///
  /// Does nothing when the two are equal.
  package mutating func change(to child: Child, at now: Instant) {
    guard child != self.child else { return }
    formerRows.append(FormerRow(child: self.child, until: now))
    self.child = child
  }

  /// The fact that allocates the present worker; nil when no open allocation is recorded.
  package var allocation: Fact? { present(.involvement, from: "allocated")?.fact }

  /// The child's row after `record`, which was just recorded: with the worker or the address that the latest
  /// facts name.
  ///
  /// When a fact was entered in error, the value from before it returns.
  package func child(following record: FactRecord) -> Child {
    var child = child
    if record.fact.kind == .involvement {
      follow(.involvement, from: "allocated", field: .worker, row: \.worker, in: &child)
    }
    if record.fact.kind == .address {
      follow(.address, from: "moved in", field: .address, row: \.address, in: &child)
    }
    return child
  }

  private func follow(
    _ kind: FactKind, from step: String, field: FactField, row: WritableKeyPath<Child, String?>,
    in child: inout Child
  ) {
    let every = Matter.matters(in: facts).filter { $0.kind == kind }
    if let present = present(kind, from: step)?.fact.text(field) {
      child[keyPath: row] = present
    } else if every.contains(where: \.isInError) {
      // The value from before the first fact in error changed it.
      let first = every.filter(\.isInError).flatMap(\.records).map(\.recordedAt).min()
      let former = formerRows.first { row in first.map { row.until >= $0 } ?? false }
      if let former { child[keyPath: row] = former.child[keyPath: row] }
    } else if let known = child[keyPath: row],
      every.contains(where: { $0.isClosed && $0.fact.text(field).map(folded) == folded(known) })
    {
      child[keyPath: row] = nil
    }
  }

  /// The latest matter of `kind` with a fact of `step` that has neither ended nor been entered in error.
  private func present(_ kind: FactKind, from step: String) -> Matter? {
    guard facts.contains(where: { $0.fact.kind == kind }) else { return nil }
    return Matter.matters(in: facts).last {
      $0.kind == kind && !$0.isClosed && !$0.isInError && $0.first(step) != nil
    }
  }
}
