import Foundation
import Testing

/// The page of the terminal's checks says what there is.
@Suite struct ChecksPageTests {
  private func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func `each of the forty checks names a test that begins with its number, or the bench`()
    throws
  {
    let files = [
      "ScreensTests/Checks/EntryChecks", "ScreensTests/Checks/ListChecks",
      "ScreensTests/Checks/ResilienceChecks", "TerminalTests/TerminalChecks",
      "TerminalTests/PaletteTests",
    ]
    let tests = try Dictionary(
      uniqueKeysWithValues: files.map { file in
        (String(file.split(separator: "/").last ?? ""), try text("Tests/\(file).swift"))
      })
    let rows = try text("docs/TERMINAL-CHECKS.md").split(separator: "\n")
      .filter { $0.firstMatch(of: /^\| \d+ \|/) != nil }
    #expect(rows.count == 40)
    for (place, row) in rows.enumerated() {
      let number = place + 1
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells[0] == "\(number)")
      for name in cells[3].split(separator: ", ").map(String.init) {
        guard let source = tests[name] else {
          #expect(["bench", "ChildIndexTests", "TerminalTests", "LockedStoreTests"].contains(name))
          continue
        }
        let isNamed = source.contains("func `\(number) ") || source.contains(" and \(number) ")
        #expect(isNamed, "\(number) in \(name)")
      }
    }
  }
}
