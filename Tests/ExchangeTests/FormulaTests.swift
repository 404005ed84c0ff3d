import InjectionCorpus
import SeededRandom
import Testing

@testable import Exchange

/// Cells that a spreadsheet would run, out and in.
@Suite struct FormulaTests {
  /// What Heed writes for a list of cells, as cells of text again but with the apostrophes left on.
  private func written(_ cells: [String]) -> [String] { cells.map(Formula.neutralised) }

  private func read(_ line: String) throws -> [String] {
    var reader = CSVReader(text: line)
    let record = try reader.next()
    return record?.texts ?? []
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44 7700", "'+44 7700"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), ("\u{0}=1", "'\u{0}=1"),
    ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"),
    ("\u{FF20}1", "'\u{FF20}1"), ("'=1", "''=1"), ("''-1", "'''-1"),
    ("1=1", "1=1"), ("'I like Zoë'", "'I like Zoë'"), ("'", "'"), ("''", "''"), ("", ""),
    (" =1", " =1"), ("\u{FF1C}1", "\u{FF1C}1"), ("Ann", "Ann"),
  ])
  func `a cell that would be run begins with an apostrophe, and comes back without`(
    cell: String, written expected: String
  ) throws {
    #expect(Formula.neutralised(cell) == expected)
    #expect(try read(CSVLine.joined([cell, "x"])) == [cell, "x"])
    #expect(try read(CSVLine.joined([cell])) == [cell])
  }

  @Test func `a cell of several parts is quoted, whatever a spreadsheet parts cells by`() {
    #expect(CSVLine.joined(["bruise;=1+1"]) == "\"bruise;=1+1\"\r\n")
    #expect(CSVLine.joined(["a\t=1+1"]) == "\"a\t=1+1\"\r\n")
  }

  @Test func `whatever is written is read again, and no cell of it would be run`() throws {
    var generator = SplitMix64(seed: 20_261_126)
    let pieces = [
      "=", "+", "-", "@", "'", "\t", "\r", "\n", "\"", ",", ";", "\u{FF1D}", "a", " ", "é",
    ]
    for round in 0..<20_000 {
      let cells = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 0...5, using: &generator))
          .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      }
      // A line of one empty cell is an empty line, which is passed over.
      let line = CSVLine.joined(cells + ["end"])
      let again = try read(line)
      try #require(again == cells + ["end"], "round \(round)")
      for cell in written(cells) {
        let first = cell.unicodeScalars.first ?? "x"
        #expect(!"=+-@\t\r\n\u{FF1D}".unicodeScalars.contains(first), "round \(round)")
      }
    }
  }

  @Test(arguments: InjectionCorpus.texts)
  func `the injection corpus comes back exactly`(text: String) throws {
    #expect(try read(CSVLine.joined([text, "x"])) == [text, "x"])
  }
}
