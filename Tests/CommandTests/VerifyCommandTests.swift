import Foundation
import Testing

/// What an outsider is told of a store, and what its keeper is told to mend.
@Suite struct VerifyCommandTests {
  @Test func `an untouched store verifies, and says what that does not show`() throws {
    let program = try Program.withStore()
    let verified = try program.run("verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("All are as they were written."))
    #expect(verified.output.contains("a log written anew would not show"))
    let report = try program.run("verify", "--json").object()
    #expect((report["faults"] as? [String])?.isEmpty == true)
    #expect((report["root"] as? String)?.count == 44)
  }

  @Test func `a changed record is told with its entry, and ends with 65`() throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1", "--name", "Ann Example")
    try program.alter("UPDATE child SET name = 'Ben Example'")
    let verified = try program.run("verify")
    #expect(verified.status == 65)
    #expect(verified.output.contains("A record (child) of entry"), "\(verified.output)")
    #expect(!verified.output.contains("Example") && !verified.complaint.contains("Example"))
  }

  @Test func `a checkpoint beside the store is refused, one printed is compared later`() throws {
    let program = try Program.withStore()
    let beside = try program.run("anchor", program.path("anchor.txt"))
    #expect(beside.status == 73 && beside.complaint.contains("same storage"))
    #expect(!FileManager.default.fileExists(atPath: program.path("anchor.txt")))
    let printed = try program.run("anchor")
    #expect(printed.output.hasPrefix("heed/"))
    try program.write(printed.output, to: "kept.txt")
    _ = try program.run("add", "C1")
    let same = try program.run("verify", "--anchor", "kept.txt")
    #expect(same.status == 0 && same.output.contains("1 checkpoint kept elsewhere"))
    try program.write(printed.output.replacing("\n", with: "\n\n"), to: "other.txt")
    let other = try program.run("verify", "--anchor", "other.txt")
    #expect(other.status == 65 && other.output.contains("no checkpoint of this log"))
    #expect(try program.run("verify", "--anchor", "nowhere.txt").status == 66)
  }

  @Test func `what was read is logged by who and when, and not by what it says`() throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1", "--name", "Ann Example")
    func entries() throws -> Int {
      try #require(try program.run("verify", "--json").object()["entries"] as? Int)
    }
    for command in [["flags"], ["children"], ["chronology", "C1"], ["facts", "C1"]] {
      let before = try entries()
      _ = try program.run(command)
      // One for the reading, and one that the store was opened without encryption.
      #expect(try entries() >= before + 2, "\(command)")
    }
    let before = try entries()
    _ = try program.run(["rules"])
    #expect(try entries() <= before + 1, "the rules are nobody's record")
  }

  @Test func `the doctor says what protects the store and what to mend`() throws {
    let program = try Program.withStore()
    let plain = try program.run("doctor")
    #expect(plain.status == 65)
    #expect(plain.output.contains("mend Encryption at rest: none"))
    #expect(plain.output.contains("ok   Rights of the files"))
    #expect(plain.output.contains("SQLite 3."))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: program.path("store.heed"))
    let open = try program.run("doctor", "--json").objects()
    let rights = try #require(open.first { $0["about"] as? String == "Rights of the files" })
    #expect((rights["mend"] as? String)?.hasPrefix("chmod go= ") == true)
    let none = try program.run("doctor", "--store", "nowhere")
    #expect(none.status == 65 && none.output.contains("heed init makes one."))
  }
}

extension Program {
  /// Changes the store behind Heed's back.
  fileprivate func alter(_ sql: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
      path("store.heed"), sql,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
