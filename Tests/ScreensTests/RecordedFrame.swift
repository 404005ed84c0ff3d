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

/// SplitMix64: the same keys for the same seed.
struct SeededKeys: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
