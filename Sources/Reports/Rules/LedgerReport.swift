import Records

extension RuleLedger {
  /// How often the rule was raised and the state of its flags, how they were answered and after how long.
  var sentences: String {
    var words = "Raised \(raised == 1 ? "once" : "\(raised) times")"
    let standing = Flag.State.allCases.compactMap { state in
      states[state].map { "\($0) \(state.rawValue)" }
    }
    if !standing.isEmpty { words += ": \(standing.joined(separator: ", "))" }
    if lapsed > 0 { words += ", \(lapsed) of them lapsed without an answer" }
    words += "."
    let open = unsigned > 0 ? " \(unsigned) not signed." : ""
    guard answers > 0 else { return words + " Never answered." + open }
    var kinds = escalated > 0 ? ["\(escalated) escalated"] : []
    kinds += DecisionReason.allCases.compactMap { reason in
      decided[reason].map { "\($0) \(reason.rawValue)" }
    }
    words +=
      " Answered \(answers == 1 ? "once" : "\(answers) times"): \(kinds.joined(separator: ", "))"
    if let medianWait { words += "; the first after \(medianWait) (median)" }
    words += "."
    if broken > 0 { words += " Broken open \(broken == 1 ? "once" : "\(broken) times")." }
    return words + open
  }

  var json: JSON {
    .object([
      ("raised", .number(raised)), ("done", .number(done)), ("lapsed", .number(lapsed)),
      ("answers", .number(answers)), ("escalated", .number(escalated)),
      (
        "decided",
        .object(DecisionReason.allCases.map { ($0.rawValue, .number(decided[$0] ?? 0)) })
      ),
      ("rule_wrong", .number(ruleWrong)), ("broken_open", .number(broken)),
      ("unsigned", .number(unsigned)), ("median_hours_to_answer", .number(medianHours)),
      ("median_minutes_to_answer", .number(medianMinutes)),
    ])
  }
}

extension Ledger {
  /// The shares of children flagged, so that unfairness shows; nothing where none is recorded.
  var shareLines: [String] {
    [("ethnicity", byEthnicity), ("disability", byDisability)].flatMap { name, shares in
      shares.isEmpty
        ? []
        : ["Flagged for today or the week, by \(name) where it is recorded:"]
          + shares.map { "  \($0.group): \($0.flagged) of \($0.children) (\($0.percent) %)" }
    }
  }
}
