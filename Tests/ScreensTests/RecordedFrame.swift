import Cells
import Foundation
import Testing

/// Compares a frame with the text recorded in `Frames/NAME.txt`.
///
/// With RECORD_FRAMES=1 the file is written instead, and the test fails so that nobody forgets to
/// look at it. The last line of a file says where the cursor stands.
func expectFrame(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let cursor = frame.cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor"
  let text = frame.text + "\n" + cursor + "\n"
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
