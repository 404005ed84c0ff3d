package import Records

extension FactFault {
  /// What can't be and how to mend it, in one sentence without a full stop.
  package var words: String {
    switch self {
    case .unknownKind:
      "there is no such kind of fact; there are \(FactKind.all.map(\.id).joined(separator: ", "))"
    case .unknownStep(let kind):
      "say what happened to the \(kind.id): \(kind.steps.map(\.name).joined(separator: ", "))"
    case .unknownField(let name, let kind):
      "\(kind.id) has no field \(Printed.name(name)); it has \(kind.fields.map(\.name).joined(separator: ", "))"
    case .missing(let field): "\(field.name) is missing (\(field.label)): give \(field.allowed)"
    case .notAllowed(let field):
      "\(field.name) takes \(field.allowed): type it again"
    case .inFuture: "the day lies in the future; what is only planned has a field of its own"
    case .beforeBirth(let field):
      "\(field?.name ?? "the day") lies before the child's birth; check it and the date of birth"
    case .endsBeforeStart(let field):
      "\(field.name) lies before the day on which it began; check both days"
    case .nothingToContinue(let kind):
      "no \(kind.id) of that name is on record to go on with; record its beginning first, or check the name"
    case .reviewTooLate(let field, let latest):
      "\(field.name) is too late; the latest day is \(latest)"
    }
  }
}

extension AnswerFault {
  /// What can't be and how to mend it, in one sentence without a full stop.
  package var words: String {
    switch self {
    case .alreadyAnswered:
      "the flag has an answer that stands; another follows it only if it is said to be given instead"
    case .dueHasPassed: "the day of the promise has passed; give today or a later day"
    case .dueTooLate(let latest): "the day of the promise is too late; the latest is \(latest)"
    case .notByDecision:
      "that a flag has no answer is not decided away; answer the flag that it speaks of"
    case .reviewHasPassed: "the review has passed already; give today or a later day"
    case .reviewTooLate(let latest): "the review is too late; the latest day is \(latest)"
    case .signedByAuthor: "a decision is signed by another than its author"
    case .signerTooJunior(let needed): "a \(needed.title) or somebody above signs this one"
    case .nothingToSign: "no decision on this flag awaits a signature"
    case .noSecret: "the signer has set no secret yet; heed secret sets it, under their own account"
    case .wrongSecret: "that is not the secret; nothing was changed"
    }
  }
}

/// Shows what somebody typed as a name, but only where it can be one.
private enum Printed {
  static func name(_ text: String) -> String {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      ? text : "of that name"
  }
}
