import Records
import Secrets
import Storage

/// What a `MemoryStore` holds.
struct Contents: Sendable {
  /// The machine's, whatever clock a command was given.
  let clock: @Sendable () -> Instant
  var people: [Person] = []
  var secrets: [Identifier: SealedSecret] = [:]
  var rulebooks: [AdoptedRulebook] = []
  /// Every answer ever given, by id.
  var answers: [Answer] = []
  var cases: [Identifier: HeldCase] = [:]
  var drafts: [OwnDraft: Draft] = [:]
  var holds: [LegalHold] = []
  var removals: [Removal] = []
  /// The children in the order in which they came.
  var order: [Identifier] = []
  var refs: [String: Identifier] = [:]
  var mint = IdentifierMint()
  /// The contacts that an index has named, by their place.
  var placed: [Identifier] = []
  private var places: [Identifier: Int32] = [:]

  struct HeldCase: Sendable {
    var record: CaseRecord
    var standing: Standing?
    /// Every flag ever raised.
    var flags: [Flag] = []

    /// How the case stood when it was last judged, with the flags that are not cleared.
    var lastStanding: Standing? {
      var last = standing
      last?.flags = flags.filter { $0.cleared == nil }
      return last
    }
  }

  init(clock: @escaping @Sendable () -> Instant) {
    self.clock = clock
  }

  /// Whether a case's evaluation has run out, is by an earlier reader, or is for a day that has not come and
  /// was not looked at today.
  func isStale(_ held: HeldCase, at now: Instant, reader: Int) -> Bool {
    guard let standing = held.standing else { return false }
    return standing.isStale(at: now) || standing.reader < reader
      || standing.isUnseenAhead(of: max(now, clock()))
  }

  /// Takes a case for judged by an edition of the reader.
  mutating func forgetEarlierReadings(of child: Identifier, than edition: Int) {
    guard let held = cases[child] else { return }
    cases[child]?.standing?.forgetEarlierReadings(than: edition)
    for index in held.flags.indices { cases[child]?.flags[index].keptSince = nil }
  }

  mutating func insert(_ child: Child) {
    cases[child.id] = HeldCase(record: CaseRecord(child: child, versions: []))
    order.append(child.id)
    refs[child.ref] = child.id
  }

  /// A new contact, which is not yet in its case.
  mutating func contact(
    _ facts: ContactFacts, child: Identifier, by author: String, at now: Instant,
    isTyped: Bool = false
  ) -> Contact {
    Contact(
      id: mint.next(at: now), child: child, recordedAt: now, recordedBy: author, isTyped: isTyped,
      facts: facts)
  }

  mutating func record(
    _ new: NewContact, by author: String, at now: Instant, _ judge: CaseJudge
  ) throws(StoreError) -> Recorded {
    let contact = contact(new.facts, child: new.child, by: author, at: now, isTyped: true)
    try check(contact, at: now, by: judge)
    guard var held = cases[new.child] else { throw .unknownChild }
    held.record.versions.append(contact)
    for fact in new.noted {
      let record = FactRecord(
        id: mint.next(at: now), child: new.child, contact: contact.id, recordedAt: now,
        recordedBy: author, fact: fact)
      try held.record.noteChecked(record, today: now.londonDay, calendar: judge.calendar)
      held.record.change(to: held.record.child(following: record), at: now)
    }
    cases[new.child] = held
    return Recorded(
      contact: contact, child: held.record.child,
      raised: self.judge(new.child, at: now, by: judge).raised)
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

  mutating func remove(_ draft: OwnDraft?) {
    if let draft { drafts[draft] = nil }
  }

  /// Keeps an answer as it now stands.
  mutating func keep(_ answer: Answer) {
    answers.removeAll { $0.id == answer.id }
    answers.append(answer)
  }

  /// The child whose flag it is, and its place among theirs.
  /// - Throws: `unknownFlag`.
  func place(of flag: Identifier) throws(StoreError) -> (child: Identifier, index: Int) {
    for (child, held) in cases {
      if let index = held.flags.firstIndex(where: { $0.id == flag }) { return (child, index) }
    }
    throw .unknownFlag
  }

  /// Lets a case that was judged for a day to come stand as it does without that.
  ///
  /// Gives the flags that that ended.
  mutating func rewind(_ child: Identifier, at now: Instant, by judge: CaseJudge) -> [Flag] {
    let present = max(now, clock())
    guard let held = cases[child], held.standing?.isAhead(of: present) == true else { return [] }
    let rewinding = judge.rewind(
      held.record, every: held.flags, to: present, mint: &mint)
    for flag in rewinding.changed { keep(flag) }
    cases[child]?.record.knownSince += rewinding.knownSince
    cases[child]?.standing = rewinding.standing
    return rewinding.ended
  }

  /// Whether a contact may close the case or step it down, of which all that stands today is known.
  mutating func check(
    _ contact: Contact, at now: Instant, by judge: CaseJudge
  ) throws(StoreError) {
    if cases[contact.child]?.standing?.isAhead(of: max(now, clock())) == true {
      _ = self.judge(contact.child, at: now, by: judge)
    }
    guard let held = cases[contact.child] else { throw .unknownChild }
    try judge.check(contact, in: held.record, held.lastStanding, at: now)
  }

  private mutating func keep(_ flag: Flag) {
    if let index = cases[flag.child]?.flags.firstIndex(where: { $0.id == flag.id }) {
      cases[flag.child]?.flags[index] = flag
    } else {
      cases[flag.child]?.flags.append(flag)
    }
  }

  /// Judges a case and keeps what came of it: the flags raised, and those that were cleared.
  mutating func judge(
    _ child: Identifier, at now: Instant, by judge: CaseJudge
  ) -> (raised: [Flag], cleared: [Flag]) {
    guard let held = cases[child] else { return ([], []) }
    let present = max(now, clock())
    let judged: Standing
    if let standing = held.standing, standing.isAhead(of: present) {
      judged = judge.meanwhile(held.record, standing, every: held.flags, at: present, mint: &mint)
    } else {
      judged = judge.evaluate(
        held.record, held.lastStanding, at: now, present: present, mint: &mint)
    }
    let known = Set(held.flags.map(\.id))
    let raised = judged.flags.filter { !known.contains($0.id) }
    let cleared = judged.flags.filter { $0.cleared != nil && known.contains($0.id) }
    for flag in judged.flags { keep(flag) }
    cases[child]?.standing = judged
    return (raised.filter { $0.cleared == nil }.sorted(by: Flag.byUrgency), cleared)
  }

  mutating func take(
    _ imported: ImportedChild, by author: String, at now: Instant, _ rules: CaseJudge,
    into report: inout ImportReport
  ) {
    let known = refs[imported.ref]
    let child = known ?? mint.next(at: now)
    if known == nil {
      insert(imported.child(id: child))
      report.childrenAdded += 1
    }
    guard var held = cases[child] else { return }
    let completed = imported.completing(held.record)
    if known != nil { report.changes += completed.changes }
    held.record.change(to: completed.child, at: now)
    let rows = imported.sorted(beside: held.record.versions)
    cases[child] = held
    for facts in rows.new {
      let contact = contact(facts, child: child, by: author, at: now)
      cases[child]?.record.versions.append(contact)
    }
    report.note(rows)
    guard !rows.new.isEmpty else { return }
    report.flagsRaised += judge(child, at: now, by: rules).raised.count
  }
}
