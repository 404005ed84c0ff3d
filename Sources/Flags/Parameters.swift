package import Records

/// Every threshold of the rules, with its default.
///
/// Days are calendar days unless a name says working days. The defaults are Heed's own reading of
/// the domain reference, section 4, unless a line names another source.
package struct Parameters: Hashable, Sendable {
  package var calendar: WorkingCalendar

  /// R01: the weight of contacts, in halves, at which it fires, and the window in days.
  package struct ContactLoad: Hashable, Sendable {
    package var halves: Int
    package var days: Int
  }
  package var contactsOnProtectionPlan = ContactLoad(halves: 16, days: 56)
  package var contactsInNeed = ContactLoad(halves: 16, days: 84)
  package var contactsWhenClosed = ContactLoad(halves: 8, days: 84)
  package var contactsWithConcern = 3
  /// For so long after a step down the numbers for closed cases are used.
  package var daysOfLowTolerance = 84
  package var tempoDays = 28
  package var tempoContacts = 4
  package var tempoRatio = 2

  /// R02.
  package var jigsawOfTwoDays = 28
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

  /// R08.
  package var missedDays = 180
  package var missedOf = 5
  package var missedCount = 3

  /// How long a concern stays open that nobody answered.
  package var concernOpenDays = 28

  /// R09.
  package var adultCheckWorkingDays = 5
  package var bareMentionDays = 28
  package var adultSightings = 2
  package var bareSightings = 3
  package var youngChildYears = 5

  /// R12.
  package var referralDays = 365
  package var referralsTurnedAway = 3
  package var referralsTurnedAwayAlike = 2
  package var infantYears = 2

  /// R13.
  package var backAfterClosureDays = 180
  package var backAfterStepDownDays = 84
  package var backHoldsDays = 28
  package var lowConcerns = 2

  /// Standing: after so many quiet days a flag falls one band, and is dropped at last.
  package var quietDaysToFall = 28
  package var quietDaysToLapse = 84

  package init(calendar: WorkingCalendar) {
    self.calendar = calendar
  }
}
