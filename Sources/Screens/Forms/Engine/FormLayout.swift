internal import Cells

/// The columns of labels and fields at a given width.
struct FormLayout: Hashable, Sendable {
  let columns: Int

  /// Whether two short fields share a line.
  var isWide: Bool { columns >= 72 }

  static let labelColumn = 2
  static let labelWidth = 17
  /// The width of the label in the right half of a shared line.
  static let besideLabelWidth = 13

  var fieldColumn: Int { FormLayout.labelColumn + FormLayout.labelWidth }
  /// The widest line that is easy to read back.
  private static let readable = 92

  /// The width of a field that has a line to itself.
  var fullWidth: Int { min(max(1, columns - fieldColumn - 1), FormLayout.readable) }

  /// The width of the field in the left half of a shared line.
  static let halfWidth = 26
  /// The width of a day with its time.
  static let shortWidth = 22
  var besideLabelColumn: Int { fieldColumn + FormLayout.halfWidth + 2 }
  var besideFieldColumn: Int { besideLabelColumn + FormLayout.besideLabelWidth }

  func width<Name: RowName>(of row: FormRow<Name>) -> Int {
    switch row.place {
    case .right where isWide: max(1, columns - besideFieldColumn)
    case .whole, .right: fullWidth
    case .short: min(FormLayout.shortWidth, fullWidth)
    case .left: min(FormLayout.halfWidth, fullWidth)
    }
  }

  /// Returns the column of a short text's echo; nil when there is no room beside the field.
  func echoColumn(of place: FormPlace) -> Int? {
    let column = fieldColumn + FormLayout.shortWidth + 2
    // The longest weekday with day, month, year and time.
    return place == .short && column + 36 <= columns ? column : nil
  }
}

/// One line of a form's body: pieces at columns.
struct FormLine: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var column: Int
    var spans: [Span]
  }

  var pieces: [Piece] = []
}

/// The lines of a form's body, and the place of the cursor among them.
struct FormBody: Hashable, Sendable {
  private(set) var lines: [FormLine] = []
  private(set) var cursor = Position(row: 0, column: 0)
  private let layout: FormLayout

  init(layout: FormLayout) {
    self.layout = layout
  }

  mutating func add(_ spans: [Span], column: Int = 0) {
    lines.append(FormLine(pieces: [.init(column: column, spans: spans)]))
  }

  /// Adds a paragraph broken between words.
  mutating func add(_ text: String, style: Style, column: Int) {
    for line in TextLines(text, width: layout.columns - column - 1).all {
      add([Span(line, style)], column: column)
    }
  }

  /// Adds a line of the list of problems, with the cursor on it when it is selected.
  mutating func add(listed text: String, isSelected: Bool) {
    if isSelected { cursor = Position(row: lines.count, column: 0) }
    let style: Style = isSelected ? .selected : .problem
    add([Span(isSelected ? "> ! " : "  ! ", style), Span(text, style)])
  }

  /// Adds one row, or two that share a line, with their echoes and problems below.
  mutating func add<Name: RowName>(_ rows: [FormRow<Name>], focus: Name?) {
    let top = lines.count
    for (index, row) in rows.enumerated() {
      place(row, isFocused: row.name == focus, isRight: index > 0, top: top)
    }
    for row in rows {
      if let echo = row.echo, row.problem == nil, layout.echoColumn(of: row.place) == nil {
        add(echo, style: .dim, column: layout.fieldColumn)
      }
      if let problem = row.problem { add("! " + problem, style: .problem, column: noteColumn) }
    }
  }

  private var noteColumn: Int { layout.isWide ? layout.fieldColumn : FormLayout.labelColumn }

  private mutating func place<Name: RowName>(
    _ row: FormRow<Name>, isFocused: Bool, isRight: Bool, top: Int
  ) {
    let label = isRight ? layout.besideLabelColumn : FormLayout.labelColumn
    let column = isRight ? layout.besideFieldColumn : layout.fieldColumn
    let width = isRight ? FormLayout.besideLabelWidth : FormLayout.labelWidth
    let drawn = row.field.drawn(width: layout.width(of: row), isFocused: isFocused)
    if isFocused {
      put([Span(">", .heading)], line: top, column: label - 2)
      cursor = Position(row: top + drawn.cursor.row, column: column + drawn.cursor.column)
    }
    let labels = TextLines(row.label, width: width - 1).all
    for (index, text) in labels.prefix(max(2, drawn.lines.count)).enumerated() {
      put([Span(text, labelStyle(row, isFocused))], line: top + index, column: label)
    }
    for (index, spans) in drawn.lines.enumerated() {
      put(
        row.presence == .dimmed ? spans.map { Span($0.text, .dim) } : spans, line: top + index,
        column: column)
    }
    if let echo = row.echo, row.problem == nil, let column = layout.echoColumn(of: row.place) {
      put([Span(echo, .body)], line: top, column: column)
    }
  }

  private func labelStyle<Name: RowName>(_ row: FormRow<Name>, _ isFocused: Bool) -> Style {
    if isFocused { return .heading }
    return row.presence == .dimmed ? .dim : .body
  }

  private mutating func put(_ spans: [Span], line: Int, column: Int) {
    while lines.count <= line { lines.append(FormLine()) }
    lines[line].pieces.append(.init(column: column, spans: spans))
  }
}
