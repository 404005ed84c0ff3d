/// A screen as a value: a grid of characters with meanings, and the cursor.
///
/// This folder answers for what may be shown and how wide it is. It knows no terminal.
///
///     var frame = Frame(size: Size(rows: 24, columns: 80))
///     let end = frame.write("Kit Marlow", row: 0, column: 0, style: .heading)  // 10
///     frame.cursor = Position(row: 2, column: 0)
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// The position of the hardware cursor; hidden when nil.
  ///
  /// Braille displays and screen readers follow it, so every screen puts it on its focus.
  package var cursor: Position?
  /// Row by row, from the top.
  private var cells: [Cell]

  package init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  /// The cell at a place, nil outside the frame.
  package subscript(row: Int, column: Int) -> Cell? {
    contains(row: row, column: column) ? cells[row * size.columns + column] : nil
  }

  /// Writes text and returns the column after the last cell written.
  ///
  /// Text is made safe first and cut at `width` cells, or at the right edge. A wide character that
  /// has only one cell left becomes a blank, so that nothing is drawn by half. Nothing is written
  /// when the row or the column lies outside the frame.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .body, width: Int? = nil
  ) -> Int {
    guard contains(row: row, column: column) else { return column }
    let room = min(size.columns - column, max(0, width ?? size.columns))
    let end = column + room
    var next = column
    for character in Printable.line(text) {
      for glyph in Glyph.all(in: character) {
        guard next + glyph.columns <= end else {
          return blank(from: next, to: end, row: row, style: style)
        }
        place(glyph, row: row, column: next, style: style)
        next += glyph.columns
      }
    }
    return next
  }

  /// Gives a whole row one style without changing its characters: the bar of a selection.
  package mutating func fill(row: Int, style: Style) {
    guard (0..<size.rows).contains(row) else { return }
    for index in row * size.columns..<(row + 1) * size.columns {
      cells[index].style = style
    }
  }

  /// Copies another frame over this one, its first column to `column`; the cursor stays.
  package mutating func lay(_ other: Frame, column: Int) {
    for row in 0..<min(size.rows, other.size.rows) {
      for offset in 0..<max(0, min(other.size.columns, size.columns - column)) {
        cells[row * size.columns + column + offset] = other.cells[row * other.size.columns + offset]
      }
    }
  }

  /// The cells of one row; none outside the frame.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The same grid with every cell replaced by what `change` makes of it.
  func mapping(_ change: (Cell) -> Cell) -> Frame {
    var copy = self
    for index in copy.cells.indices { copy.cells[index] = change(copy.cells[index]) }
    return copy
  }

  private func contains(row: Int, column: Int) -> Bool {
    (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
  }

  private mutating func blank(from start: Int, to end: Int, row: Int, style: Style) -> Int {
    // Only ever the one cell that a wide character was too wide for.
    for column in start..<end {
      place(Glyph(character: " ", columns: 1), row: row, column: column, style: style)
    }
    return end
  }

  private mutating func place(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    let start = row * size.columns + column
    let last = column + glyph.columns - 1
    // A wide character that loses one of its cells loses the other one too.
    if cells[start].isContinuation { cells[start - 1].character = " " }
    if last + 1 < size.columns, cells[start + glyph.columns].isContinuation {
      cells[start + glyph.columns] = Cell(" ", style: cells[start + glyph.columns].style)
    }
    cells[start] = Cell(glyph.character, style: style)
    if glyph.columns == 2 { cells[start + 1] = Cell(" ", style: style, isContinuation: true) }
  }
}
