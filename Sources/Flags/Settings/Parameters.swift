package import Records

/// Every threshold of the rules, with its default.
///
/// Days are calendar days unless a name says working days. The defaults are Heed's own reading of
/// the domain reference, section 4, unless a line names another source. Each has a line in
/// `Setting.all`, from which rulebooks, the catalogue and the checks are made.
package struct Parameters: Hashable, Sendable {
  /// The name that its authors give to this set of thresholds.
  package var edition = "Heed defaults 2026-11"
  package var calendar: WorkingCalendar

  /// R01: the weight of contacts, in halves, at which it fires, and the window in days.
  package struct ContactLoad: Hashable, Sendable {
    package var halves: Int
    package var days: Int
  }
  package var contactsOnProtectionPlan = ContactLoad(halves: 14, days: 56)
  package var contactsInNeed = ContactLoad(halves: 14, days: 84)
  package var contactsWhenClosed = ContactLoad(halves: 8, days: 84)
  package var contactsWithConcern = 3
  /// How many days after a step down the numbers for closed cases apply.
  package var daysOfLowTolerance = 84
  package var tempoDays = 28
  package var tempoContacts = 4
  package var tempoRatio = 2

  /// R02.
  package var jigsawOfTwoDays = 21
  package var jigsawOfThreeDays = 84

  /// R03: points, and windows in days.
  package var injuryPointsSoon = 2
  package var injuryDaysSoon = 90
  package var injuryPointsLong = 3
  package var injuryDaysLong = 365

  /// R06: 4 and 6 weeks are Southwark's standard for a child on a protection plan.
  package var unseenBySocialWorkerDays = 28
  package var unseenDays = 42
  package var unseenTodayOnProtectionPlan = 42
  package var unseenTodayInNeed = 56
  package var unseenTodayLookedAfter = 84
  package var visitsNotSeen = 2

  /// R07: visits of the social worker running; from four years a child is spoken to alone.
  package var visitsNotAlone = 3
  package var visitsNotAloneOnProtectionPlan = 2
  package var aloneFromYears = 4
  package var visitsWithoutWords = 3
  package var answeredFor = 2
  package var answeredForOf = 5

  /// R08.
  package var missedDays = 180
  package var missedOf = 5
  package var missedCount = 3

  /// How many days a concern that nobody answered stays open.
  package var concernOpenDays = 28

  /// R09.
  package var adultCheckWorkingDays = 5
  package var adultAssessedWorkingDays = 20
  package var bareMentionDays = 21
  package var adultSightings = 2
  package var bareSightings = 3
  package var youngChildYears = 5

  /// R10: ten working days is the commonest local minimum on a protection plan, twenty in need; six
  /// weeks in care are the Care Planning Regulations 2010, regulation 28.
  package var visitWorkingDaysOnProtectionPlan = 10
  package var visitWorkingDaysInNeed = 20
  package var visitDaysInCare = 42

  /// R11: 45 working days, 10 working days and three and six months are statutory guidance; six
  /// weeks between core groups and sixteen of pre-proceedings are common local standards.
  package var assessmentWorkingDays = 45
  package var firstCoreGroupWorkingDays = 10
  package var coreGroupDays = 42
  package var firstReviewDays = 91
  package var laterReviewDays = 182
  package var planDriftDays = 274
  package var actionsLatePercent = 50
  package var preProceedingsDays = 112

  /// R12.
  package var referralDays = 365
  package var referralsTurnedAway = 3
  package var referralsTurnedAwayAlike = 2
  package var infantYears = 2

  /// R13.
  package var backAfterClosureDays = 180
  package var backAfterStepDownDays = 84
  package var backHoldsDays = 21
  package var lowConcerns = 2

  /// R14.
  package var shareWorkingDays = 1

  /// R16.
  package var cycles = 2
  package var cycleDays = 180
  package var concernBackDays = 84
  package var wordsOfParent = 3
  package var sustainedDays = 56
  package var reviewEveDays = 14
  package var reviewUsualDays = 56
  package var reviewAfterDays = 28
  package var reviewAppointments = 4

  /// R17.
  package var conditionEndsWorkingDays = 5

  /// R18: monthly supervision of a child on a protection plan is a local standard (Bolton).
  package var supervisionDays = 35
  package var oversightDays = 56
  package var oversightContacts = 4

  /// R19.
  package var hands = 3
  package var handsDays = 365
  package var unallocatedWorkingDays = 3
  package var handoverWorkingDays = 5

  /// R21.
  package var setAside = 2
  package var setAsideDays = 180

  /// R22: a day for a strategy discussion is the common local standard; the stages of a challenge
  /// have no national times.
  package var strategyReplyWorkingDays = 1
  package var medicalReplyWorkingDays = 1
  package var checksReplyWorkingDays = 1
  package var legalReplyWorkingDays = 10
  package var challengeFirstWorkingDays = 1
  package var challengeSecondWorkingDays = 2
  package var challengeThirdWorkingDays = 3
  package var challengeFourthWorkingDays = 5

  /// R23: attendance under 90 % is persistent absence.
  package var absentSchoolDays = 10
  package var attendancePercent = 90
  package var addressWorkingDays = 5
  package var addressDays = 180

  /// R24.
  package var incidentsLong = 3
  package var incidentDaysLong = 365
  package var incidentsWithChild = 2
  package var incidentDaysSoon = 60

  /// R25.
  package var noteWorkingDays = 2

  /// Evaluation: the quiet days after which a flag drops a band, and after which it lapses.
  package var quietDaysToFall = 28
  package var quietDaysToLapse = 84

  package init(calendar: WorkingCalendar) {
    self.calendar = calendar
  }
}
