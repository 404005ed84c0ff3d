package import Records

extension SavedContact {
  /// A contact that was saved, in the shape that the contract specifies.
  package var json: JSON { .saved(contact.id, raised) }
}

extension SavedFact {
  /// A fact that was saved, in the same shape.
  package var json: JSON { .saved(record.id, raised) }
}

/// A child that was just added.
package struct ChildMade: Report {
  private let child: Child

  package init(_ child: Child) {
    self.child = child
  }

  package var json: JSON {
    .object([("id", .string(child.id.description)), ("ref", .string(child.ref))])
  }

  package var lines: [String] { ["Made \(child.ref)."] }
}

extension JSON {
  /// Says that an entry is saved, and which flags it raised.
  fileprivate static func saved(_ id: Identifier, _ raised: [Flag]) -> JSON {
    .object([
      ("id", .string(id.description)), ("saved", .bool(true)),
      ("flags", .array(raised.map { .string($0.id.description) })),
    ])
  }
}
