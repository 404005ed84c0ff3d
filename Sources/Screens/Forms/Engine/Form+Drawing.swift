internal import Cells
internal import Records

/// What a form shows around its rows.
struct FormSurround: Hashable, Sendable {
  var title: String
  /// Shown at the right end of the title.
  var corner: String?
  /// Paragraphs above the rows; they scroll with them.
  var preamble: [Span] = []
  /// A sentence shown above the last lines, whichever row has the focus.
  var foot: String?
}

extension Form {
  func draw(_ surround: FormSurround, size: Size) -> Frame {
    var frame = Frame(size: size)
    let layout = FormLayout(columns: size.columns)
    let below = linesBelow(surround, size: size)
    let top = size.rows >= 4 ? 1 : 0
    let room = max(1, size.rows - top - below.count)
    let body = body(surround.preamble, layout: layout)
    let first = firstLine(body, room: room)
    for (row, line) in body.lines.dropFirst(first).prefix(room).enumerated() {
      write(line, row: top + row, into: &frame)
    }
    if top == 1 { writeTitle(surround, into: &frame) }
    for (index, span) in below.enumerated() {
      frame.write(span.text, row: top + room + index, column: 0, style: span.style)
    }
    place(
      Position(row: top + body.cursor.row - first, column: body.cursor.column), in: &frame)
    return frame
  }

  /// Returns the first line to draw: the top while the cursor is in the upper three quarters, then the one
  /// that puts the cursor in the middle, so that the rows before and after it show too.
  private func firstLine(_ body: FormBody, room: Int) -> Int {
    let row = body.cursor.row
    return row < room * 3 / 4 ? 0 : min(max(0, row - room / 2), max(0, body.lines.count - room))
  }

  private func body(_ preamble: [Span], layout: FormLayout) -> FormBody {
    var body = FormBody(layout: layout)
    for paragraph in preamble {
      body.add(paragraph.text, style: paragraph.style, column: FormLayout.labelColumn)
    }
    if !preamble.isEmpty { body.add([]) }
    if let summary { addSummary(summary, to: &body) }
    var line: [FormRow<Name>] = []
    for row in rows where row.presence != .hidden {
      if row.place == .right, layout.isWide {
        line.append(row)
        continue
      }
      if !line.isEmpty { body.add(line, focus: focused) }
      line = [row]
    }
    body.add(line, focus: focused)
    return body
  }

  /// The row with the cursor; nil while the problems are listed.
  private var focused: Name? { summary == nil ? rows[focus].name : nil }

  /// Adds one line for each problem that prevents saving, with the cursor on the selected one.
  private func addSummary(_ selected: Int, to body: inout FormBody) {
    let problems = rows.filter { $0.problem != nil && $0.presence != .hidden }.compactMap(\.problem)
    for (index, problem) in problems.enumerated() {
      body.add(listed: problem, isSelected: index == selected)
    }
    body.add([])
  }

  // MARK: The last lines

  /// Returns the lines from the rule down to the keys, as many as the height allows.
  private func linesBelow(_ surround: FormSurround, size: Size) -> [Span] {
    var lines: [Span] = []
    let message = message
    if let foot = surround.foot, size.rows >= 16 {
      lines += TextLines(foot, width: size.columns).all.map { Span($0, .dim) }
    }
    if let message {
      let text = TextLines(message.text, width: size.columns).all
      lines += text.prefix(max(1, size.rows / 4)).map { Span($0, message.style) }
    } else if size.rows >= 12 {
      lines.insert(Span(String(repeating: "-", count: size.columns), .dim), at: 0)
    }
    if size.rows >= (message == nil ? 6 : 12) { lines.append(Span(hint(size.columns), .hint)) }
    let keys = KeyTable<FormAction>.form.footer(columns: size.columns)
    if size.rows >= 4 { lines.append(Span(keys, .hint)) }
    return size.rows >= 3 ? lines : []
  }

  /// The message above the keys: saving, a question, a refusal, or how many problems are left.
  private var message: Span? {
    if isSaving { return Span("Saving …", .notice) }
    if let question { return Span(question.sentence, .problem) }
    if let refusal { return Span(refusal, .problem) }
    switch problemCount {
    case 0: return nil
    case let count:
      let mend = "Not saved: \(counted(count, "thing")) to mend (!)."
      return Span(summary == nil ? mend : mend + " Enter goes to the one selected.", .problem)
    }
  }

  private func hint(_ columns: Int) -> String {
    let row = rows[focus]
    if case .choice(let field) = row.field {
      let width = FormLayout(columns: columns).width(of: row)
      if !field.isShort(in: width) { return field.strip(width: columns) }
    }
    let names = row.candidates.isEmpty ? [] : row.names(completing: row.field.text)
    let offered = names.isEmpty ? "" : "Ctrl-Space: \(names.prefix(4).joined(separator: ", ")). "
    return TextWidth.clipped(offered + row.hint, to: columns)
  }

  // MARK: Writing

  private func write(_ line: FormLine, row: Int, into frame: inout Frame) {
    for piece in line.pieces {
      var column = piece.column
      for span in piece.spans {
        column = frame.write(span.text, row: row, column: column, style: span.style)
      }
    }
  }

  private func writeTitle(_ surround: FormSurround, into frame: inout Frame) {
    let end = frame.write(
      TextWidth.clipped(surround.title, to: frame.size.columns), row: 0, column: 0,
      style: .heading)
    guard let corner = surround.corner else { return }
    let column = frame.size.columns - TextWidth.columns(of: corner)
    if column > end { frame.write(corner, row: 0, column: column, style: .dim) }
  }

  private func place(_ cursor: Position, in frame: inout Frame) {
    guard frame.size.rows > 0, frame.size.columns > 0 else { return }
    frame.cursor = Position(
      row: min(max(0, cursor.row), frame.size.rows - 1),
      column: min(cursor.column, frame.size.columns - 1))
  }
}
