import Flags
import Records
import Storage

/// What a rulebook would change, child by child, before anybody adopts it.
struct RehearsalReport {
  private let rehearsal: Rehearsal
  private let refs: [Identifier: String]

  /// Judges every child of the store twice over the past year.
  init(session: Session, to changed: Parameters) throws(StoreError) {
    var rehearsal = Rehearsal(from: session.parameters, to: changed, at: session.now)
    var refs: [Identifier: String] = [:]
    let files = try LongWork.run("Rehearsing") { progress throws(StoreError) in
      let children = try session.store.cases(.matching("")).map(\.child)
      var records: [CaseRecord] = []
      for (index, child) in children.enumerated() {
        records.append(try session.store.caseFile(of: child.id).record)
        guard progress(index + 1, children.count) else { throw .cancelled }
      }
      return records
    }
    for record in files {
      refs[record.child.id] = record.child.ref
      rehearsal.add(record)
    }
    self.rehearsal = rehearsal
    self.refs = refs
  }

  private func named(_ children: Set<Identifier>) -> [String] {
    children.compactMap { refs[$0] }.sorted()
  }

  func say() {
    Output.say(
      """
      Over the past year, \(counted(rehearsal.children, "child", plural: "children")), every entry \
      known on its day and nobody answering:
      """)
    for rule in FlagRule.all {
      guard let change = rehearsal.rules[rule.id], change.before != change.after else { continue }
      Output.say(
        "\(rule.id) \(rule.name): \(change.before.count) → \(change.after.count) children")
      say("gained by", change.gained)
      say("lost by", change.lost)
    }
    let urgent = rehearsal.urgent
    Output.say(
      "In all, today or this week: \(urgent.before.count) → \(urgent.after.count) children")
    say("gained by", urgent.gained)
    say("lost by", urgent.lost)
    if rehearsal.rules.values.allSatisfy({ $0.before == $0.after }) {
      Output.say("No child would gain or lose a flag.")
    }
  }

  private func say(_ words: String, _ children: Set<Identifier>) {
    if !children.isEmpty { Output.say("  \(words) \(named(children).joined(separator: ", "))") }
  }

  var json: JSON {
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
