package import Records

/// A column of the canonical contacts file, about the contact or about its child.
package enum Column: Hashable, Sendable {
  case child(ChildColumn)
  case contact(ContactColumn)
}

/// What a row of a contacts file says about the child.
package enum ChildColumn: String, CaseIterable, Hashable, Sendable {
  case ref = "child_ref"
  case name = "child_name"
  case dateOfBirth = "date_of_birth"
  case household, worker
}

extension Column: CaseIterable, RawRepresentable {
  /// In the order in which Heed writes them: the sender's reference, the child, the contact.
  package static let allCases: [Column] =
    [.ref] + ChildColumn.allCases.map(Column.child)
    + ContactColumn.all.filter { $0 != .ref }.map(Column.contact)

  package var rawValue: String {
    switch self {
    case .child(let column): column.rawValue
    case .contact(let column): column.name
    }
  }

  package init?(rawValue: String) {
    guard let column = Column.byName[rawValue] else { return nil }
    self = column
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  package static let required: [Column] = ContactColumn.all.filter(\.isRequired)
    .map(Column.contact)
}

extension Column {
  package static let childRef = Column.child(.ref)
  package static let childName = Column.child(.name)
  package static let dateOfBirth = Column.child(.dateOfBirth)
  package static let household = Column.child(.household)
  package static let worker = Column.child(.worker)
  package static let ref = Column.contact(.ref)
  package static let date = Column.contact(.date)
  package static let time = Column.contact(.time)
  package static let agency = Column.contact(.agency)
  package static let contactType = Column.contact(.contactType)
  package static let injuryCount = Column.contact(.injuryCount)
}
