/// What is wrong with one cell of a contacts file.
///
/// It never contains the cell's own text.
package struct RowFault: Error, Hashable, Sendable {
  /// The line of the file, counted from 1.
  package let line: Int
  /// Nil when the row as a whole is wrong.
  package let column: Column?
  package let kind: Kind

  package init(line: Int, column: Column?, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  package enum Kind: Error, Hashable, Sendable {
    case empty
    case notADate
    case noSuchDay
    case inTheFuture
    case tooLongAgo
    case notATime
    case notACount
    case notOneOf([String])
    case unknownAgency
    case notUTF8
    case controlCharacter
    case tooLong
    /// The row has this many cells, and the header another number.
    case cellCount(Int, header: Int)
    /// The column of this number has no name, but its cell is not empty.
    case nameless(Int)
    case noChild
    /// A contact with the sender's reference is on record, and differs in these columns.
    case differs([Column])
    /// Another row of the file gives the child another date of birth.
    case anotherBirth
    case bornAfterContact
  }
}
