import BuiltProgram
import Foundation
import GRDB
import Testing

/// The built program in a folder of its own, run with what may go wrong on a machine.
final class Machine {
  let folder: URL
  private let base: URL

  /// An empty folder.
  init() throws {
    base = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    folder = base.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A folder with a file to import, and a store that has one child, a contact and a flag.
  static func withStore() throws -> Machine {
    let machine = try withFile()
    for command in [
      ["init", "--me", "Ida Rowe", "--role", "team manager"],
      ["add", "C1", "--name", "Ann Example", "--born", "2026-02-01"] + monday,
      ["log", "C1", "--contact-type", "GP", "--injuries", "bruise to cheek"] + monday,
    ] {
      let made = try machine.run(command)
      try #require(made.status == 0, "\(made.complaint)")
    }
    try machine.propose()
    return machine
  }

  /// The removal that is proposed in the store, for a second person to approve.
  private(set) var removal = ""

  /// Adds a second person with a secret, and a child whose record is proposed to be erased.
  private func propose() throws {
    for command in [
      ["add", "C9", "--name", "Cas Example"] + Machine.monday,
      ["log", "C9", "--contact-type", "phone", "--outcome", "rang"] + Machine.monday,
      ["people", "Ngozi Okafor", "--role", "team manager", "--account", "nokafor"],
      ["erase", "C9", "--whole-record", "--because", "made by mistake"],
    ] {
      let done = try run(command)
      try #require(done.status == 0, "\(done.complaint)")
    }
    let set = try run(
      ["secret", "--account", "nokafor"], typing: [Machine.secret, Machine.secret])
    try #require(set.status == 0, "\(set.output)")
    let listed = try run(["removals", "--json"]).output
    let removals =
      try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]]
    removal = try #require(removals?.first?["id"] as? String)
  }

  static let secret = "a long secret"

  /// A folder with a file to import, `more.csv`, and no store.
  static func withFile() throws -> Machine {
    let machine = try Machine()
    try machine.write(
      "child_ref,date,agency,contact_type,child_words\n"
        + (1...5).map { "C\($0),2026-05-0\($0),school,school,in the yard\n" }.joined(),
      to: "more.csv")
    return machine
  }

  /// The moment at which the store was made.
  static let monday = ["--as-of", "2026-06-01T10:00"]

  deinit {
    try? FileManager.default.removeItem(at: base)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  /// What a run printed, and how it ended.
  struct Outcome {
    let status: Int32
    let output: String
    let complaint: String
  }

  /// Starts a command; whoever asked waits for it.
  ///
  /// What is to be typed is typed in a terminal of its own, as often as the command asks.
  func start(
    _ arguments: [String], _ environment: [String: String] = [:], typing lines: [String] = []
  ) throws -> Process {
    let process = Process()
    let arguments = arguments.map { $0 == "REMOVAL" ? removal : $0 }
    var environment = environment
    if lines.isEmpty {
      process.executableURL = BuiltProgram.executable
      process.arguments = arguments
    } else {
      process.executableURL = URL(filePath: "/usr/bin/env")
      let typist = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../SecretTyping/type_secrets.py").standardizedFileURL.path
      process.arguments =
        ["python3", typist] + lines + ["--", BuiltProgram.executable.path] + arguments
      // The typist itself is not to be crashed.
      environment["PRELOAD"] = environment.removeValue(forKey: "LD_PRELOAD")
    }
    process.currentDirectoryURL = folder
    process.environment = [
      "HEED_STORE": path("s.heed"), "HOME": folder.path, "PATH": "/usr/bin:/bin",
      "HEED_ALLOW_PLAINTEXT": "1",
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let (output, complaint) = (outside("stdout"), outside("stderr"))
    for file in [output, complaint] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaint)
    try process.run()
    return process
  }

  @discardableResult
  func run(
    _ arguments: [String], _ environment: [String: String] = [:], typing lines: [String] = []
  ) throws -> Outcome {
    let process = try start(arguments, environment, typing: lines)
    process.waitUntilExit()
    return try outcome(of: process)
  }

  func outcome(of process: Process) throws -> Outcome {
    Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outside("stdout")), as: UTF8.self),
      complaint: String(decoding: try Data(contentsOf: outside("stderr")), as: UTF8.self))
  }

  /// A file that is no part of what the program may write.
  func outside(_ name: String) -> URL { base.appending(path: name) }

  /// Keeps the folder as it is now.
  func save() throws {
    try? FileManager.default.removeItem(at: outside("saved"))
    try FileManager.default.copyItem(at: folder, to: outside("saved"))
  }

  /// Makes the folder what it was when it was kept.
  func restore() throws {
    try FileManager.default.removeItem(at: folder)
    try FileManager.default.copyItem(at: outside("saved"), to: folder)
  }

  /// Makes the store one whose last four steps of tables are still to be taken.
  func makeOlder() throws {
    let queue = try DatabaseQueue(path: path("s.heed"))
    try queue.write { db in
      try db.execute(
        sql: """
          DROP TRIGGER removal_is_not_refused; DROP TABLE removal_refusal; DROP INDEX removal_by_child;
          DROP INDEX standing_by_evaluation; DROP TABLE known_since;
          DROP INDEX standing_by_reader; ALTER TABLE standing DROP COLUMN reader;
          DROP INDEX standing_kept; ALTER TABLE standing DROP COLUMN kept_since; ALTER TABLE flag DROP COLUMN held_from;
          ALTER TABLE answer DROP COLUMN account;
          DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) >= 7
          """)
    }
    try queue.close()
  }

  /// How many rows the tables hold that people's records are in; nil where there is no store.
  func counts(_ store: String = "s.heed") throws -> [Int]? {
    guard FileManager.default.fileExists(atPath: path(store)) else { return nil }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let queue = try DatabaseQueue(path: path(store), configuration: configuration)
    return try queue.read { db in
      let tables = [
        "person", "child", "contact", "fact", "answer", "rulebook", "legal_hold", "removal",
        "removal_approval", "removal_refusal",
      ]
      return try tables.map {
        try db.tableExists($0) ? Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 : 0
      }
    }
  }
}
