import Cells
import Exchange
package import Records

/// A child's chronology as it leaves Heed: JSON, CSV, HTML or sentences.
package struct ChronologyPage: Report {
  private let file: CaseFile
  /// Newest first.
  private let contacts: [Contact]
  private let context: ReportContext

  /// The page of a case; `contacts` are those that it lists, the newest first.
  package init(file: CaseFile, contacts: [Contact], in context: ReportContext) {
    self.file = file
    self.contacts = contacts
    self.context = context
  }

  /// The chronology in the shape that the contract specifies.
  package var json: JSON {
    .object([
      (
        "child",
        .object([
          ("ref", .string(file.child.ref)), ("name", .text(file.child.name)),
          ("date_of_birth", .day(file.child.dateOfBirth)),
          ("household", .text(file.child.household)), ("worker", .text(file.child.worker)),
          ("plan", .word(file.summary.status)),
        ])
      ),
      ("contacts", .array(contacts.map(json))),
      (
        "facts",
        .array(
          file.record.facts.sorted { FactRecord.chronological($1, $0) }.map { record in
            JSON.object([
              ("id", .string(record.id.description)), ("date", .day(record.date)),
              ("kind", .string(record.fact.kind.id)), ("step", .string(record.fact.step.name)),
              ("fields", record.fieldsJSON), ("recorded_at", .string(record.recordedAt.iso)),
              ("recorded_by", .string(record.recordedBy)),
            ])
          })
      ),
    ])
  }

  private func json(of contact: Contact) -> JSON {
    let row = CanonicalRow(child: file.child, facts: contact.facts)
    let columns = Column.allCases.map { column -> (String, JSON) in
      if column == .injuryCount { return (column.rawValue, .number(contact.facts.injuryCount)) }
      return (column.rawValue, .text(row[column]))
    }
    return .object(
      [
        ("id", .string(contact.id.description)), ("version", .number(contact.version)),
        ("recorded_at", .string(contact.recordedAt.iso)),
        ("recorded_by", .string(contact.recordedBy)),
        ("amendment_reason", .text(contact.amendmentReason)),
      ] + columns)
  }

  /// The contacts as CSV, oldest first, so that an import restores their order, even within one day.
  package var csv: String {
    CSVLine.joined(Column.allCases.map(\.rawValue))
      + contacts.reversed().map { CanonicalRow(child: file.child, facts: $0.facts).csv() }.joined()
  }

  /// A plain page: the same sentences as the lines, one paragraph a contact.
  package var html: String {
    let title = HTML.escaped("Chronology of \(file.child.displayName) (\(file.child.ref))")
    let rows = entries.map { entry in
      let lines = sentences(of: entry).map { HTML.escaped($0) }.joined(separator: "<br>\n")
      return "<p>\(lines)</p>\n"
    }
    return """
      <!doctype html>
      <html lang="en-GB">
      <meta charset="utf-8">
      <title>\(title)</title>
      <h1>\(title)</h1>
      <p>\(HTML.escaped(summary))</p>
      \(rows.joined())</html>

      """
  }

  /// The child, the flags in force, then each entry after an empty line.
  package var lines: [String] {
    let head = "\(file.child.displayName) (\(file.child.ref)). \(summary)"
    let live = file.flags.filter { $0.cleared == nil }
    let flags = live.isEmpty ? ["No rule has fired."] : live.map { $0.sentence(in: context) }
    return [head] + flags + entries.flatMap { [""] + sentences(of: $0) }
  }

  /// What a person reads also says where something was destroyed; CSV and JSON leave that out.
  private var entries: [ChronologyEntry] {
    ChronologyEntry.merged(contacts, file.record.facts, file.tombstones)
  }

  private var summary: String {
    let figures = file.summary
    let since =
      figures.lastEscalation.map { "since the \($0.rung.written) of \($0.date.shortWithYear)" }
      ?? "no escalation recorded"
    return """
      \(counted(figures.contacts, "contact")); \(figures.contactsSinceEscalation) by \
      \(counted(figures.agenciesSinceEscalation, "agency", plural: "agencies")), \(since).
      """
  }

  private func sentences(of entry: ChronologyEntry) -> [String] {
    switch entry {
    case .contact(let contact):
      sentences(of: contact) + [recorded(contact.recordedBy, contact.recordedAt)]
    case .fact(let record):
      ["\(day(of: record.date)): \(Printable.line(record.words.joined(separator: "; ")))."]
        + [recorded(record.recordedBy, record.recordedAt)]
    case .erased(let tombstone): ["\(day(of: tombstone.date)): \(tombstone.written)."]
    }
  }

  /// Who typed an entry, and when.
  private func recorded(_ author: String, _ moment: Instant) -> String {
    let (day, time) = moment.london
    return "  Recorded: by \(author), \(day.shortWithYear) \(time)"
  }

  private func day(of date: CalendarDate) -> String {
    "\(date.weekday.name.prefix(3)) \(date.shortWithYear)"
  }

  /// Returns what one contact says, a line for each column with something in it; every line but the first
  /// is indented, so that nothing that somebody pasted looks like an entry of its own.
  private func sentences(of contact: Contact) -> [String] {
    let facts = contact.facts
    var head = day(of: facts.date)
    if let time = facts.time { head += " \(time)" }
    if let precision = facts.precision, precision != .day { head += " (the \(precision))" }
    head += ": \(facts.kind.rawValue), \(facts.agency.written)"
    let who = [facts.professional, facts.role].compactMap { $0 }.joined(separator: ", ")
    if !who.isEmpty { head += ", \(Printable.line(who))" }
    // What nobody knew or counted needs no line.
    let empty: Set<String> = ["unknown", "0", Rung.none.rawValue]
    return [head + "."]
      + ContactColumn.told.flatMap { column -> [String] in
        guard let text = column.text(of: facts), !empty.contains(text) else { return [] }
        let label = column == .explanationChallenged ? "Explanation tested" : column.label
        let lines = "\(label): \(text)".split(
          omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
      }
  }
}
