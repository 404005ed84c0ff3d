import GRDB
import Records
import Storage

// Saves whose end was not known: the commit failed, and may have come to the disk all the same.

extension SQLiteStore {
  /// Finishes a save whose end was not known, because committing it failed; nil when it is not there.
  ///
  /// It is another contact when its day or kind is another, or when somebody has amended it since.
  /// Words typed since are saved as an amendment, lines added since as facts of it.
  func finish(
    _ earlier: [Identifier], with new: NewContact, by author: String, at now: Instant,
    in db: Database
  ) throws -> Recorded? {
    guard !earlier.isEmpty else { return nil }
    var held = try heldCase(of: new.child, in: db)
    let saved = held.record.contacts().first { contact in
      earlier.contains(contact.id) && contact.version == 1
        && contact.facts.date == new.facts.date && contact.facts.kind == new.facts.kind
    }
    guard let saved else { return nil }
    var recorded = Recorded(contact: saved, child: held.record.child, raised: [])
    if saved.facts != new.facts {
      recorded = try amend(
        saved, to: new.facts, because: "completed after a save whose end was not known",
        by: author, at: now, in: db)
      held = try heldCase(of: new.child, in: db)
    }
    let known = held.record.facts.filter { $0.contact == saved.id }.map(\.fact)
    let added = new.noted.filter { !known.contains($0) }
    guard !added.isEmpty else { return recorded }
    var mint = held.mint
    try save(added, of: saved, &held, &mint, by: author, at: now, in: db)
    let judged = try judge(&held, at: now, &mint, in: db)
    return Recorded(
      contact: recorded.contact, child: held.record.child,
      raised: recorded.raised + judged.raised)
  }
}
