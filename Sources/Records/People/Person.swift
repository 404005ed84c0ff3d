/// A person who uses this store.
package struct Person: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package var name: String
  package var role: Role
  package var agency: Agency
  /// The operating system's account name, by which Heed knows who is at the keyboard.
  package var account: String

  package init(id: Identifier, name: String, role: Role, agency: Agency, account: String) {
    self.id = id
    self.name = name
    self.role = role
    self.agency = agency
    self.account = account
  }
}

extension Person {
  /// Their seniority in social care's line; anybody of another agency counts as a worker.
  package var seniority: Seniority {
    agency.sector == .socialCare ? role.seniority : .worker
  }
}

/// A person's role, in their authority's own title.
package struct Role: Hashable, Sendable {
  package let title: String

  package init(_ title: String) {
    self.title = title
  }

  /// Whether the first screen is the team's list and not the person's own children.
  package var leads: Bool {
    let words = Wording(title)
    return words.contains(any: Role.leading)
  }

  private static let leading = WordList(["manager", "lead", "head", "director", "principal"])

  package static let teamManager = Role("team manager")
  package static let socialWorker = Role("social worker")
}

/// The level of a role in the line, the lowest first: it decides who may sign, and to whom a flag climbs.
package enum Seniority: Int, CaseIterable, Hashable, Comparable, Sendable {
  case worker, seniorPractitioner, teamManager, headOfService, principalSocialWorker

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package var title: String {
    switch self {
    case .worker: "worker"
    case .seniorPractitioner: "senior practitioner"
    case .teamManager: "team manager"
    case .headOfService: "head of service"
    case .principalSocialWorker: "principal social worker"
    }
  }

  /// The next one up; the highest stays where it is.
  package var next: Seniority { Seniority(rawValue: rawValue + 1) ?? self }
}

extension Role {
  /// The seniority of an authority's own title.
  package var seniority: Seniority {
    let words = Wording(title)
    if words.contains(any: Role.principal) { return .principalSocialWorker }
    if words.contains(any: Role.heads) { return .headOfService }
    if words.contains(any: Role.manages) { return .teamManager }
    return words.contains(any: Role.seniors) ? .seniorPractitioner : .worker
  }

  private static let principal = WordList(["principal social worker"])
  private static let heads = WordList([
    "head of", "director of", "assistant director", "service manager",
  ])
  private static let manages = WordList(["manager", "team lead", "team leader"])
  private static let seniors = WordList(["senior", "practice lead", "advanced"])
}
