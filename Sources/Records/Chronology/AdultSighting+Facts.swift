extension AdultSighting {
  /// The sighting that `record` states; nil for any other step, such as naming or checking the adult.
  init?(_ record: FactRecord) {
    guard record.fact.kind == .adult, record.fact.step.name == "sighted",
      let adult = NotedAdult(record.fact)
    else { return nil }
    self.init(
      adult: adult, evidence: Evidence(record), isOvernight: record.fact.says(.overnight) == true,
      isCaring: record.fact.says(.caresForChild) == true)
  }
}

extension NotedAdult {
  /// The adult that a fact names, under the key that the same words would give in a contact.
  package init?(_ fact: Fact) {
    guard let words = fact.text(.adult) else { return nil }
    // The field names an adult, whatever the words would say in a note.
    let read =
      NotedAdult.read(words).first
      ?? NotedAdult(key: NotedAdult.key(words), description: words, roles: [])
    let claimed =
      fact.text(.claimedRole).map { Wording($0).words.compactMap(NotedAdult.role) } ?? []
    self.init(key: read.key, description: read.description, roles: read.roles.union(claimed))
  }
}

/// How far the checks on an adult have got.
package enum AdultStatus: Int, Comparable, Hashable, Sendable {
  case sighted, named, checksRequested, checked, assessed

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The highest step that a matter has reached.
  ///
  /// An adult found safe, under conditions or excluded has been assessed; one who does not live here
  /// and whose identity is confirmed asks no further question.
  package init(_ matter: Matter) {
    self = matter.records.map { AdultStatus(step: $0.fact.step.name) }.max() ?? .sighted
  }

  private init(step: String) {
    switch step {
    case "named": self = .named
    case "checks requested": self = .checksRequested
    case "checked": self = .checked
    case "identity confirmed", "assessed", "safe", "conditions", "excluded": self = .assessed
    default: self = .sighted
    }
  }

  /// What a reason line says of the checks.
  package var written: String {
    switch self {
    case .sighted, .named: "none"
    case .checksRequested: "asked"
    case .checked, .assessed: "back"
    }
  }
}
