import Cells
import Records

extension ChildScreen {
  func draw(_ situation: Situation) -> Frame {
    var frame = drawn(situation)
    frame.rule(row: situation.size.rows - 2, situation)
    frame.footer(ChildScreen.keys)
    finder.draw(in: &frame)
    return frame
  }

  /// The child without the selection and the last two rows: what lies beside a list.
  func beside(_ situation: Situation) -> Frame { drawn(situation, showsSelection: false) }

  private func drawn(_ situation: Situation, showsSelection: Bool = true) -> Frame {
    var frame = Frame(size: situation.size)
    drawFigures(in: &frame, situation)
    let head = head(situation.size)
    if head > 2, let file {
      Timeline(file, through: situation.today, columns: situation.size.columns)
        .draw(in: &frame, row: 2)
    }
    let page = page(situation.size)
    let top = cursor.top(page: page, count: rows.count)
    for (offset, index) in rows.indices.dropFirst(top).prefix(page).enumerated() {
      let isSelected = showsSelection && index == cursor.selected
      let row = head + offset
      if isSelected {
        frame.cursor = Position(row: row, column: 0)
        frame.fill(row: row, style: .selected)
        frame.write(">", row: row, column: 0, style: .selected)
      }
      draw(rows[index], isSelected, in: &frame, row: row, situation)
    }
    return frame
  }

  private func drawFigures(in frame: inout Frame, _ situation: Situation) {
    var parts = [child.listName]
    if let age = Age(bornOn: child.dateOfBirth, on: situation.today) { parts.append(age.written) }
    parts.append(child.ref)
    if let status = summary?.status { parts.append(status.written) }
    if let worker = child.worker { parts.append(worker) }
    frame.cell(
      parts.joined(separator: " · "), row: 0, column: 0, width: frame.size.columns,
      style: .heading)
    frame.cell(figures(situation.today), row: 1, column: 0, width: frame.size.columns)
  }

  /// Figures since the last escalation: `14 contacts · 3 agencies · 0 escalations · 124 days`.
  private func figures(_ today: CalendarDate) -> String {
    guard let summary else { return "Reading…" }
    let agencies = counted(
      summary.agenciesSinceEscalation, "agency", plural: "agencies")
    var parts = [counted(summary.contactsSinceEscalation, "contact"), agencies]
    if let last = summary.lastEscalation {
      parts.append("since the \(last.rung.written) of \(last.date.shortWithYear)")
      parts.append(counted(today.days(since: last.date), "day"))
    } else {
      parts.append("0 escalations")
      if let first = file?.record.contacts().first?.date {
        parts.append(counted(today.days(since: first) + 1, "day"))
      }
    }
    if let siblings = file?.siblings, !siblings.isEmpty {
      parts.append("siblings \(siblings.map(\.displayName).joined(separator: ", "))")
    }
    return parts.joined(separator: " · ")
  }

  private func draw(
    _ row: ChildRow, _ isSelected: Bool, in frame: inout Frame, row line: Int,
    _ situation: Situation
  ) {
    let style: Style = isSelected ? .selected : .body
    switch row {
    case .reading:
      frame.write("Reading…", row: line, column: 2, style: isSelected ? style : .dim)
    case .none:
      frame.write("No rule has fired.", row: line, column: 2, style: isSelected ? style : .dim)
    case .gap(let days): frame.write("\(days) d without", row: line, column: 4, style: .dim)
    case .fact(let record):
      FactLine(record, isMarked: isMarked(.fact(record)), today: situation.today)
        .draw(in: &frame, row: line, style: style)
    case .erased(let tombstone):
      frame.cell(
        tombstone.date.written(today: situation.today), row: line, column: 2, width: 10,
        style: style)
      frame.cell(
        tombstone.written, row: line, column: 14, width: frame.size.columns - 14,
        style: isSelected ? style : .dim)
    case .flag(let index):
      guard flags.indices.contains(index) else { return }
      let flag = flags[index]
      let mark = flag.id == markedFlag?.id ? "*" : " "
      frame.write(mark, row: line, column: 1, style: isSelected ? style : .evidence)
      frame.write(
        flag.band.word, row: line, column: 2, style: isSelected ? style : flag.band.style)
      let state = flag.stateWord(situation)
      frame.cell(
        "\(flag.rule) \(state)\(flag.reason(on: situation.today))", row: line, column: 9,
        width: frame.size.columns - 9, style: style)
    case .contact(let contact):
      ContactLine(contact, isMarked: isMarked(.contact(contact)), today: situation.today)
        .draw(in: &frame, row: line, style: style)
    }
  }

  private func isMarked(_ entry: ChronologyEntry) -> Bool {
    markedFlag.map(entry.isEvidence) ?? false
  }
}

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

  /// What matters most of a contact, in its own words: marks, then the account of them, the child's
  /// words, the concern, an adult, what came of it.
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
