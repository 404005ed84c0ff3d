extension Setting {
  static let contactsWithoutEscalation = under(
    "R01",
    [
      Row(
        "protection-plan-weight", 1...200, .halfContacts, \.contactsOnProtectionPlan.halves,
        "On a protection plan contacts of this weight raise a flag."),
      Row(
        "protection-plan-days", 1...365, .days, \.contactsOnProtectionPlan.days,
        "On a protection plan the contacts of so many days are weighed."),
      Row(
        "in-need-weight", 1...200, .halfContacts, \.contactsInNeed.halves,
        "In need, in assessment or looked after, contacts of this weight raise a flag."),
      Row(
        "in-need-days", 1...365, .days, \.contactsInNeed.days,
        "In need, in assessment or looked after, the contacts of so many days are weighed."),
      Row(
        "closed-weight", 1...200, .halfContacts, \.contactsWhenClosed.halves,
        "In early help or closed, contacts of this weight raise a flag."),
      Row(
        "closed-days", 1...365, .days, \.contactsWhenClosed.days,
        "In early help or closed, the contacts of so many days are weighed."),
      Row(
        "contacts-with-concern", 1...50, .contacts, \.contactsWithConcern,
        "At least so many of the weighed contacts must hold a concern."),
      Row(
        "low-tolerance-days", 0...365, .days, \.daysOfLowTolerance,
        "For so long after a step down the numbers for a closed case are used."),
      Row(
        "tempo-days", 1...182, .days, \.tempoDays,
        "The contacts of so many days are set beside those of as many days before."),
      Row(
        "tempo-contacts", 1...50, .contacts, \.tempoContacts,
        "Fewer contacts than these are no rise."),
      Row(
        "tempo-ratio", 1...10, .times, \.tempoRatio,
        "Contacts rise when they are so many times those before."),
    ])

  static let agenciesWithoutJointDiscussion = under(
    "R02",
    [
      Row(
        "two-agencies-days", 1...365, .days, \.jigsawOfTwoDays,
        "Concerns of two agencies within so many days ask for a meeting."),
      Row(
        "three-agencies-days", 1...730, .days, \.jigsawOfThreeDays,
        "Concerns of three agencies within so many days ask for a meeting."),
    ])

  static let repeatedInjuriesUntested = under(
    "R03",
    [
      Row(
        "soon-points", 1...20, .points, \.injuryPointsSoon,
        "So many points in the short window raise a flag."),
      Row(
        "soon-days", 1...730, .days, \.injuryDaysSoon,
        "The short window."),
      Row(
        "long-points", 1...20, .points, \.injuryPointsLong,
        "So many points in the long window raise a flag."),
      Row(
        "long-days", 1...1825, .days, \.injuryDaysLong,
        "The long window."),
    ])

  static let childNotSeen = under(
    "R06",
    [
      Row(
        "by-social-worker-days", 1...180, .days, \.unseenBySocialWorkerDays,
        "On a protection plan the social worker may not have seen the child for so long.",
        source: "Southwark, visiting standard for children on a protection plan."),
      Row(
        "by-anyone-days", 1...180, .days, \.unseenDays,
        "Nobody may have seen an open child for so long.",
        source: "Southwark, visiting standard for children on a protection plan."),
      Row(
        "today-protection-plan-days", 1...365, .days, \.unseenTodayOnProtectionPlan,
        "On a protection plan, unseen for longer than this is for today."),
      Row(
        "today-in-need-days", 1...365, .days, \.unseenTodayInNeed,
        "In need or in assessment, unseen for longer than this is for today."),
      Row(
        "today-looked-after-days", 1...365, .days, \.unseenTodayLookedAfter,
        "Looked after, unseen for longer than this is for today."),
      Row(
        "visits-not-seen", 1...20, .visits, \.visitsNotSeen,
        "So many visits running without the child being seen raise a flag."),
    ])

  static let notSeenAlone = under(
    "R07",
    [
      Row(
        "not-alone", 1...20, .visits, \.visitsNotAlone,
        "So many visits running not alone raise a flag."),
      Row(
        "not-alone-protection-plan", 1...20, .visits, \.visitsNotAloneOnProtectionPlan,
        "On a protection plan so many visits running not alone raise a flag."),
      Row(
        "alone-from-years", 1...18, .years, \.aloneFromYears,
        "From this age on a child is to be spoken to alone."),
      Row(
        "without-words", 1...20, .visits, \.visitsWithoutWords,
        "So many visits running without words or observation raise a flag."),
      Row(
        "answered-for", 1...20, .visits, \.answeredFor,
        "So many visits at which a carer answered for the child raise a flag."),
      Row(
        "answered-for-of", 1...50, .visits, \.answeredForOf,
        "So many of the latest visits are looked at for that."),
    ])

  static let missedContacts = under(
    "R08",
    [
      Row(
        "window-days", 1...730, .days, \.missedDays,
        "The appointments of so many days are looked at."),
      Row(
        "last-appointments", 2...50, .appointments, \.missedOf,
        "Of those, so many of the latest are looked at."),
      Row(
        "missed", 1...50, .appointments, \.missedCount,
        "So many missed among the latest raise a flag."),
    ])

  static let unassessedAdult = under(
    "R09",
    [
      Row(
        "check-working-days", 1...60, .workingDays, \.adultCheckWorkingDays,
        "By then somebody should have checked who the adult is."),
      Row(
        "assess-working-days", 1...120, .workingDays, \.adultAssessedWorkingDays,
        "By then an adult who stays overnight or cares for the child should be assessed."),
      Row(
        "bare-mention-days", 1...365, .days, \.bareMentionDays,
        "Two mentions of an adult without a word about them count within so many days."),
      Row(
        "described-sightings", 1...20, .sightings, \.adultSightings,
        "So many of one named or described adult are for today."),
      Row(
        "bare-sightings", 1...20, .sightings, \.bareSightings,
        "So many of an adult without a word about them are for today."),
      Row(
        "young-child-years", 1...18, .years, \.youngChildYears,
        "Any such adult around a child younger than this is for today."),
    ])
}
