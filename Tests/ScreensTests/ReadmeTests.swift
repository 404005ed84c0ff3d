import Foundation
import Testing

@testable import Screens

@Suite struct ReadmeTests {
  @Test func `the README's table of keys is that of the flagged list`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let table = FlaggedList.keys.help.map { "| `\($0.label)` | \($0.meaning) |" }
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let first = try #require(lines.firstIndex { $0.hasPrefix("| `") })
      let others = lines[first...].drop { $0.hasPrefix("| `") }
      let written = (lines[..<first] + table + others).joined(separator: "\n")
      try written.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded the table of keys: look at it")
      return
    }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    #expect(rows == table)
  }
}
