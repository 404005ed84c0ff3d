package import Flags
package import Records

/// What a rulebook would change, child by child, before anybody adopts it.
package struct RehearsalReport: Report {
  private let rehearsal: Rehearsal
  private let refs: [Identifier: String]

  /// Reports a rehearsal that is over; `refs` are the references of the children in it.
  package init(_ rehearsal: Rehearsal, refs: [Identifier: String]) {
    self.rehearsal = rehearsal
    self.refs = refs
  }

  private func named(_ children: Set<Identifier>) -> [String] {
    children.compactMap { refs[$0] }.sorted()
  }

  package var lines: [String] {
    let urgent = rehearsal.urgent
    let head = """
      Over the past year, \(counted(rehearsal.children, "child", plural: "children")), every entry \
      known on its day and nobody answering:
      """
    let total =
      "In all, today or this week: \(urgent.before.count) → \(urgent.after.count) children"
    let isSame = rehearsal.rules.values.allSatisfy { $0.before == $0.after }
    return [head] + FlagRule.all.flatMap { lines(of: $0) } + [total] + names(urgent)
      + (isSame ? ["No child would gain or lose a flag."] : [])
  }

  /// Returns how one rule would change; nothing when it would not.
  private func lines(of rule: FlagRule) -> [String] {
    guard let change = rehearsal.rules[rule.id], change.before != change.after else { return [] }
    return ["\(rule.id) \(rule.name): \(change.before.count) → \(change.after.count) children"]
      + names(change)
  }

  /// Who would gain a flag and who would lose one.
  private func names(_ change: Rehearsal.Change) -> [String] {
    [("gained by", change.gained), ("lost by", change.lost)].filter { !$0.1.isEmpty }
      .map { "  \($0) \(named($1).joined(separator: ", "))" }
  }

  package var json: JSON {
    .object([
      ("children", .number(rehearsal.children)), ("urgent", json(rehearsal.urgent)),
      (
        "rules",
        .array(
          FlagRule.all.compactMap { rule in
            rehearsal.rules[rule.id].map { change in
              .object([("rule", .string(rule.id.description)), ("change", json(change))])
            }
          })
      ),
    ])
  }

  private func json(_ change: Rehearsal.Change) -> JSON {
    .object([
      ("before", .number(change.before.count)), ("after", .number(change.after.count)),
      ("gained", .array(named(change.gained).map { .string($0) })),
      ("lost", .array(named(change.lost).map { .string($0) })),
    ])
  }
}
