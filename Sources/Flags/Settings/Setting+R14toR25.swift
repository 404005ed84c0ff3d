import Records

extension Setting {
  static let notShared = under(
    "R14",
    [
      Row(
        "share-working-days", 0...20, .workingDays, \.shareWorkingDays,
        "A concern is shared with the social worker within this.")
    ])

  static let flagUnanswered = under(
    "R15",
    [
      Row(
        "today-working-hours", 1...16, .hours, \.calendar.answerTimes.hoursToday,
        "A flag of today is answered within this."),
      Row(
        "this-week-working-days", 1...10, .workingDays, \.calendar.answerTimes.daysThisWeek,
        "A flag of this week is answered within this."),
      Row(
        "supervision-working-days", 1...60, .workingDays, \.calendar.answerTimes.daysSupervision,
        "A flag of supervision is answered within this."),
      Row(
        "review-today-working-days", 1...10, .workingDays,
        \.calendar.answerTimes.reviewDaysToday,
        "A decision on a flag of today stands no longer than this."),
      Row(
        "review-working-days", 1...60, .workingDays, \.calendar.answerTimes.reviewDays,
        "Any other decision stands no longer than this."),
    ])

  static let agreementWithoutChange = under(
    "R16",
    [
      Row(
        "cycles", 1...20, .times, \.cycles,
        "An agreement broken and the concern back so many times raises a flag."),
      Row(
        "window-days", 1...1825, .days, \.cycleDays,
        "The agreements and improvements of so many days are looked at."),
      Row(
        "concern-back-days", 1...365, .days, \.concernBackDays,
        "A concern within this of the broken agreement is the same one back."),
      Row(
        "improvements-on-word", 1...20, .times, \.wordsOfParent,
        "So many improvements on a parent's word alone raise a flag."),
      Row(
        "sustained-days", 1...365, .days, \.sustainedDays,
        "Change is sustained when no concern came for so long."),
      Row(
        "review-eve-days", 1...90, .days, \.reviewEveDays,
        "So long before a review appointments are better kept than usual."),
      Row(
        "review-usual-days", 1...365, .days, \.reviewUsualDays,
        "The days before those show what is usual."),
      Row(
        "review-after-days", 1...180, .days, \.reviewAfterDays,
        "Within this after a review it is as it was."),
      Row(
        "review-appointments", 1...50, .appointments, \.reviewAppointments,
        "Fewer appointments than these show no usual rate."),
    ])

  static let conditionBreached = under(
    "R17",
    [
      Row(
        "ends-working-days", 0...60, .workingDays, \.conditionEndsWorkingDays,
        "A condition that ends within this and has no replacement raises a flag.")
    ])

  static let oversightThinning = under(
    "R18",
    [
      Row(
        "supervision-days", 1...365, .days, \.supervisionDays,
        "On a protection plan the case is discussed in supervision at least so often.",
        source: "Bolton, monthly supervision of each child on a protection plan."),
      Row(
        "compared-days", 7...365, .days, \.oversightDays,
        "Contacts and supervisions of so many days are set beside those before."),
      Row(
        "contacts", 1...50, .contacts, \.oversightContacts,
        "Fewer contacts before than these show no rise."),
    ])

  static let handsChanged = under(
    "R19",
    [
      Row("workers", 2...20, .workers, \.hands, "So many allocated workers raise a flag."),
      Row("window-days", 1...1825, .days, \.handsDays, "The workers of so many days are counted."),
      Row(
        "unallocated-working-days", 0...60, .workingDays, \.unallocatedWorkingDays,
        "Nobody allocated for longer than this raises a flag."),
      Row(
        "handover-working-days", 0...60, .workingDays, \.handoverWorkingDays,
        "A new worker confirms within this that they read the chronology."),
    ])

  static let familyConcernSetAside = under(
    "R21",
    [
      Row("set-aside", 1...20, .concerns, \.setAside, "So many set aside raise a flag."),
      Row("window-days", 1...1825, .days, \.setAsideDays, "Those of so many days are counted."),
    ])

  static let askedNotHeld = under(
    "R22",
    [
      Row(
        "strategy-working-days", 0...20, .workingDays, \.strategyReplyWorkingDays,
        "A strategy discussion is held within this of being asked for.",
        source: "A common local standard."),
      Row(
        "medical-working-days", 0...20, .workingDays, \.medicalReplyWorkingDays,
        "A medical is held within this of being asked for."),
      Row(
        "checks-working-days", 0...20, .workingDays, \.checksReplyWorkingDays,
        "Checks are back within this.", source: "A day for amber checks is the common standard."),
      Row(
        "legal-working-days", 0...60, .workingDays, \.legalReplyWorkingDays,
        "A legal planning meeting is held within this of being asked for."),
      Row(
        "challenge-first-working-days", 0...60, .workingDays, \.challengeFirstWorkingDays,
        "A challenge of the first stage is answered within this."),
      Row(
        "challenge-second-working-days", 0...60, .workingDays, \.challengeSecondWorkingDays,
        "One of the second stage is answered within this."),
      Row(
        "challenge-third-working-days", 0...60, .workingDays, \.challengeThirdWorkingDays,
        "One of the third stage is answered within this."),
      Row(
        "challenge-fourth-working-days", 0...60, .workingDays, \.challengeFourthWorkingDays,
        "One of the fourth stage is answered within this."),
    ])

  static let losingSight = under(
    "R23",
    [
      Row(
        "absent-school-days", 1...60, .days, \.absentSchoolDays,
        "So many school days absent running raise a flag."),
      Row(
        "attendance-percent", 1...100, .percent, \.attendancePercent,
        "Attendance under this raises a flag.", source: "Persistent absence, by the school census."),
      Row(
        "confirm-move-working-days", 0...60, .workingDays, \.addressWorkingDays,
        "A new address is confirmed within this of the move."),
      Row(
        "confirm-days", 1...730, .days, \.addressDays,
        "An address is confirmed again at least so often."),
    ])

  static let incidentsPilingUp = under(
    "R24",
    [
      Row("incidents", 1...50, .incidents, \.incidentsLong, "So many raise a flag."),
      Row("window-days", 1...1825, .days, \.incidentDaysLong, "Those of so many days are counted."),
      Row(
        "with-child", 1...50, .incidents, \.incidentsWithChild,
        "So many with the child present raise a flag."),
      Row(
        "with-child-days", 1...730, .days, \.incidentDaysSoon,
        "Those with the child present of so many days are counted."),
    ])

  static let recordMissing = under(
    "R25",
    [
      Row(
        "note-working-days", 0...20, .workingDays, \.noteWorkingDays,
        "A planned visit has its note within this.", source: "Liverpool, two working days.")
    ])
}
