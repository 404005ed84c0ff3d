internal import Records

/// The adults that a worker noted, read from one line: `Danny, a friend; ?`.
///
/// A `?` is an adult whom nobody named, but who must stay on record as a sighting: alone it becomes `yes`,
/// beside others it becomes words.
struct OtherAdults: Hashable, Sendable {
  /// The value of the column `other_adults_noted`; nil when nothing was typed.
  let column: String?
  /// How the line was understood; nil when it names nobody.
  let echo: String?

  init(typed text: String) {
    let mentions = text.split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
    let unnamed = mentions.count { OtherAdults.isUnnamed($0) }
    guard unnamed > 0 else {
      column = mentions.isEmpty ? nil : mentions.joined(separator: "; ")
      echo = OtherAdults.saysNobody(mentions) ? nil : counted(mentions.count, "adult")
      return
    }
    var number = 0
    let words = mentions.map { mention in
      guard OtherAdults.isUnnamed(mention) else { return mention }
      number += 1
      return OtherAdults.unknown[min(number, OtherAdults.unknown.count) - 1]
    }
    column = mentions.count == 1 ? "yes" : words.joined(separator: "; ")
    echo =
      mentions.count == 1
      ? "an adult, not named: ask who, and check"
      : "\(counted(mentions.count, "adult")), \(unnamed) not named: ask who, and check"
  }

  /// What each of several unnamed adults is called, so that they stay apart; from the fourth on they share a name.
  private static let unknown = [
    "unknown adult", "another unknown adult", "a third unknown adult", "a fourth unknown adult",
  ]

  private static func isUnnamed(_ mention: String) -> Bool { mention.allSatisfy { $0 == "?" } }

  private static func saysNobody(_ mentions: [String]) -> Bool {
    guard let only = mentions.first else { return true }
    return mentions.count == 1 && ["no", "none", "nil", "unknown"].contains(only.lowercased())
  }
}
