import GRDB
package import Records
package import Storage
import Synchronization

extension SQLiteStore {
  package func keep(_ draft: Draft, of account: String) throws(StoreError) {
    try writing { db in
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM child WHERE authority_id = ? AND id = ?)",
        arguments: [authority.blob, draft.child.blob])
      guard isKnown == true else { throw StoreError.unknownChild }
      // A form that was open when its contact was erased is not to bring it back.
      if draft.key.form == .amendment {
        let isThere = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM contact WHERE authority_id = ? AND id = ?)",
          arguments: [authority.blob, draft.key.subject.blob])
        guard isThere == true else { throw StoreError.unknownContact }
      }
      try DraftRow.save(draft, of: account, authority: authority, in: db)
    }
  }

  package func drafts(of account: String) throws(StoreError) -> [UnfinishedForm] {
    try reading { try DraftRow.unfinished(of: account, authority: authority, in: $0) }
  }

  package func discard(_ draft: OwnDraft) throws(StoreError) {
    try writing { try DraftRow.remove(draft, authority: authority, from: $0) }
    attempts.withLock { $0[draft] = nil }
  }
}
