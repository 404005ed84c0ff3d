import Foundation
import Testing

@testable import Screens

@Suite struct ReadmeTests {
  @Test func `the README's table of keys is that of the flagged list`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    #expect(rows == FlaggedList.keys.help.map { "| `\($0.label)` | \($0.meaning) |" })
  }
}
