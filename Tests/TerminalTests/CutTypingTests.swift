import BuiltProgram
import Foundation
import GRDB
import Testing

/// Typing that is cut off at a moment of chance, again and again.
@Suite struct CutTypingTests {
  /// As many as the soak asks for.
  private static let cuts =
    ProcessInfo.processInfo.environment["CUTS"].flatMap { Int($0) } ?? 24
  /// What was typed is kept after ten keys; as many again may be pressed until the store has written.
  private static let mostLost = 20

  private let folder: URL
  private let environment: [String: String]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "HEED_ALLOW_PLAINTEXT": "1", "HEED_STORE": folder.appending(path: "s.heed").path,
    ]
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let (status, text) = try Spawn.run(
      program, arguments, environment: environment, output: folder.appending(path: "said").path)
    try #require(status == 0, "\(text)")
    return text.trimmingCharacters(in: .newlines)
  }

  /// What the store keeps of a form: the longest text of its fields that begins what was typed.
  private func kept(of typed: String) throws -> String {
    let queue = try connection(to: folder.appending(path: "s.heed").path)
    let contents = try queue.read { try String.fetchAll($0, sql: "SELECT content FROM draft") }
    try queue.close()
    let fields = try contents.flatMap {
      try JSONDecoder().decode([[String]].self, from: Data($0.utf8))
    }
    return fields.compactMap(\.last).filter { typed.hasPrefix($0) }.max { $0.count < $1.count }
      ?? ""
  }

  @Test func `of what is typed a hang-up takes nothing, and a kill the last few keys`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let heed = BuiltProgram.executable.path
    let store = folder.appending(path: "s.heed")
    let first = folder.appending(path: "first.heed")
    _ = try run(heed, ["init", "--me", "Ida Rowe", "--role", "team manager", "--allow-plaintext"])
    _ = try run(heed, ["add", "C1", "--name", "Ann Example"])
    try FileManager.default.copyItem(at: store, to: first)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../CutTyping/type_until_cut.py").standardizedFileURL.path
    var (keys, lost) = (0, ["hang-up": [Int](), "kill": [Int]()])
    for seed in 1...Self.cuts {
      let cut = seed.isMultiple(of: 2) ? "kill" : "hang-up"
      try FileManager.default.removeItem(at: store)
      try FileManager.default.copyItem(at: first, to: store)
      let typed = try run("python3", [script, "\(seed)", cut, heed])
      let count = try typed.count - kept(of: typed).count
      keys += typed.count
      lost[cut, default: []].append(count)
      #expect(count <= (cut == "kill" ? Self.mostLost : 0), "seed \(seed)")
    }
    let killed = lost["kill", default: []].sorted()
    let most = (hangUp: lost["hang-up", default: []].max() ?? 0, kill: killed.last ?? 0)
    print(
      """
      cut typing: \(Self.cuts) cuts of \(keys) keys, at most \(most.hangUp) lost by a hang-up, \
      \(most.kill) by a kill, median \(killed[killed.count / 2])
      """)
  }
}
