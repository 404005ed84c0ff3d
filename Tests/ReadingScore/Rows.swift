import Foundation

/// One labelled phrase of a corpus.
struct Row {
  let id: String
  let field: String
  let text: String
  let expect: [String: Any]
  let note: String

  static func read(_ path: String) throws -> [Row] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try cells(of: text).dropFirst().filter { $0.count >= 4 }.map { cells in
      let label = try JSONSerialization.jsonObject(with: Data(cells[3].utf8)) as? [String: Any]
      return Row(
        id: cells[0], field: cells[1], text: cells[2], expect: label ?? [:],
        note: cells.count > 4 ? cells[4] : "")
    }
  }

  private static func cells(of text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var previous: Character = "\n"
    for character in text {
      switch (character, isQuoted) {
      case ("\"", true): isQuoted = false
      case ("\"", false):
        if previous == "\"" { cell.append("\"") }
        isQuoted = true
      case (",", false):
        rows[rows.count - 1].append(cell)
        cell = ""
      case ("\n", false), ("\r\n", false):
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
      previous = character
    }
    if !cell.isEmpty { rows[rows.count - 1].append(cell) }
    return rows
  }
}
