import CTermShim
import Cells
import Foundation
import Testing

@testable import Terminal

/// Compares a frame with the text recorded in `Frames/NAME.txt`: as a UTF-8 terminal shows it, as one
/// of the C locale does, and how it looks with colours and without.
///
/// With RECORD_FRAMES=1 the file is written instead, and the test fails so that nobody forgets to
/// look at it.
func expectFrame(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = recorded(frame)
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Frames/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  #expect(text == recorded, sourceLocation: sourceLocation)
}

/// The sizes at which every screen is recorded.
let recordedSizes = [
  ("80x24", Size(rows: 24, columns: 80)), ("132x43", Size(rows: 43, columns: 132)),
  ("40x10", Size(rows: 10, columns: 40)),
]

/// A frame in four parts: its text, the rows that the C locale changes, and the looks of its cells
/// with and without colours.
private func recorded(_ frame: Frame) -> String {
  let cursor = frame.cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor"
  let plain = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
  let ascii = frame.inASCII.text.split(separator: "\n", omittingEmptySubsequences: false)
  let changed = zip(plain, ascii).enumerated().filter { $1.0 != $1.1 }
    .map { "\($0): \($1.1)" }
  let parts = [
    [frame.text, cursor], ["in the C locale"] + changed,
    ["with colours"] + looks(of: frame, inColour: true),
    ["without colours"] + looks(of: frame, inColour: false),
  ]
  return parts.map { $0.joined(separator: "\n") + "\n" }.joined()
}

/// The runs of cells that are not drawn plainly, a line for each row that has any.
private func looks(of frame: Frame, inColour: Bool) -> [String] {
  (0..<frame.size.rows).compactMap { row in
    var runs: [(first: Int, last: Int, look: String)] = []
    for (column, cell) in frame.row(row).enumerated() {
      let look = look(of: cell.style, inColour: inColour)
      if let last = runs.last, last.look == look {
        runs[runs.count - 1].last = column
      } else {
        runs.append((column, column, look))
      }
    }
    let drawn = runs.filter { !$0.look.isEmpty }.map { "\($0.first)-\($0.last) \($0.look)" }
    return drawn.isEmpty ? nil : "\(row): " + drawn.joined(separator: ", ")
  }
}

/// `bold` and the like, and the ink where there are colours; empty for plain text.
private func look(of style: Style, inColour: Bool) -> String {
  let (weight, ink) = Palette.meaning(of: style)
  let names = [
    (TS_BOLD, "bold"), (TS_DIM, "dim"), (TS_REVERSE, "reverse"), (TS_UNDERLINE, "underlined"),
  ]
  let weights = names.compactMap { bit, name in weight & UInt32(bit) != 0 ? name : nil }
  let inks = inColour && ink != .plain ? ["\(ink)"] : []
  return (weights + inks).joined(separator: "+")
}
