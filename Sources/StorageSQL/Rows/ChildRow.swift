package import Records

/// Maps a child to its columns and back.
package enum ChildRow {
  package static let columns = [
    "id", "ref", "name", "date_of_birth", "household", "worker", "address",
  ]

  /// The columns of children `c`, in the order in which `child` reads them.
  package static let names = columns.map { "c.\($0)" }.joined(separator: ", ")
  package static let count = columns.count

  /// Reads a child from the columns that begin at `start`.
  package static func child(_ row: SQLRow, at start: Int = 0) throws -> Child {
    Child(
      id: try row.identifier(start), ref: try row[start + 1], name: try row[start + 2],
      dateOfBirth: try row.dayIfAny(start + 3), household: try row[start + 4],
      worker: try row[start + 5], address: try row[start + 6])
  }
}
