extension Setting {
  static let visitOverdue = under(
    "R10",
    [
      Row(
        "protection-plan-working-days", 1...60, .workingDays, \.visitWorkingDaysOnProtectionPlan,
        "On a protection plan the social worker visits at least so often.",
        source: "The commonest local minimum (Liverpool, Camden)."),
      Row(
        "in-need-working-days", 1...120, .workingDays, \.visitWorkingDaysInNeed,
        "In need the social worker visits at least so often.",
        source: "A common local minimum."),
      Row(
        "in-care-days", 1...183, .days, \.visitDaysInCare,
        "In care the social worker visits at least so often.",
        source: "Care Planning Regulations 2010, regulation 28."),
    ])

  static let planDrift = under(
    "R11",
    [
      Row(
        "assessment-working-days", 1...120, .workingDays, \.assessmentWorkingDays,
        "An assessment is completed within this.", source: "Statutory guidance."),
      Row(
        "first-core-group-working-days", 1...60, .workingDays, \.firstCoreGroupWorkingDays,
        "The first core group is held within this of the conference.",
        source: "Statutory guidance."),
      Row(
        "core-group-days", 1...183, .days, \.coreGroupDays,
        "Further core groups are held at least so often.", source: "A common local standard."),
      Row(
        "first-review-days", 1...365, .days, \.firstReviewDays,
        "The first review conference is held within this.", source: "Statutory guidance."),
      Row(
        "later-review-days", 1...365, .days, \.laterReviewDays,
        "Further review conferences are held at least so often.", source: "Statutory guidance."),
      Row(
        "plan-days", 28...1825, .days, \.planDriftDays,
        "A protection plan of so long without a higher rung is drifting."),
      Row(
        "actions-late-percent", 1...100, .percent, \.actionsLatePercent,
        "So many of its actions late at two reviews running are drift."),
      Row(
        "pre-proceedings-days", 7...730, .days, \.preProceedingsDays,
        "Pre-proceedings last no longer than this.", source: "A common local standard."),
    ])

  static let repeatReferralsNoAction = under(
    "R12",
    [
      Row(
        "window-days", 1...1825, .days, \.referralDays,
        "The referrals of so many days are counted."),
      Row(
        "turned-away", 2...20, .referrals, \.referralsTurnedAway,
        "So many turned away, or so many days of referrals with nothing held, raise a flag."),
      Row(
        "turned-away-alike", 2...20, .referrals, \.referralsTurnedAwayAlike,
        "So many raise a flag where the concern is the same or the child an infant."),
      Row(
        "infant-years", 1...18, .years, \.infantYears,
        "A child younger than this is an infant here."),
    ])

  static let closedThenBack = under(
    "R13",
    [
      Row(
        "after-closure-days", 1...1095, .days, \.backAfterClosureDays,
        "A worry within so many days of the closure is one that came back."),
      Row(
        "after-step-down-days", 1...730, .days, \.backAfterStepDownDays,
        "A worry within so many days of a step down is one that came back."),
      Row(
        "holds-days", 1...365, .days, \.backHoldsDays,
        "The flag holds for so many days after the last worry."),
      Row(
        "low-concerns", 1...20, .concerns, \.lowConcerns,
        "So many low concerns weigh as much as one that is graver."),
    ])
}
