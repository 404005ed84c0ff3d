import Cells
import Screens
import Testing

struct KeyTableTests {
  private enum Action { case open, answer, quit }

  private let table = KeyTable<Action>([
    .init([.enter], "Enter", hint: "open", "Opens the child.", .open),
    .init([.character("a")], "a", hint: "answer", "Answers the flag.", .answer),
    .init([.character("q"), .escape], "q", hint: "quit", "Leaves.", .quit),
  ])

  @Test(arguments: [(80, "Enter open  a answer  q quit"), (22, "Enter open  a answer"), (9, "")])
  func `the footer is cut only at a whole hint`(columns: Int, footer: String) {
    #expect(table.footer(columns: columns) == footer)
  }

  @Test func `several keys may mean the same`() {
    #expect(table.action(of: .escape) == .quit)
    #expect(table.action(of: .character("q")) == .quit)
    #expect(table.action(of: .tab) == nil)
  }
}
