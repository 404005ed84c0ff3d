import Reading

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
  /// Two mentions with the same key are the same adult; nil for a bare "yes", which is one unknown adult.
  package let key: String?
  /// The words of the record.
  package let description: String?
  /// Who they were said to be: friend, uncle, lodger.
  package let roles: Set<String>

  /// Reads the column `other_adults_noted`: the adults that it mentions, none of whom was known before.
  static func read(_ text: String) -> [NotedAdult] {
    ReadingMemory.shared.reading(of: text, as: .otherAdultsNoted).adults.map(NotedAdult.init)
  }

  /// An adult with a name is keyed by it, anybody else by the words that describe them.
  private init(_ read: ReadAdult) {
    let words = Wording(read.description).words
    let roles = Set(read.roles).union(words.compactMap(NotedAdult.role))
    let bare = Set(["yes", "?"]).contains(words.joined(separator: " ")) || words.isEmpty
    self.init(
      key: read.name.map(NotedAdult.key) ?? (bare ? nil : words.joined(separator: " ")),
      description: bare && read.name == nil ? nil : NotedAdult.closed(read.description),
      roles: roles)
  }

  /// Closes a bracket that `words` leaves open, as it was closed in the text they come from.
  private static func closed(_ words: String) -> String {
    let isOpen = words.count { $0 == "(" } > words.count { $0 == ")" }
    return trimmed(words) + (isOpen ? ")" : "")
  }

  /// A name reduced to what tells people apart: without case, accents, blanks, punctuation and words for a
  /// role.
  static func key(_ name: String) -> String {
    let parts = folded(name).split(separator: " ").filter { role(String($0)) == nil }
    return (parts.isEmpty ? folded(name) : parts.joined()).filter { $0 != " " }
  }

  init(key: String?, description: String?, roles: Set<String>) {
    self.key = key
    self.description = description
    self.roles = roles
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
}
