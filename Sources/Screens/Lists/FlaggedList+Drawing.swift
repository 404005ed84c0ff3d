import Cells
import Records

extension FlaggedList {
  func draw(_ situation: Situation) -> Frame {
    let columns = situation.size.columns
    let child = FlaggedList.isWide(situation.size) ? beside(situation) : nil
    let width = child == nil ? columns : columns / 2 - 2
    let list = drawList(situation.part(columns: width))
    var frame = Frame(size: situation.size)
    frame.lay(list, column: 0)
    frame.cursor = list.cursor
    if let child {
      frame.lay(child.beside(situation.part(columns: columns - columns / 2)), column: columns / 2)
    }
    let row = situation.size.rows - (situation.size.rows < 14 ? 2 : 5)
    frame.rule(row: row, situation, columns: width)
    frame.footer(FlaggedList.keys)
    finder.draw(in: &frame)
    return frame
  }

  /// Returns the screen of the selected child, with as much as has been read.
  private func beside(_ situation: Situation) -> ChildScreen? {
    guard case .child(let child, _)? = selected else { return nil }
    var screen = ChildScreen(child.line)
    if let file, file.id == child.line.id { screen.show(file, situation) }
    if let selectedFlag { screen.mark(selectedFlag) }
    return screen
  }

  /// Draws the list without the rule and the last row.
  private func drawList(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    let title = finder.filter.isEmpty ? "the team · \(situation.store)" : finder.words
    frame.title("Heed  Flagged · \(title)", right: counts)
    let columns = FlaggedColumns(situation.size.columns)
    columns.heads(in: &frame, finder)
    let page = FlaggedList.page(situation.size)
    if rows.isEmpty {
      frame.write(
        lines == nil
          ? "Reading…"
          : lines?.isEmpty == true ? "No rule has fired." : "No row holds these words.",
        row: 2, column: 2, style: .dim)
    }
    drawRows(in: &frame, columns, page: page, situation)
    if situation.size.rows >= 14 { drawDetail(in: &frame, row: 2 + page + 1, situation) }
    return frame
  }

  private func drawRows(
    in frame: inout Frame, _ columns: FlaggedColumns, page: Int, _ situation: Situation
  ) {
    let top = cursor.top(page: page, count: rows.count)
    let evidence = showsEvidence ? evidenceLines(page: page) : []
    // The selected row moves up when its evidence would not fit below it.
    let hidden = max(0, cursor.selected - top + 1 + evidence.count - page)
    var line = 0
    for index in rows.indices.dropFirst(top + hidden) where line < page {
      let isSelected = index == cursor.selected
      if isSelected { frame.cursor = Position(row: 2 + line, column: 0) }
      columns.draw(
        rows[index], isSelected: isSelected, hasArrived: arrived.contains(rows[index].id),
        shown: isSelected ? selectedFlag : nil, in: &frame, row: 2 + line, situation)
      line += 1
      guard isSelected else { continue }
      for text in evidence where line < page {
        frame.cell(text, row: 2 + line, column: 4, width: frame.size.columns - 4, style: .evidence)
        line += 1
      }
    }
  }

  /// The newest contacts that the flag rests on, at most half a page of them.
  private func evidenceLines(page: Int) -> [String] {
    guard let flag = selectedFlag else { return [] }
    let newest = flag.evidence.sorted { $0.date > $1.date }
    let room = max(1, page / 2)
    let shown = newest.prefix(newest.count > room ? room - 1 : room)
    let lines = shown.map { item in
      "* \(item.date.shortWithWeekday)  \(item.agency.written), \(item.kind.rawValue)"
    }
    let more = newest.count - shown.count
    return more > 0 ? lines + ["* and \(more) earlier; Enter shows them all"] : lines
  }

  private func drawDetail(in frame: inout Frame, row: Int, _ situation: Situation) {
    guard let flag = selectedFlag, let selected else { return }
    let width = situation.size.columns
    let reason = flag.reason(on: situation.today)
    let lines = wrapped(reason, columns: width)
    for (offset, line) in lines.prefix(2).enumerated() {
      let isCut = offset == 1 && lines.count > 2
      frame.cell(
        isCut ? lines[1...].joined(separator: " ") : line, row: row + offset, column: 0,
        width: width)
    }
    var parts = ["Since \(flag.raisedOn.shortWithWeekday)"]
    if selected.flags.count > 1 {
      parts.insert("\(flag.rule), flag \(flagNumber) of \(selected.flags.count)", at: 0)
    }
    parts.append(flag.standing(situation))
    parts.append(flag.evidenceByAgency)
    frame.cell(
      parts.joined(separator: " · "), row: row + 2, column: 0, width: width, style: .dim)
  }

  private var flagNumber: Int {
    guard let count = selected?.flags.count, count > 0 else { return 0 }
    return flagIndex % count + 1
  }
}

/// The columns of the flagged list that fit, and their positions.
struct FlaggedColumns {
  private let child: Int
  private let hasFigures: Bool
  private let whyColumn: Int
  private let stateColumn: Int?

  init(_ columns: Int) {
    hasFigures = columns >= 60
    child = columns >= 100 ? 26 : columns >= 60 ? 18 : 14
    whyColumn = 9 + child + 1 + (hasFigures ? 18 : 0)
    stateColumn = columns >= 110 ? columns - 30 : nil
  }

  func heads(in frame: inout Frame, _ finder: Finder) {
    frame.write(finder.head("Band", 0), row: 1, column: 2, style: .dim)
    frame.write(finder.head("Child", 1), row: 1, column: 9, style: .dim)
    if hasFigures {
      let heads =
        padded(finder.head("Age", 2), to: 5) + padded(finder.head("Plan", 3), to: 7)
        + finder.head("Open", 4)
      frame.write(heads, row: 1, column: 10 + child, style: .dim)
    }
    frame.write("Why", row: 1, column: whyColumn, style: .dim)
    if let stateColumn { frame.write("Answer", row: 1, column: stateColumn, style: .dim) }
  }

  func draw(
    _ row: FlaggedRow, isSelected: Bool, hasArrived: Bool, shown: Flag?, in frame: inout Frame,
    row line: Int, _ situation: Situation
  ) {
    guard let flag = shown ?? row.flags.first else { return }
    let body: Style = isSelected ? .selected : .body
    if isSelected { frame.fill(row: line, style: .selected) }
    frame.write(isSelected ? ">" : hasArrived ? "+" : " ", row: line, column: 0, style: body)
    let band = flag.id == row.flags.first?.id ? row.band ?? flag.band : flag.band
    frame.write(band.word, row: line, column: 2, style: isSelected ? body : band.style)
    frame.cell(row.name, row: line, column: 9, width: child, style: body)
    if hasFigures {
      let column = 10 + child
      frame.cell(row.age(on: situation.today), row: line, column: column, width: 4, style: body)
      frame.cell(row.plan, row: line, column: column + 5, width: 4, style: body)
      let open = "\(situation.today.days(since: flag.raisedOn)) d"
      frame.write(
        open, row: line, column: column + 16 - min(6, open.count), style: body, width: 6)
    }
    let end = stateColumn.map { $0 - 1 } ?? frame.size.columns
    let isForemost = flag.id == row.flags.first?.id
    let beside =
      isForemost && row.answered > 0 && row.answered < row.flags.count
      ? "+\(row.answered) answered · " : ""
    let state =
      (row.householdWords.map { "\($0) · " } ?? "") + beside + flag.stateWord(situation)
    frame.cell(
      state + flag.reason(on: situation.today), row: line, column: whyColumn,
      width: end - whyColumn, style: body)
    if let stateColumn {
      frame.cell(
        flag.standing(situation), row: line, column: stateColumn,
        width: frame.size.columns - stateColumn, style: body)
    }
  }
}

extension FlaggedRow {
  fileprivate var name: String {
    switch self {
    case .household:
      let families = Set(lines.map { $0.child.listName.prefix { $0 != "," } })
      return "\(families.sorted().joined(separator: "/")) (\(lines.count) children)"
    case .child(let child, let isSetIn):
      return (isSetIn ? "  " : "") + child.line.child.listName
    }
  }

  /// What a household's line says of all its children together.
  fileprivate var householdWords: String? {
    guard case .household = self else { return nil }
    let concerns = lines.reduce(0) { $0 + $1.summary.concernsSinceEscalation }
    return "\(counted(concerns, "concern")) in all"
  }

  fileprivate func age(on day: CalendarDate) -> String {
    guard case .child(let child, _) = self else { return "–" }
    return child.line.child.age(on: day)
  }

  fileprivate var plan: String { lines[0].summary.status?.short ?? "–" }
}

extension Flag {
  /// `health 31, social care 24, police 8`: the contacts that it rests on, by agency.
  var evidenceByAgency: String {
    let counts = Dictionary(grouping: evidence, by: \.agency.counted).mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// The word before the reason of a flag that is not simply open.
  func stateWord(_ situation: Situation) -> String {
    if isAnswered(at: situation.now) { return "answered · " }
    if answer?.broken != nil { return "reopened · " }
    if answer?.awaitsSignature == true { return "unsigned · " }
    return quietSince == nil ? "" : "quiet · "
  }

  /// Says who is to answer by when, or who has answered.
  func standing(_ situation: Situation) -> String {
    let due = due(situation.calendar)?.london
    let isToday = due?.day == situation.today
    let day = due.map { isToday ? "today" : $0.day.shortWithWeekday }
    switch state(at: situation.now, calendar: situation.calendar) {
    case .open where answer?.awaitsSignature == true && answer?.broken == nil:
      return "awaits a \(answer?.signer?.title ?? "")'s signature"
    case .open: return "team manager, due \(day ?? "–")\(due.map { " \($0.time)" } ?? "")"
    case .overdue:
      let owner = owner(at: situation.now, calendar: situation.calendar).title
      return "overdue since \(day ?? "–"), \(owner)"
    case .answered: return "answered by \(answer?.answeredBy ?? "–") until \(day ?? "–")"
    case .cleared: return "cleared"
    }
  }
}
