import BuiltProgram
import Foundation
import Testing

/// A real terminal: a shell in a tmux server of its own, in a folder of its own.
final class Tmux {
  private let folder: URL
  private let socket = "heed-\(UUID().uuidString)"

  /// A shell at a prompt, with `heed` on its path.
  init(columns: Int = 80, rows: Int = 24) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c",
      folder.path, "bash --norc --noprofile -i")
    try tmux("set-option", "-g", "escape-time", "0")
    try run("PS1='ready> '; clear")
    try wait { $0.contains("ready>") && !$0.contains("PS1") }
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(at: folder)
  }

  /// A file in the folder that the shell takes for its home.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Runs a command beside what is in front, as another process would.
  func shell(_ command: String) throws { try tmux("run-shell", "( \(command) ) >/dev/null 2>&1") }

  /// Types a command line and Enter.
  func run(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  /// Opens the fictional caseload as it stands on 23 November 2026, and waits for its list.
  func openDemo(_ options: String = "", after variables: String = "") throws {
    try run("\(variables) heed demo --as-of 2026-11-23 \(options)")
    // The head of the list comes first, and a slow machine says that it is at work.
    try wait {
      $0.contains("Flagged") && $0.contains("Marlow, Kit") && $0.contains("? help")
        && !$0.contains("Reading the rest") && !$0.contains("store is at work")
    }
  }

  /// Finds a child by words from a list, and waits for their page, which begins with their name.
  func openChild(_ words: String, called name: String) throws {
    try press("c")
    try type(words)
    try wait { $0.contains("> " + name) }
    try press("Enter")
    try wait { $0.hasPrefix(name) }
  }

  /// Opens the form of a visit from a child's page.
  func openVisit() throws {
    try press("v")
    try wait { $0.hasPrefix("Log a visit") }
  }

  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  func paste(_ text: String) throws {
    try tmux("set-buffer", "--", text)
    try tmux("paste-buffer", "-p")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Waits until the shell is in front again: a program that leaves throws typed-ahead keys away.
  func waitForShell(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "pane_current_command", toBe: "bash", sourceLocation: sourceLocation)
    try wait(sourceLocation: sourceLocation) { $0.contains("ready>") }
  }

  /// Sends a signal to what runs in front of the shell.
  func signal(_ name: String) throws {
    try tmux("run-shell", "kill -\(name) \(try front())")
  }

  /// The process that runs in front of the shell.
  private func front() throws -> Substring {
    let state = try String(contentsOfFile: "/proc/\(try value("pane_pid"))/stat", encoding: .utf8)
    // Behind the name in brackets: state, parent, group, session, terminal, its group in front.
    return try #require(
      state.split(separator: ")").last?.split(separator: " ").dropFirst(5).first)
  }

  /// How often a text lies in the memory of what runs in front of the shell.
  func count(of text: String) throws -> Int? {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../SecretTyping/find_in_memory.py").standardizedFileURL.path
    let output = try Spawn.run(
      "python3", [script, String(front()), text], environment: ["PATH": "/usr/bin:/bin"],
      output: path("found"))
    return Int(output.text.trimmingCharacters(in: .newlines))
  }

  /// The screen as text; with its colours and weights as escape sequences if asked for.
  func screen(styled: Bool = false) throws -> String {
    try tmux(["capture-pane", "-p"] + (styled ? ["-e"] : []))
  }

  /// Records from here on every byte that programs send to this terminal.
  func record(to name: String) throws { try tmux("pipe-pane", "-O", "cat >> \(path(name))") }

  /// A value of the terminal, such as `alternate_on` or `cursor_y`.
  func value(_ name: String) throws -> String {
    try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
  }

  /// Reads a value of the terminal until it is as expected.
  func wait(
    for name: String, toBe expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try poll(name, sourceLocation, { try value(name) }, until: { $0 == expected })
  }

  /// Reads the screen until it is as expected.
  @discardableResult
  func wait(
    sourceLocation: SourceLocation = #_sourceLocation, until isExpected: (String) -> Bool
  ) throws -> String {
    try poll("the screen", sourceLocation, { try screen() }, until: isExpected)
  }

  /// Reads until what is read is as expected; gives up after a minute, which only a hang takes.
  @discardableResult
  private func poll(
    _ what: String, _ sourceLocation: SourceLocation, _ read: () throws -> String,
    until isExpected: (String) -> Bool
  ) throws -> String {
    let end = ContinuousClock.now + .seconds(60)
    var text = try read()
    while !isExpected(text) {
      guard ContinuousClock.now < end else {
        Issue.record("\(what) never became as expected:\n\(text)", sourceLocation: sourceLocation)
        throw GaveUp()
      }
      text = try read()
    }
    return text
  }

  struct GaveUp: Error {}

  /// The terminal's settings as `stty` writes them; the shell must be at its prompt.
  func settings(_ file: String) throws -> String {
    try run("clear; stty -a > \(file); echo wrote-\(file)")
    try wait { $0.contains("\nwrote-\(file)") || $0.hasPrefix("wrote-\(file)") }
    return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let program = BuiltProgram.executable.deletingLastPathComponent().path
    let (status, text) = try Spawn.run(
      "tmux", ["-L", socket] + arguments,
      environment: [
        "PATH": "\(program):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color", "TMPDIR": folder.path,
        "HEED_ALLOW_PLAINTEXT": "1",
      ], output: folder.appending(path: "output-of-tmux").path)
    try #require(status == 0, "tmux \(arguments.first ?? ""): \(text)")
    return text
  }
}
