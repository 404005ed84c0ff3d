import GRDB
import Testing

/// A store that another program holds while a form is saved.
@Suite struct LockedStoreTests {
  @Test func `nothing typed is lost while the store is locked, and saving again saves it`() throws {
    let terminal = try Tmux()
    try terminal.run("heed init s.heed --allow-plaintext --me 'Ida Rowe' --role 'team manager'")
    try terminal.wait { $0.contains("Made a plain store") }
    try terminal.run("heed add C1 --name 'Ann Example' --store s.heed; clear; heed --store s.heed")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") && $0.contains("No rule has fired.") }
    try terminal.openChild("ann", called: "Example, Ann")
    try terminal.openVisit()
    try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "y", "Tab", "n", "Tab", "Tab")
    try terminal.type("I want to go home.")
    let other = try held(terminal.path("s.heed"))
    try terminal.press("C-s")
    try terminal.wait {
      $0.hasPrefix("Log a visit") && $0.contains("Another program holds the store")
        && $0.contains("I want to go home.")
    }
    try other.inDatabase { try $0.commit() }
    try terminal.press("C-s")
    try terminal.wait { $0.hasPrefix("Example, Ann") && $0.contains("I want to go home.") }
    #expect(try terminal.screen().contains("Saved "))
  }

  /// A connection that holds the store's write lock until it commits.
  private func held(_ path: String) throws -> DatabaseQueue {
    let queue = try connection(to: path)
    try queue.inDatabase { try $0.beginTransaction(.immediate) }
    return queue
  }
}
