import BuiltProgram
import Foundation
import Testing

/// A command that writes, ended at every point at which it writes, syncs, renames or removes.
@Suite struct CrashPointTests {
  /// A command, and what comes before it.
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    let command: [String]
    var needsStore = true
    /// Whether the store's tables are of an earlier version, and change when it is opened.
    var isOlder = false
    /// What is typed when the command asks for a secret.
    var typed: [String] = []
    var testDescription: String { name }
  }

  private static let flag = "C1:R04"

  static let scenes = [
    Scene(name: "init", command: ["init", "--me", "Ida Rowe"], needsStore: false),
    Scene(name: "add", command: ["add", "C2", "--name", "Ben Example"]),
    Scene(name: "log", command: ["log", "C1", "--contact-type", "phone", "--outcome", "rang"]),
    Scene(
      name: "log with a flag",
      command: ["log", "C1", "--contact-type", "hospital", "--injuries", "burn to hand"]),
    Scene(name: "import", command: ["import", "more.csv"]),
    Scene(
      name: "people",
      command: ["people", "Sam Haddad", "--role", "head of service", "--account", "sh"]),
    Scene(
      name: "answer",
      command: ["answer", flag, "--escalate", "s47", "--due", "2026-06-02"] + Machine.monday),
    Scene(
      name: "note",
      command: ["note", "C1", "adult", "sighted", "adult=Danny", "role=friend"] + Machine.monday),
    Scene(name: "rescan", command: ["rescan"] + Machine.monday),
    Scene(name: "flags, which brings them up to date", command: ["flags"]),
    Scene(name: "hold", command: ["hold", "C1", "--because", "a claim"]),
    Scene(name: "erase", command: ["erase", "C1", "--whole-record", "--because", "request 12"]),
    Scene(name: "refuse", command: ["refuse", "REMOVAL", "--because", "it is evidence"]),
    Scene(
      name: "approve",
      command: ["approve", "REMOVAL", "--account", "nokafor"], typed: [Machine.secret]),
    Scene(name: "opening a store of an earlier version", command: ["people"], isOlder: true),
    Scene(name: "chronology, which is logged", command: ["chronology", "C1", "--json"]),
  ]

  @Test(arguments: scenes)
  func `wherever a command is ended, the store is as before or as after`(scene: Scene) throws {
    let machine = try scene.needsStore ? Machine.withStore() : Machine.withFile()
    if scene.isOlder { try machine.makeOlder() }
    try machine.save()
    let before = try machine.counts()
    let count = machine.outside("count").path
    let shim = ["LD_PRELOAD": BuiltProgram.crashShim, "CRASH_UNDER": machine.folder.path]
    let whole = try machine.run(
      scene.command, shim.merging(["CRASH_COUNT": count]) { $1 }, typing: scene.typed)
    #expect(whole.status == 0, "\(whole.complaint)")
    let after = try machine.counts()
    let points = try #require(Int(String(contentsOfFile: count, encoding: .utf8)))
    #expect(points > 0, "the shim saw the command write")
    for point in 1...max(1, points) {
      for isAfter in ["0", "1"] {
        try machine.restore()
        let crashed = try machine.run(
          scene.command, shim.merging(["CRASH_AT": "\(point)", "CRASH_AFTER": isAfter]) { $1 },
          typing: scene.typed)
        try #require(crashed.status == 99, "point \(point) of \(points) was reached")
        // What was said to be saved is saved.
        let isSaid = ["Saved", "Made", "Added", "Held", "Destroyed", "Refused"].contains {
          crashed.output.contains($0)
        }
        if scene.needsStore {
          let checked = try machine.run(["verify"])
          #expect(
            checked.status == 0,
            "point \(point), after \(isAfter): \(checked.output)\(checked.complaint)")
          let found = try machine.counts()
          #expect(found == before || found == after, "point \(point), after \(isAfter)")
          if isSaid { #expect(found == after, "point \(point), after \(isAfter)") }
        } else if isSaid {
          #expect(try machine.run(["verify"]).status == 0)
        }
      }
    }
    print("crash points of \(scene.name): \(points), each before and after")
  }

  /// Input and output error, and no space left on the device: their numbers on Linux.
  @Test(arguments: scenes.filter(\.needsStore), [5, 28])
  func `whichever write fails, the command says so or goes on, and nothing is half saved`(
    scene: Scene, code: Int
  ) throws {
    let machine = try scene.needsStore ? Machine.withStore() : Machine.withFile()
    if scene.isOlder { try machine.makeOlder() }
    try machine.save()
    let before = try machine.counts()
    let shim = ["LD_PRELOAD": BuiltProgram.crashShim, "CRASH_UNDER": machine.folder.path]
    let count = machine.outside("count").path
    _ = try machine.run(
      scene.command, shim.merging(["CRASH_COUNT": count]) { $1 }, typing: scene.typed)
    let after = try machine.counts()
    let points = try #require(Int(String(contentsOfFile: count, encoding: .utf8)))
    for point in 1...max(1, points) {
      try machine.restore()
      let failed = try machine.run(
        scene.command, shim.merging(["CRASH_AT": "\(point)", "CRASH_ERROR": "\(code)"]) { $1 },
        typing: scene.typed)
      #expect([0, 69, 73, 74].contains(failed.status), "point \(point): \(failed.status)")
      // A terminal shows complaints among the rest.
      let said = scene.typed.isEmpty ? failed.complaint : failed.output
      #expect(failed.status == 0 || said.contains("heed: "), "point \(point)")
      let checked = try machine.run(["verify"])
      #expect(checked.status == 0, "point \(point): \(checked.output)\(checked.complaint)")
      let found = try machine.counts()
      #expect(found == before || found == after, "point \(point)")
      // Who is told of a failure may do it again, unless told to look first.
      if failed.status != 0, !said.contains("not known whether"),
        !said.contains("a copy may be left")
      {
        #expect(found == before, "point \(point): \(said)")
      }
      if failed.output.contains("Saved") || failed.status == 0 {
        #expect(found == after, "point \(point)")
      }
    }
  }
}
