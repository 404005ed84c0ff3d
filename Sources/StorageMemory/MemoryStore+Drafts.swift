package import Records
import Secrets
package import Storage
import Synchronization

extension MemoryStore {
  package func keep(_ draft: Draft, of account: String) throws(StoreError) {
    try contents.change { contents throws(StoreError) in
      guard let held = contents.cases[draft.child] else { throw .unknownChild }
      // A form that was open when its contact was erased is not to bring it back.
      if draft.key.form == .amendment,
        !held.record.versions.contains(where: { $0.id == draft.key.subject })
      {
        throw .unknownContact
      }
      contents.drafts[OwnDraft(draft.key, of: account)] = draft
    }
  }

  package func drafts(of account: String) -> [UnfinishedForm] {
    contents.withLock { contents in
      contents.drafts.filter { $0.key.account == account }.values
        .sorted { ($1.keptAt, $0.key.subject) < ($0.keptAt, $1.key.subject) }
        .compactMap { draft in
          contents.cases[draft.child].map {
            UnfinishedForm(draft: draft, child: $0.record.child)
          }
        }
    }
  }

  package func discard(_ draft: OwnDraft) {
    contents.withLock { $0.remove(draft) }
  }

  package func hasSecret(_ account: String) -> Bool { sealed(account) != nil }

  package func opens(_ account: String, with secret: String) -> Bool {
    sealed(account)?.opens(with: secret) ?? false
  }

  private func sealed(_ account: String) -> SealedSecret? {
    contents.withLock { contents in
      contents.people.first { $0.account == account }.flatMap { contents.secrets[$0.id] }
    }
  }
}
