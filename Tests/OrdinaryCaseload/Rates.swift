/// The base rates of ordinary work, each with where it comes from.
///
/// "Ours" marks a figure for which no source was found.
enum Rates {
  // MARK: Visits

  /// Working days between visits: local standards for plans, 6 weeks in care.
  static let protectionVisit = 10
  static let inNeedVisit = 20
  static let lookedAfterVisit = 29
  static let assessmentVisit = 10
  /// Late: between the 10 and 26 in a hundred of one authority's reports.
  static let late = 0.15
  /// No access or cancelled; no published figure for the United Kingdom (ours).
  static let missedVisit = 0.07
  /// A missed visit is made good within four working days (ours); else the next one is due.
  static let madeGood = 0.9
  /// Missed health appointments: children's outpatients 14, community paediatrics 12, health
  /// visiting 10 in a hundred.
  static let missedHealth = 0.12
  static let seenWhenVisited = 0.95
  /// Alone and spoken to, from four years (ours; the standard is every other visit).
  static let seenAlone = 0.65
  static let wordsRecorded = 0.9
  static let unannounced = 0.2

  // MARK: Worries and other adults (all ours)

  static let concernOfSocialWorker = 0.14
  static let concernOfHealth = 0.06
  static let concernOfSchool = 0.12
  /// At a home visit somebody is there whom nobody names.
  static let adultUnnamed = 0.03
  /// … or whom the note does name.
  static let adultNamed = 0.001

  // MARK: Other agencies, contacts a month

  static let healthUnderFive = 0.6
  static let health = 0.2
  static let school = 0.35
  static let police = 0.04
  /// A police notice reaches social care by telephone (ours).
  static let retold = 0.6
  /// How much busier the network is around a plan: 25–40 contacts in six months are normal.
  static let networkOnPlan = 3.2
  static let networkOfAssessment = 0.5
  static let networkAfterClosure = 0.3
  /// Accidents that need a hospital, a year (ours).
  static let accidentUnderFive = 0.10
  static let accident = 0.05

  // MARK: Bruises

  /// A bruise is there to be seen at one look, by age as it stands for mobility (Sugar 1999, Kemp
  /// 2015; from four years ours).
  static func bruised(months: Int) -> Double {
    switch months {
    case ..<6: 0.022
    case ..<9: 0.067
    case ..<13: 0.178
    case ..<48: 0.52
    case ..<120: 0.35
    default: 0.15
    }
  }

  /// A visitor sees that much skin, and writes it down (ours).
  static func noticed(months: Int) -> Double { months < 13 ? 0.3 : 0.12 }

  /// The account was tested (ours): always on a baby, seldom else.
  static func tested(months: Int) -> Double { months < 9 ? 1 : 0.45 }

  // MARK: Referrals

  /// Referrals closed without an assessment: 6.5 in a hundred in 2025.
  static let noFurtherAction = 0.065
  /// Back within twelve months: 22.6 in a hundred in 2025.
  static let referredAgain = 0.226
  /// Assessment lengths around the quartiles 17, 33 and 43 working days of 2025.
  static let assessmentLengths = [12, 17, 22, 28, 33, 36, 40, 43, 45]
  /// A strategy discussion in a year of a child in need plan (ours).
  static let discussedInNeed = 0.10
}
