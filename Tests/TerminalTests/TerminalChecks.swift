import Foundation
import GRDB
import Testing

/// The checks of the terminal that only a real one can hold, by their numbers.
@Suite(.serialized) struct TerminalChecks {
  /// A store with one child, and the interface open on it.
  private func opened(columns: Int = 80, rows: Int = 24, after variables: String = "") throws
    -> Tmux
  {
    let terminal = try Tmux(columns: columns, rows: rows)
    try terminal.run("heed init s.heed --allow-plaintext --me 'Ida Rowe' --role 'team manager'")
    try terminal.wait { $0.contains("Made a plain store") }
    try terminal.run("export HEED_STORE=$HOME/s.heed")
    try terminal.run("clear; heed add C1 --name 'Ann Example' --born 2024-05-01; clear")
    try terminal.run("clear; \(variables) heed")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") && $0.contains("? help") }
    return terminal
  }

  /// Waits until the store holds a draft with these words; gives up after a minute.
  private func waitForDraft(in terminal: Tmux, holding words: String) throws {
    let queue = try connection(to: terminal.path("s.heed"))
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      let kept = try? queue.read { try String.fetchAll($0, sql: "SELECT content FROM draft") }
      if kept?.contains(where: { $0.contains(words) }) == true { return }
    }
    Issue.record("the draft was never kept")
  }

  private func openForm(_ terminal: Tmux) throws {
    try terminal.openChild("ann", called: "Example, Ann")
    try terminal.openVisit()
    for _ in 0..<8 { try terminal.press("Tab") }
    try terminal.wait { $0.contains("> What Ann said") }
  }

  @Test func `7 two hundred pasted lines are one edit that runs no command, and one undo`() throws {
    let terminal = try opened()
    try openForm(terminal)
    let lines = (1...200).map { "\($0) q\tquit :q\u{1b}[2J" }.joined(separator: "\n")
    try terminal.paste(lines)
    try terminal.wait { $0.contains("200 q quit") && $0.hasPrefix("Log a visit") }
    try terminal.press("C-_")
    try terminal.wait { !$0.contains("quit") && $0.contains("> What Ann said") }
  }

  @Test func `8 an editor that fails leaves the note as it was, and one that works changes it`()
    throws
  {
    let terminal = try opened(after: "HEED_ALLOW_EDITOR=1 EDITOR=$HOME/edit")
    let script = """
      #!/bin/sh
      ls -ld "$(dirname "$1")" "$1" | cut -c1-10 > \(terminal.path("rights"))
      [ -e \(terminal.path("works")) ] || exit 1
      echo "and more" >> "$1"
      """
    try script.write(toFile: terminal.path("edit"), atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: terminal.path("edit"))
    try openForm(terminal)
    try terminal.type("He slept.")
    try terminal.press("C-e")
    try terminal.wait {
      $0.contains("The editor ended with status 1: the note is as it was.")
        && $0.contains("He slept.")
    }
    try Data().write(to: URL(filePath: terminal.path("works")))
    try terminal.press("C-e")
    try terminal.wait { $0.contains("He slept.") && $0.contains("and more") }
    let rights = try String(contentsOfFile: terminal.path("rights"), encoding: .utf8)
    #expect(rights == "drwx------\n-rw-------\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm")
      .filter { $0.hasPrefix("heed-") }
    #expect(left.isEmpty)
  }

  @Test
  func `what an editor leaves of a note in its home, beside it or in a temporary folder is gone`()
    throws
  {
    let terminal = try opened(after: "HEED_ALLOW_EDITOR=1 EDITOR=$HOME/edit")
    let script = """
      #!/bin/sh
      echo "and more" >> "$1"
      for copy in "$HOME/.viminfo" "$TMPDIR/copy" "$1~" "$(dirname "$1")/.note.swp"; do
        cp "$1" "$copy" && echo made >> \(terminal.path("made"))
      done
      env > \(terminal.path("environment"))
      """
    try script.write(toFile: terminal.path("edit"), atomically: true, encoding: .utf8)
    chmod(terminal.path("edit"), 0o755)
    try openForm(terminal)
    try terminal.type("He slept.")
    try terminal.press("C-e")
    try terminal.wait { $0.contains("He slept.") && $0.contains("and more") }
    let made = try String(contentsOfFile: terminal.path("made"), encoding: .utf8)
    #expect(made == "made\nmade\nmade\nmade\n")
    for folder in [terminal.path(""), "/dev/shm"] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where !name.hasPrefix("s.heed") && name != "output-of-tmux" {
        let data = FileManager.default.contents(atPath: folder + "/" + name)
        #expect(data?.range(of: Data("He slept.".utf8)) == nil, "\(name)")
      }
    }
    let environment = try String(contentsOfFile: terminal.path("environment"), encoding: .utf8)
    #expect(!environment.contains("HEED"), "nothing of Heed's own is handed on")
  }

  @Test func `10 after kill -9 the draft is offered with its time, and holds what was typed`()
    throws
  {
    let terminal = try opened()
    try openForm(terminal)
    try terminal.type("He hid behind the door.")
    try terminal.wait { $0.contains("draft kept") && $0.contains("behind the door.") }
    try waitForDraft(in: terminal, holding: "behind the door.")
    try terminal.signal("KILL")
    try terminal.waitForShell()
    try terminal.run("reset; clear; heed")
    try terminal.wait { $0.contains("Unfinished: Ann Example, visit of") }
    try terminal.press("u")
    try terminal.wait { $0.hasPrefix("Unfinished") && $0.contains("Ann") }
    try terminal.press("Enter")
    try terminal.wait { $0.hasPrefix("Log a visit") && $0.contains("He hid behind the door.") }
  }

  @Test(arguments: ["HUP", "TERM"])
  func `10 a hang-up loses nothing that was typed`(signal: String) throws {
    let terminal = try opened()
    try openForm(terminal)
    try terminal.type("Every word of it.")
    try terminal.wait { $0.contains("Every word of it.") }
    try terminal.signal(signal)
    try terminal.waitForShell()
    try terminal.run("clear; heed")
    try terminal.wait { $0.contains("Unfinished: Ann Example") }
    try terminal.press("u")
    try terminal.wait { $0.contains("Every word of it.") }
  }

  @Test func `17 a contact that another process logs is on the screen without a key`() throws {
    let terminal = try opened()
    try terminal.press("l")
    try terminal.wait { $0.contains("No contact is recorded yet.") }
    try terminal.shell(
      "heed log C1 --contact-type GP --injuries 'bruise to cheek' --store \(terminal.path("s.heed"))"
    )
    try terminal.wait { $0.contains("GP") && $0.contains("bruise to") }
    try terminal.press("Escape")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") && $0.contains("Example, Ann") }
  }

  @Test func `21 a wide screen shows the child beside the list, and no hint is cut in its middle`()
    throws
  {
    let terminal = try Tmux()
    try terminal.openDemo()
    for (columns, rows) in [(80, 24), (200, 50), (57, 24), (40, 12)] {
      try terminal.resize(columns: columns, rows: rows)
      let text = try terminal.wait { text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix(rows).last?.hasPrefix("? help") == true
      }
      let last = text.split(separator: "\n").last.map(String.init) ?? ""
      let hints = last.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
      for hint in hints where !hint.isEmpty {
        #expect(hint.split(separator: " ").count >= 2, "\(last)")
      }
      #expect(text.contains("1 year 5 months") == (columns == 200))
    }
  }

  @Test func `22 and 33 sizes that change while typing lose no text and no place`() throws {
    let terminal = try opened()
    try openForm(terminal)
    for (step, (columns, rows)) in [(200, 50), (20, 5), (1, 1), (300, 100), (80, 24)].enumerated() {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.type("part\(step) ")
    }
    try terminal.wait {
      $0.contains("part0 part1 part2 part3 part4") && $0.hasPrefix("Log a visit")
    }
  }

  @Test(arguments: ["NO_COLOR=1", "TERM=vt100"])
  func `24 bands are told apart by words and weight where there is no colour`(variable: String)
    throws
  {
    let terminal = try Tmux()
    try terminal.run("\(variable) heed demo --as-of 2026-11-23")
    try terminal.wait { $0.contains("Marlow, Kit") && $0.contains("TODAY") && $0.contains("WEEK") }
    let styled = try terminal.screen(styled: true)
    #expect(styled.firstMatch(of: /\u{1b}\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/) == nil)
    #expect(
      styled.contains(/\u{1b}\[(0;)?1;4m\S*TODAY|\u{1b}\[1m\u{1b}\[4mTODAY/), "underlined too")
    #expect(styled.contains(/\u{1b}\[(0;)?1mWEEK/), "WEEK is bold alone")
  }

  @Test func `30 Ctrl-Z in a list stops it, and fg paints the new size`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("Down", "C-z")
    try terminal.wait { $0.contains("Stopped") && $0.contains("ready>") }
    try terminal.resize(columns: 100, rows: 20)
    try terminal.run("fg")
    try terminal.wait { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return text.hasPrefix("Heed  Flagged") && lines.prefix(20).last?.hasPrefix("? help") == true
    }
  }

  @Test func `31 Ctrl-C asks, and twice leaves with nothing typed ahead`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("C-c")
    try terminal.wait { $0.contains("Leave Heed? Ctrl-C again or y leaves") }
    try terminal.press("Down", "C-c")
    try terminal.wait { $0.contains("Leave Heed?") }
    try terminal.press("C-c")
    try terminal.waitForShell()
    try terminal.wait(for: "alternate_on", toBe: "0")
  }

  @Test func `32 without a terminal there are sentences, and not one escape`() throws {
    let terminal = try Tmux()
    try terminal.run("heed demo --as-of 2026-11-23 </dev/null | cat > out; echo status $?")
    try terminal.wait { $0.contains("status 0") }
    let text = try String(contentsOfFile: terminal.path("out"), encoding: .utf8)
    #expect(text.contains("Kit Marlow") && !text.contains("\u{1b}"))
    try terminal.run("clear; TERM=nonsense heed demo; echo status $?")
    try terminal.wait { $0.contains("heed: TERM names a terminal") && $0.contains("status 69") }
  }

  @Test func `34 a C locale gets ASCII and takes no text apart`() throws {
    let terminal = try Tmux()
    try terminal.run("LC_ALL=C heed demo --as-of 2026-11-23")
    let text = try terminal.wait { $0.contains("Marlow, Kit") && $0.contains("? help") }
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(text.contains("Letters that this terminal can't show are drawn as ?"))
    try terminal.openVisit()
    for _ in 0..<8 { try terminal.press("Tab") }
    try terminal.type("Zoë")
    try terminal.wait { $0.contains("Zo?") }
  }

  @Test func `36 Ctrl-L paints over what another program wrote`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    let before = try terminal.screen()
    let tty = try terminal.value("pane_tty")
    try terminal.shell("printf '\\033[5;1Hwall: the backup begins' > \(tty)")
    try terminal.wait { $0.contains("wall: the backup") }
    try terminal.press("C-l")
    try terminal.wait { $0 == before }
  }

  @Test func `37 after every key the cursor is seen on the row or field in question`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    for (index, key) in ["Down", "j", "k", "Up", "End", "Home"].enumerated() {
      try terminal.press(key)
      let row = [3, 4, 3, 2, 12, 2][index]
      try terminal.wait(for: "cursor_y", toBe: "\(row)")
      try terminal.wait(for: "cursor_flag", toBe: "1")
    }
    try terminal.openVisit()
    for row in ["2", "2", "3"] {
      try terminal.press("Tab")
      try terminal.wait(for: "cursor_y", toBe: row)
      try terminal.wait(for: "cursor_flag", toBe: "1")
    }
  }

  @Test func `38 every task is done line by line where nothing is drawn`() throws {
    let terminal = try Tmux(columns: 110, rows: 60)
    try terminal.run("heed demo --plain --as-of 2026-11-23")
    let question = "Choose 1 to 13, or q:"
    func task(_ lines: String..., until words: String) throws {
      for line in lines { try terminal.run(line) }
      let text = try terminal.wait {
        $0.contains(words)
          && $0.split(separator: "\n").last.map(String.init)?.hasPrefix(question) == true
      }
      #expect(!text.contains("─") && !text.contains("│"))
    }
    try terminal.wait { $0.contains(question) }
    try task("1", "C0471", until: "Told his teacher")
    try task("2", "quill raff", until: "Rafferty Quill (C0471), 8 years")
    try task("8", "slide", until: "[slide")
    try task("5", until: "Ada Eze")
    try task("6", until: "health visitor")
    try task("12", "C0417", until: "Silences of four weeks and more")
    try task("13", "R04", until: "Often not it:")
    try task("9", "C0471", "99", "5", "", "no", "", "", "", until: "Saved ")
    try terminal.run("q")
    try terminal.wait { $0.contains("ready>") }
  }

  @Test func `40 Esc acts at once, and the bottom row begins with help`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("Enter")
    let text = try terminal.wait { $0.hasPrefix("Marlow, Kit") }
    #expect(text.split(separator: "\n").last?.hasPrefix("? help") == true)
    try terminal.press("Escape")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
  }

  @Test func `no title names a child, and the terminal's own comes back`() throws {
    let terminal = try Tmux()
    try terminal.openDemo()
    try terminal.press("Enter")
    try terminal.wait { $0.hasPrefix("Marlow, Kit") }
    let title = try terminal.value("pane_title")
    #expect(title == "Heed")
  }
}
