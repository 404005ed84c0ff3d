import Testing

/// What Heed asks line by line.
@Suite(.serialized) struct QuestionTests {
  @Test func `a first run makes a store of one's own, and says that it is not encrypted`() throws {
    let terminal = try Tmux()
    try terminal.run("heed")
    try terminal.wait { $0.contains("Choose 1, 2, 3 or q:") }
    #expect(try terminal.screen().contains("Make a store of your own, not encrypted"))
    try terminal.run("2")
    try terminal.wait { $0.contains("Your name (") }
    try terminal.run("Ida Rowe")
    try terminal.run("team manager")
    try terminal.run("")
    try terminal.wait {
      $0.hasPrefix("Heed  Flagged · the team · plain store, not encrypted")
        && $0.contains("No rule has fired.")
    }
  }

  @Test func `8.4 a first run imports a file as the command does`() throws {
    let terminal = try Tmux(columns: 100, rows: 40)
    try terminal.run(
      "printf 'child_ref,date,agency,contact_type\\nC7,2026-03-01,health,GP\\n' > one.csv; clear; heed"
    )
    try terminal.wait { $0.contains("Choose 1, 2, 3 or q:") }
    try terminal.run("3")
    try terminal.wait { $0.contains("The file:") }
    try terminal.run("one.csv")
    try terminal.wait { $0.contains("Your name (") }
    for answer in ["Ida Rowe", "team manager", ""] { try terminal.run(answer) }
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    try terminal.press("q")
    try terminal.waitForShell()
    try terminal.run("clear; heed children")
    try terminal.wait { $0.contains("C7") }
  }

  @Test func `a first run that looks at the fictional caseload leaves nothing behind`() throws {
    let terminal = try Tmux()
    try terminal.run("heed")
    try terminal.wait { $0.contains("Choose 1, 2, 3 or q:") }
    try terminal.run("1")
    try terminal.wait { $0.hasPrefix("Heed  Flagged · the team · fictional caseload") }
    try terminal.press("q")
    try terminal.waitForShell()
    try terminal.run("clear; find . -name '*heed*' | grep -c sqlite")
    try terminal.wait { $0.hasPrefix("0\n") }
  }

  @Test func `a contact is asked for field by field, and a faulty answer again`() throws {
    let terminal = try Tmux(columns: 100, rows: 40)
    try terminal.run("export HEED_STORE=$HOME/s.heed; heed init --allow-plaintext --me 'Ida Rowe'")
    try terminal.wait { $0.contains("Made a plain store") }
    try terminal.run("heed add C1 --born 2026-08-01; clear; heed log C1")
    try terminal.wait { $0.contains("Kind (") }
    try terminal.run("a visit")
    try terminal.wait { $0.contains("it must be one of: home visit") }
    try terminal.run("home visit")
    try terminal.wait { $0.contains("When (") }
    try terminal.run("31/2")
    try terminal.wait { $0.contains("it is no day") }
    try terminal.run("yest 14:30")
    try terminal.run("")
    try terminal.wait { $0.contains("Child seen: say yes, no or unknown.") }
    for answer in ["y", "n", "Slept.", "", "bruise to cheek", "1", "", "", "", ""] {
      try terminal.run(answer)
    }
    try terminal.wait { $0.contains("Rung held") }
    try terminal.run("none")
    try terminal.wait { $0.contains("Saved ") && $0.contains("Act today: R04") }
  }
}
