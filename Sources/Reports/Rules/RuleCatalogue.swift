package import Flags
package import Records

/// The rules in plain words with their sources, and how each was answered so far.
package struct RuleCatalogue: Report {
  private let rules: [FlagRule]
  private let isFull: Bool
  /// How the rules have fared; nil where there is no store.
  private let ledger: Ledger?
  private let parameters: Parameters

  /// Reports `rules` in the order given; `isFull` when all that is known of each is shown.
  package init(_ rules: [FlagRule], isFull: Bool, ledger: Ledger?, by parameters: Parameters) {
    self.rules = rules
    self.isFull = isFull
    self.ledger = ledger
    self.parameters = parameters
  }

  package var json: JSON { .array(rules.map { $0.json(ledger(of: $0), parameters) }) }

  package var lines: [String] {
    rules.flatMap { $0.lines(isFull: isFull, ledger(of: $0), parameters) }
      + (isFull ? [] : ledger?.shareLines ?? [])
  }

  private func ledger(of rule: FlagRule) -> RuleLedger? {
    ledger.map { $0.rules[rule.id] ?? RuleLedger() }
  }
}

extension FlagRule {
  fileprivate func json(_ ledger: RuleLedger?, _ parameters: Parameters) -> JSON {
    .object([
      ("rule", .string(id.description)), ("rule_name", .string(name)), ("words", .string(words)),
      ("version", .number(version)), ("logic", .string(logic(parameters))),
      ("source", .string(source)), ("false_positives", .string(falsePositives)),
      ("good_answer", .string(goodAnswer)), ("signs", .string(lowestSigner.title)),
      ("clearing_rung", .word(clearingRung)), ("raised", .number(ledger?.raised ?? 0)),
      (
        "states",
        .object(
          Flag.State.allCases.map { ($0.rawValue, .number(ledger?.states[$0] ?? 0)) })
      ),
      ("ledger", ledger?.json ?? .null),
      ("parameters", .array(Setting.of(id).map { $0.json(parameters) })),
    ])
  }

  fileprivate func lines(
    isFull: Bool, _ ledger: RuleLedger?, _ parameters: Parameters
  ) -> [String] {
    let settings = isFull ? Setting.of(id) : []
    let heads = ["\(id) \(name)", "  \(words)"]
    let signing = "  Answered by \(clearingRung.written) or higher; signs: \(lowestSigner.title)."
    let fared = ledger.flatMap { $0.raised > 0 ? ["  \($0.sentences)"] : nil } ?? []
    return heads + (isFull ? fullLines(parameters) : []) + [signing]
      + (settings.isEmpty ? [] : ["  Thresholds:"]) + settings.flatMap { $0.lines(parameters) }
      + fared + [""]
  }

  /// Returns the lines that are shown only when `isFull`.
  private func fullLines(_ parameters: Parameters) -> [String] {
    [
      "  Exactly: \(logic(parameters))", "  Source: \(source)",
      "  Often not it: \(falsePositives)", "  A good answer: \(goodAnswer)",
    ]
  }
}

extension Setting {
  /// Its value among those in force, with all that is known of it.
  fileprivate func json(_ parameters: Parameters) -> JSON {
    .object([
      ("key", .string(name)), ("words", .string(words)),
      ("value", .number(parameters[keyPath: value])), ("unit", .word(unit)),
      ("from", .number(range.lowerBound)), ("to", .number(range.upperBound)),
      ("source", .text(source)),
    ])
  }

  fileprivate func lines(_ parameters: Parameters) -> [String] {
    let amount = unit.written(parameters[keyPath: value])
    return [
      "    \(name): \(amount), from \(range.lowerBound) to \(range.upperBound)",
      "      \(words)\(source.map { " Source: \($0)" } ?? "")",
    ]
  }
}
