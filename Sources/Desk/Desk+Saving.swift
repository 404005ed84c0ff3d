import Records
import Screens
import Storage

// Saving to a store.

extension Desk {
  /// Saves what was entered in a form, and removes its draft in the same transaction.
  func save(
    _ request: SaveRequest, finishing draft: Draft.Key
  ) throws(StoreError) -> FormReply {
    let now = now()
    switch request {
    case .recordContacts(let contacts):
      let recorded = try store.record(contacts, finishing: draft, at: now)
      return .recorded(recorded, finishing: draft)
    case .amend(let contact, let facts, let reason):
      return try amend(contact, to: facts, because: reason, finishing: draft)
    case .recordFact(let fact, let child):
      let noted = try store.recordFact(
        fact, of: child, correcting: nil, finishing: draft, at: now)
      return .factRecorded(noted, finishing: draft)
    case .answer(let flag, let decision, let earlier):
      return .answered(
        try store.answer(
          flag, decision, replacing: earlier, finishing: draft, at: now))
    }
  }

  /// Amends a contact, or replies with how it reads now when somebody else amended it first.
  private func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String, finishing draft: Draft.Key
  ) throws(StoreError) -> FormReply {
    do {
      let amended = try store.amend(
        contact, to: facts, because: reason, finishing: draft, at: now())
      return .recorded([amended], finishing: draft)
    } catch {
      guard error == .changedElsewhere, let theirs = try latest(contact) else { throw error }
      return .conflict(theirs, finishing: draft)
    }
  }

  /// Reads a contact as it was last amended.
  private func latest(_ contact: Contact) throws(StoreError) -> Contact? {
    try store.caseFile(of: contact.child).record.contacts().first { $0.id == contact.id }
  }
}
