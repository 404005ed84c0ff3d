package import Records
package import Storage

/// A store whose every change is a script over rows, written once here: an engine gives the rows and the
/// transactions, and answers questions in its own best way.
///
/// | In order to | see |
/// | --- | --- |
/// | save contacts, facts, amendments | `+Contacts`, `+Facts` |
/// | answer and sign flags | `+Answers` |
/// | take in files, judge again | `+Importing` |
/// | save drafts, people and their secrets | `+People` |
/// | hold, propose, refuse and approve removal | `+Removal` |
///
/// ```swift
/// final class FileStore: ScriptedStore {
///   func writing<Answer>(
///     keeping isKept: Bool, much: Bool, _ work: (FileRows) throws -> Answer
///   ) throws(StoreError) -> Answer { … }
/// }
/// ```
package protocol ScriptedStore: CaseStore {
  associatedtype Rows: CaseRows

  /// The judge in force; one that was adopted elsewhere is in force within the next `writing`.
  var judge: CaseJudge { get }
  var attempts: Attempts { get }

  /// Reads one state of the store.
  func reading<Answer>(_ work: (Rows) throws -> Answer) throws(StoreError) -> Answer

  /// One transaction: all of it is on disk when it returns, or nothing when it throws anything but
  /// `uncertain`. With `keeping` false it is rolled back and not logged: it only finds out what would happen.
  func writing<Answer>(
    keeping isKept: Bool, much: Bool, _ work: (Rows) throws -> Answer
  ) throws(StoreError) -> Answer

  /// Called when a child was added or a child's row may have changed.
  func childrenChanged()
}

extension ScriptedStore {
  /// Runs a script in one transaction.
  func transaction<Answer>(
    keeping isKept: Bool = true, much: Bool = false, _ script: (CaseScript<Rows>) throws -> Answer
  ) throws(StoreError) -> Answer {
    try writing(keeping: isKept, much: much) { rows in
      try script(CaseScript(rows: rows, judge: judge, clock: clock(), actor: actor))
    }
  }
}
