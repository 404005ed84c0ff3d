package import Records

/// Who uses a store.
package struct PeopleReport: Report {
  private let people: [Person]

  package init(_ people: [Person]) {
    self.people = people
  }

  package var json: JSON { .array(people.map(\.json)) }

  package var lines: [String] { people.map(\.sentence) }
}

extension Person {
  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("role", .string(role.title)),
      ("signs_as", .string(seniority.title)), ("agency", .string(agency.written)),
      ("account", .string(account)),
    ])
  }

  fileprivate var sentence: String {
    """
    \(name), \(role.title) (signs as \(seniority.title)), \(agency.written), account \(account)
    """
  }
}
