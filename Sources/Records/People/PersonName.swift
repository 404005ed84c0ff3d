/// A person's name by its parts, so that two ways of writing it can be compared.
///
/// `Rowe, Ida`, `Ida Rowe`, `Mrs I. Rowe` and `ida rowe` agree; `Ida Row` and `Iain Rowe` agree with
/// none of them.
package struct PersonName: Hashable, Sendable {
  /// Forenames, then the surname, each folded; without titles.
  private let parts: [String]

  package init(_ text: String) {
    let halves = text.split(separator: ",", maxSplits: 1).map(PersonName.parts)
    parts = halves.count == 2 ? halves[1] + halves[0] : halves.first ?? []
  }

  /// The part by which a list of names is searched.
  package var last: String { parts.last ?? "" }

  /// Whether both may be one person's: the same last part, first parts of which one may be the
  /// initial of the other, and no middle name that contradicts another.
  package func agrees(with other: PersonName) -> Bool {
    guard parts.last == other.parts.last, parts.count > 1, other.parts.count > 1 else {
      return parts == other.parts
    }
    guard PersonName.agree(parts[0], other.parts[0]) else { return false }
    let (mine, theirs) = (parts.dropFirst().dropLast(), other.parts.dropFirst().dropLast())
    if mine.isEmpty || theirs.isEmpty { return true }
    return mine.count == theirs.count && zip(mine, theirs).allSatisfy(PersonName.agree)
  }

  package func agrees(with text: String) -> Bool { agrees(with: PersonName(text)) }

  /// Whether two parts are the same, or one is the initial of the other.
  private static func agree(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    return (left.count == 1 || right.count == 1) && left.first == right.first
  }

  private static func parts(of text: some StringProtocol) -> [String] {
    let words = folded(text).split(separator: " ").map(String.init)
    let untitled = words.drop { titles.contains($0) }
    return untitled.isEmpty ? words : Array(untitled)
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof"]
}
