/// One time that an adult who is no known member of the household was seen, heard of or written
/// down.
package struct AdultSighting: Hashable, Sendable {
  package let adult: NotedAdult
  package let evidence: Evidence
  /// The adult is said to stay overnight.
  package var isOvernight = false
  /// The adult is said to look after the child.
  package var isCaring = false

  package var date: CalendarDate { evidence.date }
}

extension AdultSighting: Dated {}

/// An adult as the record describes them, before anybody has checked who they are.
package struct NotedAdult: Hashable, Sendable {
  /// What makes two mentions the same adult; nil for a bare "yes", which is one unknown adult.
  package let key: String?
  /// The words of the record.
  package let description: String?
  /// Who they were said to be: friend, uncle, lodger.
  package let roles: Set<String>

  /// Reads the column `other_adults_noted`; several adults stand apart by semicolons.
  static func read(_ text: String) -> [NotedAdult] {
    switch Wording(text).words {
    case [], ["no"], ["unknown"], ["none"], ["nil"]: []
    case ["yes"]: [NotedAdult(key: nil, description: nil, roles: [])]
    default: text.split(separator: ";").compactMap { NotedAdult(mention: String($0)) }
    }
  }

  init(key: String?, description: String?, roles: Set<String>) {
    self.key = key
    self.description = description
    self.roles = roles
  }

  private init?(mention: String) {
    let outside = mention.prefix { $0 != "(" }
    let all = Wording(mention)
    guard !all.words.isEmpty else { return nil }
    let roles = Set(all.words.compactMap(NotedAdult.role))
    let naming = Wording(String(outside.isEmpty ? mention[...] : outside))
    // A name tells two mentions apart or together whatever role is claimed for it.
    let name = naming.words.filter { NotedAdult.role($0) == nil && !NotedAdult.filler.contains($0) }
    let key = name.isEmpty ? naming.words : name
    self.init(
      key: key.joined(separator: " "), description: trimmed(mention), roles: roles)
  }

  static func role(_ word: String) -> String? {
    if roleWords.contains(word) { return word }
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    return roleWords.contains(singular) ? singular : nil
  }

  private static let roleWords: Set<String> = [
    "friend", "partner", "boyfriend", "girlfriend", "husband", "wife", "uncle", "aunt", "cousin",
    "brother", "sister", "grandfather", "grandmother", "stepfather", "stepmother", "lodger",
    "neighbour", "babysitter", "visitor", "colleague", "landlord", "flatmate",
  ]
  private static let filler: Set<String> = [
    "a", "an", "the", "of", "his", "her", "their", "new", "s", "mother", "mum", "father", "dad",
    "maternal", "paternal", "family", "man", "woman", "male", "female", "adult", "called", "named",
  ]
}
