import Records
package import Storage

extension RescanReport: Report {
  package var json: JSON {
    .object([
      ("children", .number(children)), ("flags_raised", .number(flagsRaised)),
      ("flags_cleared", .number(flagsCleared)),
      (
        "changes",
        .array(
          changes.map { change in
            .object([
              ("child", .string(change.child.ref)),
              ("raised", .array(change.raised.map { .string($0.description) })),
              ("cleared", .array(change.cleared.map { .string($0.description) })),
              ("lowered", .array(change.lowered.map { .string($0.description) })),
            ])
          })
      ),
    ])
  }

  package var lines: [String] {
    let head = """
      Evaluated \(counted(children, "child", plural: "children")): \
      \(counted(flagsRaised, "flag")) raised, \(flagsCleared) cleared.
      """
    return [head] + changes.map(\.written)
  }

  /// Returns the lines for children who were judged by a rulebook that was just adopted.
  package func lines(adopting edition: String) -> [String] {
    let head = """
      Adopted "\(edition)". \(counted(flagsRaised, "flag")) raised, \(flagsCleared) cleared.
      """
    return [head] + changes.map(\.written)
  }
}

extension RescanReport.Change {
  /// Whose flags changed, and how, on a line: `C1 Kit Marlow: R03 raised; R04 cleared`.
  fileprivate var written: String {
    let parts = [
      (raised, "raised"), (cleared, "cleared"), (lowered, "quiet or in a lower band"),
    ].filter { !$0.0.isEmpty }
      .map { "\($0.0.map(\.description).joined(separator: ", ")) \($0.1)" }
    let named = [child.ref, child.name].compactMap(\.self).joined(separator: " ")
    return "\(named): \(parts.joined(separator: "; "))"
  }
}
