package import Records

/// Judges chronologies by a list of rules.
package struct Evaluator: Sendable {
  package let rules: [FlagRule]
  package let parameters: Parameters

  package init(rules: [FlagRule] = FlagRule.all, parameters: Parameters) {
    self.rules = rules
    self.parameters = parameters
  }

  /// What every rule finds on a day, and the next day on which one of them could find otherwise if
  /// nothing new came.
  package func evaluate(_ chronology: Chronology, on day: CalendarDate) -> Evaluation {
    var findings: [RuleID: Finding] = [:]
    var nextChange: CalendarDate?
    for rule in rules {
      var view = CaseView(chronology, on: day)
      if let finding = rule.judge(&view, parameters) { findings[rule.id] = finding }
      if let change = view.nextChange { nextChange = nextChange.map { min($0, change) } ?? change }
    }
    return Evaluation(findings: findings, nextChange: nextChange)
  }
}

/// What the rules found in one chronology on one day.
package struct Evaluation: Hashable, Sendable {
  package let findings: [RuleID: Finding]
  package let nextChange: CalendarDate?
}
