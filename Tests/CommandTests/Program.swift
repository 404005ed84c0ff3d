import BuiltProgram
import Foundation
import Testing

/// The built program, run as a person or a script runs it, in a folder of its own.
final class Program {
  /// What a run printed, and how it ended.
  struct Outcome {
    let status: Int32
    let output: String
    let complaint: String

    /// The output as JSON.
    /// - Throws: when it is none.
    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }

    func objects() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]]) }
    func object() throws -> [String: Any] { try #require(try json() as? [String: Any]) }
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// A program with a store that knows one user.
  static func withStore() throws -> Program {
    let program = try Program()
    let made = try program.run(
      "init", "--allow-plaintext", "--me", "Ida Rowe", "--role", "team manager")
    try #require(made.status == 0, "\(made.complaint)")
    return program
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// Runs a command with no terminal and no input.
  func run(_ arguments: String...) throws -> Outcome {
    try run(arguments)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], program: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) } ?? BuiltProgram.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "HEED_STORE": path("store.heed"), "HEED_ALLOW_PLAINTEXT": "1", "HOME": folder.path,
      "PATH": "/usr/bin:/bin",
      "TZ": "Pacific/Auckland",
    ].merging(environment) { $1 }
    let (output, complaint) = (path("stdout"), path("stderr"))
    for file in [output, complaint] {
      try Data().write(to: URL(filePath: file))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: complaint))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try read("stdout"), complaint: try read("stderr"))
  }
}
