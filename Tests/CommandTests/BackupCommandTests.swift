import Foundation
import Testing
import Vaults

/// Backups of a store that is in use, and stores made from them: the drill of every run.
@Suite(.enabled(if: Programs.path(of: "age") != nil, "age is not installed"))
struct BackupCommandTests {
  /// A pair of keys of age: the file of the secret one, and the public one.
  private func makeKey(_ name: String, in program: Program) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/age-keygen")
    process.arguments = ["-o", program.path(name)]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let line = try program.read(name).split(separator: "\n").first { $0.contains("public key: ") }
    return String(try #require(line).split(separator: " ").last ?? "")
  }

  /// A store with a child and a flag, and a backup of it for two.
  private func backedUp() throws -> Program {
    let program = try Program.withStore()
    _ = try program.run("add", "C1", "--name", "Ann Example", "--born", "2026-02-01")
    _ = try program.run("log", "C1", "--contact-type", "GP", "--injuries", "bruise to cheek")
    let (lead, officer) = (
      try makeKey("lead", in: program), try makeKey("officer", in: program)
    )
    let made = try program.run("backup", "b.age", "--to", lead, "--to", officer)
    try #require(made.status == 0, "\(made.complaint)")
    return program
  }

  private func restore(
    _ program: Program, _ file: String = "b.age", identity: String = "lead", to path: String
  ) throws -> Program.Outcome {
    try program.run("restore", file, path, "--identity", program.path(identity))
  }

  @Test(arguments: ["lead", "officer"])
  func `either recipient makes the same store of it, whose log and records are as they were`(
    recipient: String
  ) throws {
    let program = try backedUp()
    let restored = try restore(program, identity: recipient, to: program.path("r.heed"))
    #expect(restored.status == 0, "\(restored.complaint)")
    func read(_ store: String) throws -> [String] {
      try [["flags", "--all"], ["children"], ["chronology", "C1"], ["people"]].map {
        try program.run($0 + ["--json", "--store", program.path(store)]).output
      }
    }
    #expect(try read("r.heed") == read("store.heed"))
    let mode = try FileManager.default.attributesOfItem(atPath: program.path("r.heed"))[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try program.run("verify", "--store", program.path("r.heed")).status == 0)
  }

  @Test func `nothing of a child is to be read in it, and nothing is left beside the store`() throws
  {
    let program = try backedUp()
    let data = try Data(contentsOf: URL(filePath: program.path("b.age")))
    for words in ["Ann Example", "bruise", "SQLite format"] {
      #expect(data.range(of: Data(words.utf8)) == nil)
    }
    #expect(data.starts(with: Data("age-encryption.org/v1".utf8)))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!left.contains { $0.contains("copy") || $0.contains("partial") }, "\(left)")
  }

  @Test func `another's key, a file that was cut and a byte that was changed are refused in words`()
    throws
  {
    let program = try backedUp()
    _ = try makeKey("stranger", in: program)
    let stranger = try restore(program, identity: "stranger", to: program.path("r.heed"))
    #expect(stranger.status == 65 && stranger.complaint.contains("can't be opened with this key"))
    let data = try Data(contentsOf: URL(filePath: program.path("b.age")))
    for length in [0, 10, 200, data.count / 2, data.count - 1] {
      try data.prefix(length).write(to: URL(filePath: program.path("cut.age")))
      #expect(try restore(program, "cut.age", to: program.path("r.heed")).status == 65, "\(length)")
    }
    for place in stride(from: 3, to: data.count, by: data.count / 24) {
      var other = data
      other[place] ^= 0x10
      try other.write(to: URL(filePath: program.path("other.age")))
      let refused = try restore(program, "other.age", to: program.path("r.heed"))
      #expect(refused.status == 65, "byte \(place)")
      #expect(!refused.complaint.contains("Ann"))
    }
    #expect(!FileManager.default.fileExists(atPath: program.path("r.heed")))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!left.contains { $0.contains("restoring") }, "\(left)")
  }

  @Test func `no file is written over, and no store replaced`() throws {
    let program = try backedUp()
    let before = try Data(contentsOf: URL(filePath: program.path("b.age")))
    let key = try makeKey("third", in: program)
    let again = try program.run("backup", "b.age", "--to", key)
    #expect(again.status == 73 && again.complaint.contains("there already"))
    #expect(try Data(contentsOf: URL(filePath: program.path("b.age"))) == before)
    let over = try restore(program, to: program.path("store.heed"))
    #expect(over.status == 73 && over.complaint.contains("there already"))
    let nobody = try program.run("backup", "c.age", "--to", "nobody")
    #expect(nobody.status == 73)
    #expect(!FileManager.default.fileExists(atPath: program.path("c.age")))
    #expect(try program.run("backup", "c.age").status == 64)
    #expect(try program.run("restore", "nowhere.age", "r", "--identity", "lead").status == 66)
  }

  @Test func `a backup from before a checkpoint does not pass for the store of today`() throws {
    let program = try backedUp()
    let anchor = try program.run("anchor")
    try program.write(anchor.output, to: "anchor.txt")
    let old = try program.run(
      "restore", "b.age", "r.heed", "--identity", "lead", "--anchor", "anchor.txt")
    #expect(old.status == 65 && old.complaint.contains("shorter than the checkpoint"))
    let key = try makeKey("third", in: program)
    _ = try program.run("backup", "new.age", "--to", key)
    let new = try program.run(
      "restore", "new.age", "r.heed", "--identity", "third", "--anchor", "anchor.txt")
    #expect(new.status == 0, "\(new.complaint)")
  }
}
