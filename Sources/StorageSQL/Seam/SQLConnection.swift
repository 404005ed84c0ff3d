package import Records

/// One connection to an engine, used by one thread, within one transaction.
///
/// | In order to | call |
/// | --- | --- |
/// | read rows | `rows`, `first`, `forEach` |
/// | write | `execute` |
/// | do what engines do each in its own way | `using`, `indexWords`, `destroy`, and the rest |
///
/// Statements are written once, in words that every engine has: `?1` and `?` are numbered places of values, and
/// no statement has another `?`. What a driver throws is its own error; the store turns it into a `StoreError`.
///
/// ```swift
/// try connection.rows("SELECT id FROM child WHERE authority_id = ?", [authority]) { row in
///   try row.identifier(0)
/// }
/// ```
package protocol SQLConnection {
  /// Lends each row to `take` until it gives false.
  func forEach(
    _ statement: String, _ values: [any SQLConvertible], _ take: (SQLRow) throws -> Bool
  ) throws

  func execute(_ statement: String, _ values: [any SQLConvertible]) throws

  /// Returns the clause that makes a query use `index`; empty where the planner does so by itself.
  func using(_ index: String) -> String

  /// Returns a query for the children of contacts whose notes contain all words; `place` marks the pattern's value,
  /// which the authority's follows.
  func childrenHolding(place: String) -> String

  /// Returns the pattern by which the index finds notes that contain every folded word, each as a word's beginning.
  func pattern(_ words: [String]) -> String

  /// Puts what the contact that was just inserted says into the index of words, in place of its version before.
  func indexWords(of contact: Contact, authority: Identifier) throws

  /// Destroys what a removal names, and leaves word that traces of it may lie in the engine's files.
  func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature,
    authority: Identifier
  ) throws -> Removal.Certificate
}

extension SQLConnection {
  /// What `read` makes of each row.
  package func rows<Value>(
    _ statement: String, _ values: [any SQLConvertible], _ read: (SQLRow) throws -> Value
  ) throws -> [Value] {
    var made: [Value] = []
    try forEach(statement, values) { row in
      made.append(try read(row))
      return true
    }
    return made
  }

  /// What `read` makes of the first row; nil when there is none.
  package func first<Value>(
    _ statement: String, _ values: [any SQLConvertible], _ read: (SQLRow) throws -> Value
  ) throws -> Value? {
    var first: Value?
    try forEach(statement, values) { row in
      first = try read(row)
      return false
    }
    return first
  }

  /// The number in a statement's only column; nil when there is no row, or nothing in it.
  package func number(
    _ statement: String, _ values: [any SQLConvertible]
  ) throws -> Int? {
    try first(statement, values) { try $0[0] as Int? } ?? nil
  }
}
