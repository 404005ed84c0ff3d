import Reading
package import Records

/// Judges chronologies by a list of rules.
///
/// - A case up to a moment: `advance(_:from:to:mint:)`; for a store: `judge`.
/// - A chronology on one day: `evaluate(_:on:after:)`.
/// - Signing and closing: `signer(of:in:)`, `openQuestions(in:flags:at:)`.
///
/// ```swift
/// var mint = IdentifierMint()
/// let evaluator = Evaluator(parameters: Parameters(calendar: calendar))
/// let evaluation = evaluator.advance(record, from: nil, to: now, mint: &mint)
/// ```
package struct Evaluator: Sendable {
  package let rules: [FlagRule]
  package let parameters: Parameters
  /// The edition of the reader of notes.
  package let readerEdition: Int

  package init(
    rules: [FlagRule] = FlagRule.all, parameters: Parameters, readerEdition: Int = Reading.edition
  ) {
    self.rules = rules
    self.parameters = parameters
    self.readerEdition = readerEdition
  }

  /// Returns what every rule finds on `day`, with the next day on which it could find otherwise if nothing
  /// new came.
  ///
  /// Rules that judge other flags find nothing here.
  ///
  /// An `earlier` evaluation of the same chronology spares judging the rules whose answer can't have changed.
  package func evaluate(
    _ chronology: Chronology, on day: CalendarDate, after earlier: DayEvaluation? = nil
  ) -> DayEvaluation {
    let judgements = rules.indices.map { index in
      if rules[index].readsFlags { return DayEvaluation.Judgement.nothing }
      if let earlier = earlier?.judgements[index], earlier.nextChange.map({ $0 > day }) ?? true {
        return earlier
      }
      var view = CaseView(chronology, on: day)
      let finding = rules[index].judge(&view, parameters)
      return DayEvaluation.Judgement(finding: finding, nextChange: view.nextChange)
    }
    return DayEvaluation(judgements: judgements)
  }
}

/// What the rules found in one chronology on one day.
package struct DayEvaluation: Hashable, Sendable {
  /// One rule's answer, and the next day on which it could be another.
  package struct Judgement: Hashable, Sendable {
    package let finding: Finding?
    package let nextChange: CalendarDate?

    /// For a rule that is judged later, once the flags of the day are known.
    static let nothing = Judgement(finding: nil, nextChange: nil)
  }

  /// In the order of the evaluator's rules.
  package let judgements: [Judgement]

  package var nextChange: CalendarDate? { judgements.compactMap(\.nextChange).min() }
}
