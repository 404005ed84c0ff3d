package import Records
package import Storage
import Synchronization

extension MemoryStore {
  package func cases(_ query: CaseQuery) -> [CaseLine] {
    let held = contents.withLock { Array($0.cases.values) }
    let lines: [CaseLine]
    switch query {
    case .flagged:
      lines = held.map(\.line).filter { !$0.flags.isEmpty }
    case .flaggedToday:
      lines = held.map(\.line).filter { line in line.flags.contains { $0.band == .today } }
    case .matching(let text):
      let words = folded(text).split(separator: " ").map(String.init)
      lines = held.filter { $0.matches(words) }.map(\.line)
    }
    return lines.sorted { $0.child.sortKey < $1.child.sortKey }
  }

  package func child(ref: String) -> Child? {
    contents.withLock { contents in
      contents.refs[ref].flatMap { contents.cases[$0]?.record.child }
    }
  }

  package func caseFile(of child: Identifier) throws(StoreError) -> CaseFile {
    let (held, answers, siblings, removals) = contents.withLock { contents in
      let held = contents.cases[child]
      let household = held?.record.child.household
      let others = contents.order.filter { $0 != child }.compactMap { contents.cases[$0] }
        .map(\.record.child).filter { household != nil && $0.household == household }
      let removals = contents.removals.filter { $0.child == child }
      let flags = Set((held?.flags ?? []).map(\.id))
      let answers = contents.answers.filter { flags.contains($0.flag) }
      return (held, answers, others.sorted { $0.sortKey < $1.sortKey }, removals)
    }
    guard let held else { throw .unknownChild }
    return CaseFile(
      record: held.record, summary: held.line.summary, flags: held.flags,
      answers: held.current(answers),
      siblings: siblings,
      tombstones: removals.compactMap(Tombstone.init))
  }

  package func flags(includingCleared: Bool) -> [FlagEntry] {
    let held = contents.withLock { Array($0.cases.values) }
    let entries = held.flatMap { held in
      held.flags.filter { includingCleared || $0.cleared == nil }
        .map { FlagEntry(flag: $0, child: held.record.child) }
    }
    return entries.sorted { Flag.byUrgency($0.flag, $1.flag) }
  }

  package func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry] {
    let held = contents.withLock { Array($0.cases.values) }
    let entries = held.flatMap { held in
      held.record.contacts().map { LogEntry(contact: $0, child: held.record.child) }
    }.sorted(by: LogEntry.newestFirst)
    guard let after else { return Array(entries.prefix(limit)) }
    guard let index = entries.firstIndex(where: { $0.id == after }) else { throw .unknownContact }
    return Array(entries[(index + 1)...].prefix(limit))
  }

  /// Returns each flag's last answer as the flag has it, signed or broken open since.
  package func answers() -> [Answer] {
    contents.withLock { contents in
      let last = contents.cases.values.flatMap(\.flags).compactMap(\.answer)
      let current = Dictionary(last.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let known = contents.answers.map { current[$0.id] ?? $0 }
      let ids = Set(known.map(\.id))
      return (known + last.filter { !ids.contains($0.id) }).sorted { $0.id < $1.id }
    }
  }

  package func facts(of kind: FactKind) -> [FactRecord] {
    contents.withLock { contents in
      contents.cases.values.flatMap(\.record.facts).filter { $0.fact.kind == kind }
        .sorted { $0.id < $1.id }
    }
  }

  package func agencies(on day: CalendarDate) -> [AgencySummary] {
    let held = contents.withLock { Array($0.cases.values) }
    let contacts = held.flatMap { $0.record.contacts() }
    let waiting = UnansweredConcerns.counted(in: contacts, on: day)
    return Dictionary(grouping: contacts, by: \.facts.agency).map { agency, contacts in
      AgencySummary(
        agency: agency, professionals: professionals(in: contacts), contacts: contacts.count,
        lastContact: contacts.lastDay, unansweredConcerns: waiting[agency] ?? 0)
    }.sorted(by: AgencySummary.byContacts)
  }

  package func judgedAhead(of moment: Instant) -> CalendarDate? {
    contents.withLock { $0.cases.values.compactMap(\.evaluation?.evaluatedOn).max() }
      .flatMap { $0 > moment.londonDay ? $0 : nil }
  }

  package func keptSince() -> CalendarDate? {
    contents.withLock { $0.cases.values.compactMap(\.evaluation?.keptSince).min() }
  }

  private func professionals(in contacts: [Contact]) -> [ProfessionalSummary] {
    struct Key: Hashable {
      let name: String?
      let role: String?
    }
    return Dictionary(grouping: contacts) {
      Key(name: $0.facts.professional, role: $0.facts.role)
    }.filter { $0.key.name != nil || $0.key.role != nil }.map { key, contacts in
      ProfessionalSummary(
        name: key.name, role: key.role, contacts: contacts.count, lastContact: contacts.lastDay)
    }.sorted(by: ProfessionalSummary.byContacts)
  }
}

extension [Contact] {
  fileprivate var lastDay: CalendarDate {
    map(\.date).max() ?? CalendarDate(dayNumber: 0)
  }
}

extension Contents.StoredCase {
  /// Returns answers as their flags have them now, signed or broken open; earlier ones as they ended.
  fileprivate func current(_ answers: [Answer]) -> [Answer] {
    let last = Dictionary(
      flags.compactMap(\.answer).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return answers.map { last[$0.id] ?? $0 }
  }

  fileprivate var line: CaseLine {
    CaseLine(
      child: record.child,
      summary: evaluation?.summary
        ?? CaseSummary(ofNothingAbout: record.child),
      flags: flags.filter { $0.cleared == nil })
  }

  /// Whether every word begins a word of what is known of the child, or of one note.
  fileprivate func matches(_ words: [String]) -> Bool {
    if words.isEmpty { return true }
    if record.child.searchText.hasWords(beginning: words) { return true }
    return record.contacts().contains { contact in
      (" " + folded(contact.facts.notes.joined(separator: " "))).hasWords(beginning: words)
    }
  }
}

extension String {
  fileprivate func hasWords(beginning words: [String]) -> Bool {
    words.allSatisfy { contains(" " + $0) }
  }
}
