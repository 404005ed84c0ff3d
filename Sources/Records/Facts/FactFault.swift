/// Why a fact can't be taken in; names the field and never what was typed.
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
  /// A thing of this name was never begun, so that it can't go on.
  case nothingToContinue(FactKind)
  /// The review lies later than a decision may stand.
  case reviewTooLate(FactField, latest: CalendarDate)
}
