import Records
import Storage

extension ExitStatus {
  /// What a store's refusal means to a script.
  init(_ error: StoreError) {
    switch error {
    case .duplicateChild, .duplicatePerson, .unknownChild, .unknownContact, .unknownFact,
      .unknownFlag, .unknownPerson, .flagCleared, .changedElsewhere, .impossibleFact:
      self = .dataWrong
    case .impossibleAnswer(let fault): self.init(fault)
    case .impossibleRemoval(let fault): self.init(fault)
    case .cancelled: self = .interrupted
    case .noStore, .notAStore, .programTooOld, .storeTooOld, .busy, .held, .serverLost, .locked,
      .vaultFailed:
      self = .storeUnavailable
    case .alreadyExists, .cannotCreate: self = .outputImpossible
    case .notPermitted, .refusedByRights, .openQuestions: self = .notPermitted
    case .full, .readOnly, .damaged, .uncertain, .diskFailed, .failed: self = .inputOutput
    }
  }
}

extension ExitStatus {
  /// Who may not sign is not permitted; all else is wrong in what was said.
  init(_ fault: AnswerFault) {
    switch fault {
    case .signedByAuthor, .signerTooJunior, .wrongSecret, .noSecret: self = .notPermitted
    case .alreadyAnswered, .dueHasPassed, .dueTooLate, .notByDecision, .reviewHasPassed,
      .reviewTooLate,
      .nothingToSign:
      self = .dataWrong
    }
  }

  /// Whoever may not approve, and what is held or not due, is not permitted; all else is wrong in
  /// what was said.
  init(_ fault: RemovalFault) {
    switch fault {
    case .held, .notDue, .notInSchedule, .birthUnknown, .approvedByProposer, .tooJunior, .noSecret,
      .wrongSecret, .liftedByProposer:
      self = .notPermitted
    case .unknownRemoval, .unknownHold, .neverAmended, .alreadyDone, .refused, .changedSince,
      .impossibleDeath:
      self = .dataWrong
    case .tracesLeft: self = .inputOutput
    }
  }
}
