package import Records
package import Storage

// Contacts, and further versions of them.

extension ScriptedStore {
  package func record(
    _ contacts: [NewContact], finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> [SavedContact] {
    // Also when it is not known how the save ended.
    defer {
      if contacts.flatMap(\.noted).contains(where: \.kind.changesChild) { childrenChanged() }
    }
    let earlier = attempts.earlier(draft)
    var used: [Identifier] = []
    do throws(StoreError) {
      let saved = try transaction { script in
        let recorded = try contacts.map { new in
          try script.finish(earlier, with: new, at: now)
            ?? script.record(new, at: now)
        }
        used = recorded.map(\.contact.id)
        try script.remove(draft)
        return recorded
      }
      attempts.forget(draft)
      return saved
    } catch {
      attempts.keep(used, of: draft)
      throw error
    }
  }

  package func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    finishing draft: Draft.Key?, at now: Instant
  ) throws(StoreError) -> SavedContact {
    try transaction { script in
      try script.remove(draft)
      return try script.amend(contact, to: facts, because: reason, at: now)
    }
  }
}

extension CaseScript {
  /// Saves a contact with the facts of its form, and judges the case.
  func record(_ new: NewContact, at now: Instant) throws -> SavedContact {
    var loaded = try loadedCase(of: new.child)
    var mint = loaded.mint
    let contact = Contact(
      id: mint.next(at: now), child: new.child, recordedAt: now, recordedBy: author, isTyped: true,
      facts: new.facts)
    try check(contact, &loaded, at: now, &mint)
    loaded.record.versions.append(contact)
    try rows.insert(contact)
    for fact in new.noted {
      try insert(fact, with: contact.id, &loaded, &mint, at: now)
    }
    let judged = try judge(&loaded, at: now, &mint)
    return SavedContact(contact: contact, child: loaded.record.child, raised: judged.raised)
  }

  /// Saves a further version of a contact, and judges the case.
  func amend(
    _ contact: Contact, to facts: ContactFacts, because reason: String,
    at now: Instant
  ) throws -> SavedContact {
    guard var loaded = try rows.loadedCase(of: contact.child) else {
      throw StoreError.unknownContact
    }
    let versions = loaded.record.versions.filter { $0.id == contact.id }.map(\.version)
    guard let latest = versions.max() else { throw StoreError.unknownContact }
    guard latest == contact.version else { throw StoreError.changedElsewhere }
    var mint = loaded.mint
    let amended = Contact(
      id: contact.id, child: contact.child, version: latest + 1, recordedAt: now,
      recordedBy: author, amendmentReason: reason, isTyped: true, facts: facts)
    try check(amended, &loaded, at: now, &mint)
    loaded.record.versions.append(amended)
    try rows.insert(amended)
    let judged = try judge(&loaded, at: now, &mint)
    return SavedContact(contact: amended, child: loaded.record.child, raised: judged.raised)
  }

  /// Finishes a save whose end was not known; nil when it is not there.
  ///
  /// Committing it failed, and it may have come to the disk all the same.
  /// It is another contact when its day or kind is another, or when somebody has amended it since.
  /// Words typed since are saved as an amendment, lines added since as facts of it.
  func finish(
    _ earlier: [Identifier], with new: NewContact, at now: Instant
  ) throws -> SavedContact? {
    guard !earlier.isEmpty else { return nil }
    var loaded = try loadedCase(of: new.child)
    let saved = loaded.record.contacts().first { contact in
      earlier.contains(contact.id) && contact.version == 1
        && contact.facts.date == new.facts.date && contact.facts.kind == new.facts.kind
    }
    guard let saved else { return nil }
    var recorded = SavedContact(contact: saved, child: loaded.record.child, raised: [])
    if saved.facts != new.facts {
      recorded = try amend(
        saved, to: new.facts, because: "completed after a save whose end was not known", at: now)
      loaded = try loadedCase(of: new.child)
    }
    let known = loaded.record.facts.filter { $0.contact == saved.id }.map(\.fact)
    let added = new.noted.filter { !known.contains($0) }
    guard !added.isEmpty else { return recorded }
    var mint = loaded.mint
    for fact in added { try insert(fact, with: saved.id, &loaded, &mint, at: now) }
    let judged = try judge(&loaded, at: now, &mint)
    return SavedContact(
      contact: recorded.contact, child: loaded.record.child,
      raised: recorded.raised + judged.raised)
  }
}
