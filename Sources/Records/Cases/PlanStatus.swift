/// The part of the law or the service under which a child is helped on a day; the raw values are the
/// canonical file's words.
package enum PlanStatus: String, CaseIterable, Hashable, Sendable {
  case earlyHelp = "early help"
  case assessment
  case childInNeed = "cin"
  case childProtection = "cp"
  case lookedAfter = "cla"
  case closed

  /// How much protection the status gives; assessment and child in need share a level, so that a move between
  /// them is no step down.
  package var level: Int {
    switch self {
    case .closed: 0
    case .earlyHelp: 1
    case .assessment, .childInNeed: 2
    case .childProtection: 3
    case .lookedAfter: 4
    }
  }

  /// What a narrow column shows.
  package var short: String {
    switch self {
    case .earlyHelp: "EH"
    case .assessment: "Asst"
    case .childInNeed: "CIN"
    case .childProtection: "CP"
    case .lookedAfter: "CLA"
    case .closed: "Clsd"
    }
  }

  /// What a heading shows.
  package var written: String {
    switch self {
    case .earlyHelp: "early help"
    case .assessment: "assessment"
    case .childInNeed: "child in need plan"
    case .childProtection: "child protection plan"
    case .lookedAfter: "child in care"
    case .closed: "closed"
    }
  }
}
