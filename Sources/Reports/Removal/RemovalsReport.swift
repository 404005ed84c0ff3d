package import Records

/// What was proposed for removal, with the certificates of what was done.
package struct RemovalsReport: Report {
  private let removals: [Removal]

  package init(_ removals: [Removal]) {
    self.removals = removals
  }

  package var json: JSON { .array(removals.map(\.json)) }

  package var lines: [String] {
    removals.isEmpty
      ? ["Nothing was ever proposed for removal."] : removals.map(\.sentence)
  }
}
