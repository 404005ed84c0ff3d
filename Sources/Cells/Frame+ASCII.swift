extension Frame {
  /// The same screen for a terminal that speaks ASCII only, cell for cell.
  ///
  /// What has no near likeness becomes one `?` in each of its cells.
  package var inASCII: Frame {
    mapping { cell in
      if cell.isContinuation { return Cell("?", style: cell.style) }
      if cell.character.isASCII { return cell }
      return Cell(Self.likeness[cell.character] ?? "?", style: cell.style)
    }
  }

  private static let likeness: [Character: Character] = [
    "…": "~", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "●": "*", "★": "*", "•": "*",
    "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "8",
    "·": ".", "“": "\"", "”": "\"", "‘": "'", "’": "'", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "─": "-", "│": "|", "▶": ">", "✓": "x", "×": "x", "\u{A0}": " ",
  ]
}
