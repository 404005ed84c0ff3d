extension Frame {
  /// The characters, rows joined by newlines, blanks at the end of a row left out.
  package var text: String {
    lines(trimming: " ") { $0.isContinuation ? nil : $0.character }
  }

  /// The styles in the same shape, one letter a cell and `.` for body text.
  package var styles: String {
    lines(trimming: ".") { $0.style.letter }
  }

  private func lines(trimming blank: Character, _ letter: (Cell) -> Character?) -> String {
    (0..<size.rows).map { number in
      var line = row(number).compactMap(letter)
      while line.last == blank { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
