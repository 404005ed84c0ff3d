import Records
import Secrets
import Storage

/// What a `MemoryStore` holds.
package struct Contents: Sendable {
  var people: [Person] = []
  var secrets: [Identifier: SealedSecret] = [:]
  var rulebooks: [AdoptedRulebook] = []
  /// Every answer ever given, by id.
  var answers: [Answer] = []
  var cases: [Identifier: StoredCase] = [:]
  var drafts: [OwnDraft: Draft] = [:]
  var holds: [LegalHold] = []
  var removals: [Removal] = []
  /// The children in the order in which they came.
  var order: [Identifier] = []
  var refs: [String: Identifier] = [:]
  /// The contacts that an index has named, by their place.
  var placed: [Identifier] = []
  private var places: [Identifier: Int32] = [:]

  struct StoredCase: Sendable {
    var record: CaseRecord
    var evaluation: Evaluation?
    /// Every flag ever raised.
    var flags: [Flag] = []

    /// The last evaluation, with the flags that are not cleared.
    var lastEvaluation: Evaluation? {
      var last = evaluation
      last?.flags = flags.filter { $0.cleared == nil }
      return last
    }
  }

  mutating func insert(_ child: Child) {
    cases[child.id] = StoredCase(record: CaseRecord(child: child, versions: []))
    order.append(child.id)
    refs[child.ref] = child.id
  }

  /// The latest version of every contact.
  var entries: [LogEntry] {
    cases.values.flatMap { held in
      held.record.contacts().map { LogEntry(contact: $0, child: held.record.child) }
    }
  }

  /// The place of a contact; it keeps the one that it was first given.
  mutating func place(ofContact id: Identifier) -> Int32 {
    if let place = places[id] { return place }
    let place = Int32(placed.count)
    placed.append(id)
    places[id] = place
    return place
  }

  /// Stores an answer, replacing the one of its id.
  mutating func keep(_ answer: Answer) {
    answers.removeAll { $0.id == answer.id }
    answers.append(answer)
  }

  /// The child whose flag it is, and its place among theirs; nil when there is no such flag.
  func place(of flag: Identifier) -> (child: Identifier, index: Int)? {
    for (child, held) in cases {
      if let index = held.flags.firstIndex(where: { $0.id == flag }) { return (child, index) }
    }
    return nil
  }

  /// Inserts a flag or replaces the one of its id.
  mutating func save(_ flag: Flag) {
    if let index = cases[flag.child]?.flags.firstIndex(where: { $0.id == flag.id }) {
      cases[flag.child]?.flags[index] = flag
    } else {
      cases[flag.child]?.flags.append(flag)
    }
  }

  /// Takes away what a removal names, and gives the certificate of it.
  mutating func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature
  ) -> Removal.Certificate {
    var certificate = Removal.Certificate(approved: signature)
    let parts = removal.scope.parts(of: record)
    if removal.scope == .child {
      let flags = cases[removal.child]?.flags ?? []
      let ids = Set(flags.map(\.id))
      let answers = self.answers.filter { ids.contains($0.flag) }
      certificate.count(parts, flags: flags, answers: answers.count)
      self.answers.removeAll { ids.contains($0.flag) }
      drafts = drafts.filter { $0.value.child != removal.child }
      cases[removal.child] = nil
      order.removeAll { $0 == removal.child }
      refs[record.child.ref] = nil
    } else {
      certificate.count(parts)
      let gone = Set(parts.versions)
      let facts = Set(parts.facts.map(\.id))
      cases[removal.child]?.record.versions.removeAll { gone.contains($0) }
      cases[removal.child]?.record.facts.removeAll { facts.contains($0.id) }
      drafts = drafts.filter { draft in !gone.contains { $0.id == draft.value.key.subject } }
    }
    if let index = removals.firstIndex(where: { $0.id == removal.id }) {
      removals[index].certificate = certificate
    }
    return certificate
  }
}
