import Cells
import Records

extension ChildScreen {
  func draw(_ situation: Situation) -> Frame {
    var frame = drawn(situation)
    frame.foot(keys, situation, finder)
    return frame
  }

  /// Draws the child without the selection and the last two rows, to be shown beside a list.
  func beside(_ situation: Situation) -> Frame { drawn(situation, showsSelection: false) }

  private func drawn(_ situation: Situation, showsSelection: Bool = true) -> Frame {
    var frame = Frame(size: situation.size)
    drawFigures(in: &frame, situation)
    let head = head(situation.size)
    if head > 2, let file {
      Timeline(file, through: situation.today, columns: situation.size.columns)
        .draw(in: &frame, row: 2)
    }
    frame.rows(
      cursor, of: rowCount, page: page(situation), from: head, isMarked: showsSelection
    ) { frame, place in
      draw(rows[place.index], at: place, in: &frame, situation)
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
    _ row: ChildRow, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let (line, style, today) = (place.line, place.style, situation.today)
    switch row {
    case .reading: frame.write("Reading…", row: line, column: 2, style: place.dimmed)
    case .none: frame.write("No rule has fired.", row: line, column: 2, style: place.dimmed)
    case .gap(let days): frame.write("\(days) d without", row: line, column: 4, style: .dim)
    case .fact(let record):
      FactLine(record, isMarked: isMarked(.fact(record)), today: today)
        .draw(in: &frame, row: line, style: style)
    case .erased(let tombstone): draw(tombstone, at: place, in: &frame, today)
    case .flag(let index):
      if flags.indices.contains(index) { draw(flags[index], at: place, in: &frame, situation) }
    case .contact(let contact):
      ContactLine(contact, isMarked: isMarked(.contact(contact)), today: today)
        .draw(in: &frame, row: line, style: style)
    }
  }

  private func draw(
    _ tombstone: Tombstone, at place: RowPlace, in frame: inout Frame, _ today: CalendarDate
  ) {
    frame.cell(
      tombstone.date.written(today: today), row: place.line, column: 2, width: 10,
      style: place.style)
    frame.cell(
      tombstone.written, row: place.line, column: 14, width: frame.size.columns - 14,
      style: place.dimmed)
  }

  private func draw(
    _ flag: Flag, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let (line, style) = (place.line, place.style)
    let mark = flag.id == markedFlag?.id ? "*" : " "
    frame.write(mark, row: line, column: 1, style: place.isSelected ? style : .evidence)
    frame.write(
      flag.band.word, row: line, column: 2, style: place.isSelected ? style : flag.band.style)
    let state = flag.stateWord(situation)
    frame.cell(
      "\(flag.rule) \(state)\(flag.reason(on: situation.today))", row: line, column: 9,
      width: frame.size.columns - 9, style: style)
  }

  private func isMarked(_ entry: ChronologyEntry) -> Bool {
    markedFlag.map(entry.isEvidence) ?? false
  }
}
