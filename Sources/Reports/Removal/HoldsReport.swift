package import Records

/// The holds against removal.
package struct HoldsReport: Report {
  private let holds: [LegalHold]
  private let refs: [Identifier: String]

  /// Reports `holds` in the order given; `refs` are the references of children.
  package init(_ holds: [LegalHold], refs: [Identifier: String]) {
    self.holds = holds
    self.refs = refs
  }

  package var json: JSON { .array(holds.map { $0.json(refs) }) }

  package var lines: [String] {
    holds.isEmpty ? ["No record is held."] : holds.map { $0.sentence(refs) }
  }
}

extension LegalHold {
  private func subject(_ refs: [Identifier: String]) -> String {
    child.map { refs[$0] ?? "a child" } ?? "every record"
  }

  /// What is held, since when and why, and whether it was lifted; `refs` are the children's references.
  package func sentence(_ refs: [Identifier: String]) -> String {
    let lifting =
      lifted.map {
        " Lifted \($0.at.londonDay.shortWithYear) by \($0.by): \($0.because.endingOnce)"
      } ?? ""
    return """
      \(id.receipt): \(subject(refs)), held since \(setAt.londonDay.shortWithYear) by \(setBy): \
      \(because.endingOnce)\(lifting)
      """
  }

  fileprivate func json(_ refs: [Identifier: String]) -> JSON {
    .object([
      ("id", .string(id.description)), ("child", .text(child.flatMap { refs[$0] })),
      ("everything", .bool(child == nil)), ("because", .string(because)), ("by", .string(setBy)),
      ("since", .string(setAt.iso)), ("lifted_at", .text(lifted?.at.iso)),
      ("lifted_by", .text(lifted?.by)), ("lifted_because", .text(lifted?.because)),
    ])
  }
}
