/// A step of the protection ladder, lowest first; the words are the canonical file's.
///
/// Ranks and what each resets follow Heed's domain reference: only a rung that was *held* counts.
package enum Rung: String, CaseIterable, Hashable, Sendable {
  case none
  case managementDecision = "management decision"
  case jointInformation = "joint information"
  case referral
  case assessment
  case strategyDiscussion = "strategy discussion"
  case s47
  case conference
  case legal
  case proceedings
  case protection

  /// 0–9; a referral and an assessment share a rank.
  package var rank: Int {
    switch self {
    case .none: 0
    case .managementDecision: 1
    case .jointInformation: 2
    case .referral, .assessment: 3
    case .strategyDiscussion: 4
    case .s47: 5
    case .conference: 6
    case .legal: 7
    case .proceedings: 8
    case .protection: 9
    }
  }

  /// The lowest rank that restarts the counts: a strategy discussion held.
  package static let resettingRank = 4

  /// The rung as a sentence names it.
  package var written: String {
    switch self {
    case .s47: "s47 enquiry"
    case .conference: "case conference"
    case .legal: "legal planning meeting"
    case .protection: "emergency protection"
    default: rawValue
    }
  }
}
