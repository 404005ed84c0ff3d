package import Records

extension FlagRule {
  /// Every rule, in the order of its published number.
  package static let all: [FlagRule] = [
    contactsWithoutEscalation,
    agenciesWithoutJointDiscussion,
    repeatedInjuriesUntested,
    injuryBeforeMobility,
    explanationChanged,
    childNotSeen,
    notSeenAlone,
    missedContacts,
    unassessedAdult,
    visitOverdue,
    planDrift,
    repeatReferralsNoAction,
    closedThenBack,
    notShared,
    flagUnanswered,
    agreementWithoutChange,
    conditionBreached,
    oversightThinning,
    handsChanged,
    steppingDownOpenQuestion,
    familyConcernSetAside,
    askedNotHeld,
    losingSight,
    incidentsPilingUp,
    recordMissing,
  ]

  /// The rule with an id; nil for one that this version does not know.
  package static func of(_ id: RuleID) -> FlagRule? { all.first { $0.id == id } }

  /// The rungs that answer a rule's flags, from the lowest; never `.none`, even where `.none` clears the
  /// flag.
  package static func answeringRungs(of id: RuleID) -> [Rung] {
    let lowest = of(id)?.clearingRung ?? .none
    return Rung.allCases.filter { $0 != .none && $0.rank >= lowest.rank }
  }
}
