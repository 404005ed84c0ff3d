/// Why a fact is refused; names the field and never what was typed.
package enum FactFault: Error, Hashable, Sendable {
  case unknownKind
  case unknownStep(FactKind)
  case unknownField(String, FactKind)
  case missing(FactField)
  case notAllowed(FactField)

  // Values that can't be true together.
  /// The day of the fact lies in the future.
  case inFuture
  /// The day of the fact, or of this field, lies before the child could be.
  case beforeBirth(FactField?)
  /// This field's day lies before the day of the fact.
  case endsBeforeStart(FactField)
  /// No matter of this name is on record, so that there is nothing to continue.
  case nothingToContinue(FactKind)
  /// The review day is later than a decision may stay in force.
  case reviewTooLate(FactField, latest: CalendarDate)
}
