package import Records
import StorageCore

/// The rows of one authority, within one transaction on one connection.
///
/// | In order to | see |
/// | --- | --- |
/// | read and save people, secrets, drafts, rulebooks | `+People` |
/// | read and save children and what is recorded of them | `+Cases` |
/// | read and save flags, answers and standings | `+Judgements` |
/// | read and save holds and removals | `+Removal` |
/// | answer the product's questions | `+Lists`, `+Overview` |
///
/// `ChildRow`, `ContactRow` and the like map values to columns and back.
package struct SQLRows: CaseRows {
  package let connection: any SQLConnection
  package let authority: Identifier

  package init(_ connection: any SQLConnection, of authority: Identifier) {
    self.connection = connection
    self.authority = authority
  }
}
