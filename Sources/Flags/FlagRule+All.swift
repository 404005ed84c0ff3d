extension FlagRule {
  /// Every rule, in the order of its published number.
  package static let all: [FlagRule] = [
    contactsWithoutEscalation,
    agenciesWithoutJointDiscussion,
    repeatedInjuriesUntested,
    injuryBeforeMobility,
    childNotSeen,
    missedContacts,
    unassessedAdult,
    repeatReferralsNoAction,
    closedThenBack,
  ]
}
