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

/// What a person of the store does, in their authority's own title.
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
