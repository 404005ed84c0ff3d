import Foundation
import Glibc
import Testing

/// Links, pipes and open rights, planted where Heed reads and writes.
@Suite struct PlantedFileTests {
  /// What somebody may have put in a file's place.
  enum Plant: CaseIterable, Sendable {
    case link, danglingLink, hardLink, pipe, folder

    /// Plants it; `victim` is what a link leads to.
    func put(at path: String, victim: String) {
      switch self {
      case .link: symlink(victim, path)
      case .danglingLink: symlink(victim + ".nowhere", path)
      case .hardLink: Glibc.link(victim, path)
      case .pipe: mkfifo(path, 0o600)
      case .folder: mkdir(path, 0o700)
      }
    }
  }

  /// A program with a store, a bad file to import and a victim that nothing may touch.
  private func prepared() throws -> Program {
    let program = try Program.withStore()
    try program.write("not to be touched", to: "victim")
    try program.write(
      "child_ref,date,agency,contact_type\nC1,nonsense,police,phone\n", to: "bad.csv")
    try program.write(
      "# public key: x\nAGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33\n",
      to: "key.txt")
    return program
  }

  private func isUntouched(_ program: Program) throws -> Bool {
    try program.read("victim") == "not to be touched"
      && !FileManager.default.fileExists(atPath: program.path("victim.nowhere"))
  }

  /// Commands that write, each with the file that it makes.
  private static let writing: [(file: String, command: [String])] = [
    ("bad.rejected.csv", ["import", "bad.csv", "--accept-valid"]),
    ("new.heed", ["init", "new.heed"]),
    ("new.heed.making", ["init", "new.heed"]),
    (
      "backup.age",
      [
        "backup", "backup.age", "--to",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
      ]
    ),
    (
      "backup.age.partial",
      [
        "backup", "backup.age", "--to",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
      ]
    ),
  ]

  @Test(arguments: writing.map(\.file), Plant.allCases)
  func `nothing is written through what somebody has planted`(file: String, plant: Plant) throws {
    let program = try prepared()
    let command = try #require(Self.writing.first { $0.file == file }).command
    plant.put(at: program.path(file), victim: program.path("victim"))
    let ran = try program.run(command)
    #expect(try isUntouched(program), "\(ran.complaint)")
    #expect([0, 65, 73, 74].contains(ran.status), "\(ran.status) \(ran.complaint)")
    // Whatever was made is this user's alone.
    for name in try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    where ["victim", "bad.csv", "key.txt", "stdout", "stderr"].contains(name) == false {
      var status = stat()
      try #require(lstat(program.path(name), &status) == 0)
      guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else { continue }
      #expect(status.st_mode & 0o077 == 0, "\(name)")
    }
  }

  @Test(arguments: [Plant.link, .hardLink, .pipe, .folder])
  func `a store that is no file of its own is refused in a sentence`(plant: Plant) throws {
    let program = try prepared()
    if plant == .hardLink || plant == .link {
      plant.put(at: program.path("other.heed"), victim: program.path("store.heed"))
    } else {
      plant.put(at: program.path("other.heed"), victim: program.path("victim"))
    }
    for command in ["flags", "verify", "doctor"] {
      let refused = try program.run(command, "--store", program.path("other.heed"))
      #expect(
        refused.status == (command == "doctor" ? 65 : 69),
        "\(command): \(refused.status) \(refused.complaint)")
    }
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o602])
  func `a store that others may read or write is refused until that is mended`(rights: Int) throws {
    let program = try Program.withStore()
    chmod(program.path("store.heed"), mode_t(rights))
    let refused = try program.run("flags")
    #expect(refused.status == 69 && refused.complaint.contains("chmod 600"))
    chmod(program.path("store.heed"), 0o600)
    #expect(try program.run("flags").status == 0)
  }

  @Test func `whatever the umask, what Heed makes is this user's alone`() throws {
    let program = try prepared()
    umask(0)
    defer { umask(0o022) }
    _ = try program.run("init", program.path("new.heed"))
    _ = try program.run("import", "bad.csv", "--accept-valid")
    for name in ["new.heed", "bad.rejected.csv"] {
      var status = stat()
      try #require(lstat(program.path(name), &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }
}
