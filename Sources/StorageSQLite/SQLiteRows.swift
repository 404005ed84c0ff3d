import GRDB
import Records
import StorageCore

/// The rows of one authority, within one transaction on one connection.
///
/// `+People`, `+Cases`, `+Judgements` and `+Removal` have its calls; how a value stands in its columns is said by
/// `ChildRow`, `ContactRow`, `FactRow`, `FlagRow` and the like.
package struct SQLiteRows: CaseRows {
  let db: Database
  let authority: Identifier
}
