import Testing

/// The built program in a real terminal.
@Suite(.serialized) struct TerminalTests {
  @Test func `a visit is logged and a flag is answered without a restart`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("c")
    try terminal.type("quill raff")
    try terminal.press("Enter")
    try terminal.wait { $0.hasPrefix("Quill, Rafferty") && $0.contains("No rule has fired.") }
    try terminal.press("v")
    try terminal.wait { $0.hasPrefix("Log a visit") }
    try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "y", "Tab", "n", "Tab", "Tab", "Tab")
    try terminal.type("Quiet, did not look up.")
    try terminal.press("Tab")
    try terminal.type("bruise to left ear")
    try terminal.press("Tab", "1", "C-s")
    try terminal.wait {
      $0.contains("Raised: TODAY R02.") && $0.contains("● bruise to left ear")
        && $0.contains("R02 School and social care")
    }
    try terminal.press("Escape")
    try terminal.press("Escape")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") && $0.contains("TODAY  Quill, Rafferty") }
    try terminal.press("Home", "a")
    try terminal.wait { $0.hasPrefix("Answer ") && $0.contains("There is no dismiss.") }
    try terminal.press("1", "Tab", "s", "C-s")
    try terminal.wait { $0.contains("is answered until Tue 24 Nov.") }
  }

  @Test func `leaving by q gives the terminal back as it was`() throws {
    let terminal = try Tmux()
    let before = try terminal.settings("before")
    try terminal.openDemo()
    try terminal.wait(for: "alternate_on", toBe: "1")
    try terminal.press("q")
    try expectRestored(terminal, before)
  }

  @Test(arguments: ["TERM", "HUP", "INT", "SEGV", "ABRT", "ILL", "TRAP", "BUS", "FPE"])
  func `a signal ends it and gives the terminal back as it was`(signal: String) throws {
    let terminal = try Tmux()
    let before = try terminal.settings("before")
    try terminal.openDemo()
    try terminal.signal(signal)
    try expectRestored(terminal, before)
  }

  @Test func `Ctrl-Z stops it, a form keeps its text, and fg paints it at the new size`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("v")
    try terminal.wait { $0.hasPrefix("Log a visit") }
    try terminal.type("yest 9:15")
    try terminal.wait { $0.contains("09:15") }
    try terminal.press("C-z")
    try terminal.wait { $0.contains("Stopped") && $0.contains("ready>") }
    try terminal.wait(for: "alternate_on", toBe: "0")
    try terminal.resize(columns: 100, rows: 30)
    try terminal.run("fg")
    try terminal.wait { $0.hasPrefix("Log a visit") && $0.contains("yest 9:15") }
    try terminal.wait(for: "alternate_on", toBe: "1")
    try terminal.press("Escape")
    try terminal.wait { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return text.contains("Draft kept.") && lines.prefix(30).last?.hasPrefix("? help") == true
    }
  }

  @Test func `every size is drawn anew, and growing back shows the same row`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("Down", "Down")
    try terminal.wait { $0.contains("\n> TODAY  Adjei") }
    for (columns, rows) in [(132, 43), (40, 10), (20, 5), (3, 1)] {
      try terminal.resize(columns: columns, rows: rows)
    }
    try terminal.resize(columns: 80, rows: 24)
    try terminal.wait {
      $0.contains("\n> TODAY  Adjei")
        && $0.split(separator: "\n").last?.hasPrefix("? help  Enter open") == true
    }
    try terminal.wait(for: "cursor_y", toBe: "4")
  }

  @Test func `a paste is text and runs no command`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("v")
    try terminal.wait { $0.hasPrefix("Log a visit") }
    try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    try terminal.paste("q\nlooked away\nq")
    let text = try terminal.wait { $0.contains("looked away") }
    #expect(text.hasPrefix("Log a visit"))
  }

  @Test func `NO_COLOR takes every colour away and leaves the words`() throws {
    let terminal = try Tmux()
    try terminal.openDemo(after: "NO_COLOR=1")
    let styled = try terminal.screen(styled: true)
    #expect(styled.contains("TODAY"))
    #expect(styled.firstMatch(of: /\u{1b}\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/) == nil)
  }

  @Test func `a terminal that can't draw gets sentences and numbered prompts`() throws {
    let terminal = try Tmux(columns: 100, rows: 50)
    try terminal.run("TERM=dumb heed demo --as-of 2026-11-23")
    try terminal.wait { $0.contains("Choose 1 to 13, or q:") }
    try terminal.run("2")
    try terminal.run("quill raff")
    try terminal.wait { $0.contains("Rafferty Quill (C0471), 8 years") }
    try terminal.run("4")
    try terminal.run("C0417:R01")
    try terminal.wait { $0.contains("Choose 1 or 2:") }
    try terminal.run("2")
    try terminal.run("1")
    try terminal.run("Seen by a consultant.")
    try terminal.run("A new mark.")
    try terminal.run("31/2")
    try terminal.run("+1wd")
    try terminal.wait { $0.contains("the decision on R01 awaits the signature") }
    try terminal.run("q")
    try terminal.run("echo status $?")
    try terminal.wait { $0.contains("status 0") }
  }

  @Test func `a terminal that nobody knows gets one sentence`() throws {
    let terminal = try Tmux()
    try terminal.run("TERM=nonsense heed demo; echo status $?")
    try terminal.wait { $0.contains("heed: TERM names a terminal") && $0.contains("status 69") }
  }

  @Test(arguments: ["xterm-nowhere", "foot-nowhere", "alacritty-nowhere", "ghostty-nowhere"])
  func `8.3 a terminal of a known family that is not described is drawn as xterm, and says so`(
    name: String
  ) throws {
    let terminal = try Tmux()
    try terminal.run("TERM=\(name) heed demo --as-of 2026-11-23")
    try terminal.wait { $0.contains("Flagged") && $0.contains("drawn as xterm-256color") }
    try terminal.press("Down")
    try terminal.wait { !$0.contains("drawn as xterm-256color") && $0.contains("Flagged") }
    try terminal.press("q")
    try terminal.waitForShell()
  }

  /// The main screen, a cursor, and the settings from before.
  private func expectRestored(_ terminal: Tmux, _ before: String) throws {
    try terminal.waitForShell()
    try terminal.wait(for: "alternate_on", toBe: "0")
    try terminal.wait(for: "cursor_flag", toBe: "1")
    try terminal.wait(for: "mouse_any_flag", toBe: "0")
    #expect(try terminal.settings("after") == before)
  }
}
