package import Records
import Secrets
package import Storage

// People, their secrets and drafts; children; rulebooks.

extension ScriptedStore {
  package func people() throws(StoreError) -> [Person] {
    try reading { try $0.people() }
  }

  package func add(_ person: Person) throws(StoreError) {
    try transaction { script in
      guard try script.rows.person(of: person.account) == nil else {
        throw StoreError.duplicatePerson
      }
      try script.rows.insert(person)
    }
  }

  package func add(_ child: Child) throws(StoreError) {
    childrenChanged()
    try transaction { script in
      guard try script.rows.child(ref: child.ref) == nil else { throw StoreError.duplicateChild }
      try script.rows.insert(child)
    }
  }

  package func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError) {
    guard let sealed = SealedSecret(sealing: new) else { throw .failed(code: 0) }
    try transaction { script in
      let person = try script.person(of: account)
      if let known = try script.rows.secret(of: person.id) {
        guard let old, known.opens(with: old) else {
          throw StoreError.impossibleAnswer(.wrongSecret)
        }
      }
      try script.rows.insert(sealed, of: person.id, at: now)
    }
  }

  package func hasSecret(_ account: String) throws(StoreError) -> Bool {
    try sealed(account) != nil
  }

  package func opens(_ signer: Signer) throws(StoreError) -> Bool {
    try sealed(signer.account)?.opens(for: signer) ?? false
  }

  /// The secret of an account; nil where there is none, or nobody of that account.
  private func sealed(_ account: String) throws(StoreError) -> SealedSecret? {
    try reading { rows in
      try rows.person(of: account).flatMap { try rows.secret(of: $0.id) }
    }
  }

  package func saveDraft(_ draft: Draft) throws(StoreError) {
    try transaction { script in
      guard try script.rows.contains(child: draft.child) else { throw StoreError.unknownChild }
      // A form that was open when its contact was erased is not to bring it back.
      if draft.key.form == .amendment {
        guard try script.rows.contains(contact: draft.key.subject) else {
          throw StoreError.unknownContact
        }
      }
      try script.rows.save(draft, of: actor.account)
    }
  }

  package func drafts() throws(StoreError) -> [UnfinishedForm] {
    try reading { try $0.drafts(of: actor.account) }
  }

  package func discard(_ draft: Draft.Key) throws(StoreError) {
    try transaction { try $0.remove(draft) }
    attempts.forget(draft)
  }

  package func rulebooks() throws(StoreError) -> [AdoptedRulebook] {
    try reading { try $0.rulebooks() }
  }

  package func adopt(edition: String, text: String, at now: Instant) throws(StoreError) {
    try transaction { script in
      try script.rows.insert(
        AdoptedRulebook(edition: edition, text: text, by: script.author, at: now))
    }
  }
}
