import BuiltProgram
import Foundation
import Records
import Testing

/// Every column of a contact can be given to `heed log`.
@Suite struct ColumnOptionTests {
  @Test func `heed log has an option for each column, with its help`() throws {
    let help = try Program().run(["log", "--help"]).output
    for column in ContactColumn.all {
      let option = "--" + column.name.replacing("_", with: "-")
      #expect(help.contains("  \(option) <"), "\(option)")
    }
  }
}
