import Cells
import Records

/// One contact in full, as it was recorded.
struct ContactScreen: Hashable, Sendable {
  static let keys = KeyTable<Action>.list([])

  private let contact: Contact
  private let child: Child
  private var cursor = RowCursor()

  init(_ contact: Contact, child: Child) {
    self.contact = contact
    self.child = child
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    if case .move(let motion) = action {
      cursor.move(
        motion, count: lines(situation.size.columns).count, page: situation.size.rows - 4)
    }
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title(
      "\(child.listName) · \(contact.facts.kind.rawValue), \(contact.facts.agency.written)")
    let lines = lines(situation.size.columns)
    let page = max(1, situation.size.rows - 4)
    let top = cursor.top(page: page, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(page).enumerated() {
      frame.write(line, row: 2 + offset, column: 0)
    }
    frame.cursor = Position(row: min(2 + cursor.selected - top, situation.size.rows - 1), column: 0)
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(ContactScreen.keys)
    return frame
  }

  private func lines(_ columns: Int) -> [String] {
    let label = 20
    return fields.flatMap { name, text -> [String] in
      let lines = wrapped(text, columns: max(10, columns - label))
      return lines.enumerated().map { index, line in
        let head = index == 0 ? name : ""
        return head + String(repeating: " ", count: max(1, label - head.count)) + line
      }
    }
  }

  private var fields: [(String, String)] {
    let facts = contact.facts
    let when = [facts.date.long, facts.time?.description].compactMap { $0 }.joined(separator: ", ")
    let precision = facts.precision.flatMap { $0 == .day ? nil : " (known to the \($0.rawValue))" }
    let who = [facts.professional, facts.role].compactMap { $0 }.joined(separator: ", ")
    let fields: [(String, String?)] = [
      ("When", when + (precision ?? "")), ("Kind", facts.kind.rawValue),
      ("Agency", facts.agency.written), ("By", who), ("Plan", facts.plan?.written),
      ("Announced", facts.announced?.rawValue), ("Child seen", facts.childSeen?.rawValue),
      ("Seen alone", facts.seenAlone?.rawValue), ("Child's words", facts.childWords),
      ("Concern", facts.presentingConcern), ("Injuries", facts.injuries),
      ("Marks", facts.injuryCount.map(String.init)), ("Explanation", facts.explanationGiven),
      ("Tested", facts.explanationChallenged?.rawValue),
      ("Other adults", facts.otherAdultsNoted), ("Outcome", facts.outcome),
      ("Rung held", facts.escalation?.written), ("Source", facts.source),
      ("Recorded", recorded), ("Amended because", contact.amendmentReason),
    ]
    return fields.compactMap { name, text in
      text.flatMap { $0.isEmpty ? nil : (name, $0) }
    }
  }

  /// Who typed it and when, and how long after it happened.
  private var recorded: String {
    let (day, time) = contact.recordedAt.london
    let late = day.days(since: contact.date)
    let delay = late > 0 ? ", \(counted(late, "day")) after it happened" : ""
    return "by \(contact.recordedBy), \(day.shortWithYear) \(time)\(delay)"
  }
}
