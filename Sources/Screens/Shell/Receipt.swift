package import Records

/// The message shown after a save: what was saved, for which children and day, which flags it raised, and
/// the ids by which it is found again.
package struct Receipt: Hashable, Sendable {
  private let what: String
  private let children: [Child]
  private let day: CalendarDate
  private let ids: [Identifier]
  private let raised: [Flag]

  /// The receipt for contacts saved together; nil when `recorded` is empty.
  package init?(_ recorded: [SavedContact]) {
    guard let contact = recorded.first?.contact else { return nil }
    what = (contact.version > 1 ? "the amended " : "") + contact.facts.kind.rawValue
    children = recorded.map(\.child)
    day = contact.date
    ids = recorded.map(\.contact.id)
    raised = recorded.flatMap(\.raised)
  }

  package init(_ noted: SavedFact) {
    let fact = noted.record.fact
    what = "\(fact.kind.title.lowercased()), \(fact.step.name)"
    children = [noted.child]
    day = fact.day
    ids = [noted.record.id]
    raised = noted.raised
  }

  /// `Saved home visit, Kit Marlow, Fri 20 Nov.`, with the year where it is not this one.
  package func saved(today: CalendarDate) -> String {
    let names = children.map(\.displayName).joined(separator: ", ")
    let isThisYear = day.parts.year == today.parts.year
    let when =
      isThisYear ? day.shortWithWeekday : "\(day.weekday.name.prefix(3)) \(day.shortWithYear)"
    return "Saved \(what), \(names), \(when)."
  }

  /// The short ids by which it is found again, in square brackets.
  package var found: String { "[\(ids.map(\.receipt).joined(separator: ", "))]" }

  /// The whole receipt on one line: what was saved, the flags raised, and the ids.
  package func line(today: CalendarDate) -> String {
    let words = raised.map { "\($0.band.word) \($0.rule)" }.joined(separator: ", ")
    let flags = words.isEmpty ? "" : " Raised: \(words)."
    return "\(saved(today: today))\(flags) \(found)"
  }
}
