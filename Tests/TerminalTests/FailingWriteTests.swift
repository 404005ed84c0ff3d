import BuiltProgram
import Foundation
import GRDB
import Testing

/// A visit that is saved in a real terminal while one write or sync of the machine fails.
@Suite(.serialized) struct FailingWriteTests {
  /// Input and output error.
  private static let failure = 5

  @Test(arguments: [30, 45, 60, 75] + Array(88...104))
  func `whichever write fails, saving again saves the visit once`(point: Int) throws {
    let terminal = try Tmux()
    try terminal.run("export HEED_STORE=$HOME/kept/s.heed; mkdir kept")
    try terminal.run("heed init --me 'Ida Rowe'; heed add C1 --name 'Ann Example'")
    try terminal.wait { $0.contains("Made C1.") }
    try terminal.run(
      "clear; LD_PRELOAD=\(BuiltProgram.crashShim) CRASH_UNDER=$HOME/kept CRASH_AT=\(point) "
        + "CRASH_ERROR=\(Self.failure) heed")
    try terminal.wait { $0.hasPrefix("Heed  ") && $0.contains("? help") }
    try terminal.openChild("ann", called: "Example, Ann")
    try terminal.openVisit()
    for _ in 0..<5 { try terminal.press("Tab") }
    try terminal.type("y")
    for _ in 0..<3 { try terminal.press("Tab") }
    try terminal.type("He hid.")
    try terminal.wait { $0.contains("He hid.") }
    try terminal.press("C-s")
    // Saved, or a sentence that says why not; then once more.
    let after = try terminal.wait {
      $0.hasPrefix("Example, Ann") && $0.contains("Saved") || $0.contains("its own code")
        || $0.contains("damaged") || $0.contains("not known") || $0.contains("try again")
    }
    print(
      "failing write \(point): \(after.hasPrefix("Log a visit") ? "refused, saved again" : "saved at once")"
    )
    if after.hasPrefix("Log a visit") {
      try terminal.press("C-s")
      try terminal.wait { $0.hasPrefix("Example, Ann") && $0.contains("Saved") }
    }
    try terminal.signal("TERM")
    try terminal.waitForShell()
    let queue = try connection(to: terminal.path("kept/s.heed"))
    let saved = try queue.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM contact WHERE child_words = 'He hid.'")
    }
    #expect(saved == 1)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM contact") } == 1)
  }
}
