import Testing

/// What is typed on screens and at prompts under `--as-of` is stored, stamped with its moment.
@Suite(.serialized) struct ClockSetTests {
  private func terminal() throws -> Tmux {
    let terminal = try Tmux()
    try terminal.run("export HEED_STORE=$HOME/s.heed HEED_ALLOW_PLAINTEXT=1")
    try terminal.run("heed init --me 'Ida Rowe' --role 'team manager'; clear")
    try terminal.run("heed add C1 --name 'Ann Example' --born 2026-08-01 --as-of 2026-11-02; clear")
    return terminal
  }

  @Test func `1.1 a visit saved on a screen under --as-of is in the store, with that clock`() throws
  {
    let terminal = try terminal()
    try terminal.run("heed --as-of 2026-11-20")
    try terminal.wait { $0.contains("clock set to 20 Nov 2026") && !$0.contains("Reading…") }
    try terminal.openChild("ann", called: "Example, Ann")
    try terminal.openVisit()
    try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "y")
    try terminal.press("C-s")
    try terminal.wait { $0.contains("Saved") && $0.contains("20 Nov") }
    try terminal.press("C-c", "C-c")
    try terminal.waitForShell()
    try terminal.run("clear; heed chronology C1 --json | grep -o '\"recorded_at\":\"[^\"]*\"'")
    try terminal.wait { $0.contains("\"recorded_at\":\"2026-11-20T23:59:59Z\"") }
  }

  @Test func `1.1 an answer typed at a prompt under --as-of is in the store`() throws {
    let terminal = try terminal()
    try terminal.run(
      "heed log C1 --contact-type hospital --agency health --injuries 'burn to chest' --date "
        + "2026-11-19 --as-of 2026-11-20T10:00; clear")
    try terminal.run("heed --plain --as-of 2026-11-20T11:00")
    try terminal.wait { $0.contains("or q:") }
    try terminal.run("4")
    try terminal.wait { $0.contains("The child and the rule") }
    try terminal.run("C1:R04")
    try terminal.wait { $0.contains("Choose 1 or 2") }
    for answer in ["1", "1", "Ida Rowe", "+1wd"] { try terminal.run(answer) }
    try terminal.wait { $0.contains("is answered until") }
    try terminal.run("q")
    try terminal.waitForShell()
    try terminal.run(
      "clear; heed flags --as-of 2026-11-20T12:00 --json | grep -o '\"state\":\"answered\"'")
    try terminal.wait { $0.contains("\"state\":\"answered\"") }
  }

  @Test func `8.1 questions go to the terminal and never into a pipe or a file`() throws {
    let terminal = try terminal()
    try terminal.run("heed log C1 > out.txt")
    try terminal.wait { $0.contains("Kind (") }
    try terminal.press("C-c")
    try terminal.waitForShell()
    try terminal.run("clear; wc -c < out.txt; echo counted")
    try terminal.wait { $0.hasPrefix("0\ncounted") }
  }
}
