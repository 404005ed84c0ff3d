/// How soon a flag needs an answer.
package enum Band: String, CaseIterable, Hashable, Comparable, Sendable {
  case today = "A"
  case thisWeek = "B"
  case supervision = "C"
  case recordGap = "D"

  private var order: Int {
    switch self {
    case .today: 0
    case .thisWeek: 1
    case .supervision: 2
    case .recordGap: 3
    }
  }

  /// The more urgent band comes first.
  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// The word on a list.
  package var word: String {
    switch self {
    case .today: "TODAY"
    case .thisWeek: "WEEK"
    case .supervision: "SUPV"
    case .recordGap: "RECORD"
    }
  }

  /// The band in a sentence.
  package var written: String {
    switch self {
    case .today: "act today"
    case .thisWeek: "this week"
    case .supervision: "next supervision"
    case .recordGap: "record gap"
    }
  }

  /// The band as it follows a number in a title.
  package var inTitle: String {
    switch self {
    case .today: "today"
    case .thisWeek: "this week"
    case .supervision: "supervision"
    case .recordGap: "record"
    }
  }

  /// Its place among all, the most urgent 0.
  package var place: Int { order }

  /// One band more urgent; today stays today.
  package var raised: Band {
    switch self {
    case .today, .thisWeek: .today
    case .supervision: .thisWeek
    case .recordGap: .supervision
    }
  }

  /// One band less urgent, but never below the next supervision.
  package var fallen: Band {
    self == .today ? .thisWeek : max(self, .supervision)
  }
}
