import Cells
import Records

/// A contact on one line.
struct ContactLine {
  private let contact: Contact
  private let isMarked: Bool
  private let today: CalendarDate

  init(_ contact: Contact, isMarked: Bool, today: CalendarDate) {
    self.contact = contact
    self.isMarked = isMarked
    self.today = today
  }

  func draw(in frame: inout Frame, row: Int, style: Style, indent: Int = 0) {
    let facts = contact.facts
    if isMarked {
      frame.write("*", row: row, column: 1, style: style == .selected ? style : .evidence)
    }
    frame.cell(contact.date.written(today: today), row: row, column: 2, width: 10, style: style)
    frame.cell(facts.agency.written, row: row, column: 14, width: 12, style: style)
    frame.cell(facts.kind.rawValue, row: row, column: 27, width: 17, style: style)
    frame.cell(seen, row: row, column: 45, width: 8, style: style)
    frame.cell(
      ContactLine.words(facts), row: row, column: 54, width: frame.size.columns - 54, style: style)
  }

  private var seen: String {
    switch contact.facts.childSeen {
    case .yes: "seen"
    case .no: "not seen"
    case .unknown, nil: ""
    }
  }

  /// Returns what matters most of a contact, in its own words: the rung held, marks, the account of them,
  /// the child's words, the concern, an adult; the outcome only when there is none of these.
  static func words(_ facts: ContactFacts) -> String {
    var parts: [String] = []
    if let rung = facts.escalation, rung != .none { parts.append(rung.written) }
    if let injuries = facts.injuries { parts.append("● \(injuries)") }
    if let account = facts.explanationGiven { parts.append("\"\(account)\"") }
    if let words = facts.childWords { parts.append(words) }
    if let concern = facts.presentingConcern { parts.append(concern) }
    if let adults = facts.otherAdultsNoted, Observed(rawValue: adults) == nil {
      parts.append(adults)
    }
    if parts.isEmpty, let outcome = facts.outcome { parts.append(outcome) }
    return parts.joined(separator: " · ")
  }
}
