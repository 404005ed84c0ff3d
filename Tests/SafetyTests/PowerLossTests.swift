import BuiltProgram
import Foundation
import Storage
import StorageSQLite
import Testing

@testable import heed

/// The power goes while a command saves: whatever of its writes reached the disk, in whatever part,
/// the store is as before or as after, and as after once the command has said so.
@Suite struct PowerLossTests {
  /// Images at each point beside the plain ones; more by IMAGES, for the long run.
  private static let randomImages =
    ProcessInfo.processInfo.environment["IMAGES"].flatMap { Int($0) } ?? 30

  private static let commands = [
    ["add", "C2", "--name", "Ben Example"],
    ["log", "C1", "--contact-type", "phone", "--outcome", "rang"],
    ["log", "C1", "--contact-type", "hospital", "--injuries", "burn to hand"],
    ["import", "more.csv"],
    ["note", "C1", "adult", "sighted", "adult=Danny", "role=friend"] + Machine.monday,
    ["answer", "C1:R04", "--escalate", "s47", "--due", "2026-06-02"] + Machine.monday,
  ]

  /// What a trial of one command found.
  private struct Trial {
    var images = 0
    var lost = 0
    var broken = 0
  }

  /// Runs a command and makes every image that a power loss may leave of it.
  private func trial(_ command: [String], syncs: Bool) throws -> Trial {
    let machine = try Machine.withStore()
    let folder = machine.folder.resolvingSymlinksInPath().path
    func files() throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        files["\(folder)/\(name)"] = Array(
          try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      }
      return files
    }
    let before = (try files(), try machine.counts())
    let log = machine.outside("operations")
    let run = try machine.run(
      command,
      [
        "LD_PRELOAD": BuiltProgram.crashShim, "CRASH_UNDER": folder, "CRASH_RECORD": log.path,
        "CRASH_NO_SYNC": syncs ? "0" : "1",
      ])
    try #require(run.status == 0, "\(run.complaint)")
    let after = try machine.counts()
    let disk = Disk(log: Array(try Data(contentsOf: log)), before: before.0)
    let end = disk.operations.count
    #expect(disk.image(of: end, without: []) == (try files()), "the record is whole")

    var trial = Trial()
    var generator = SystemRandomNumberGenerator()
    func check(_ image: [String: [UInt8]], isSaid: Bool) throws {
      trial.images += 1
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      for (path, bytes) in image { try Data(bytes).write(to: URL(filePath: path)) }
      guard let store = try? SQLiteStore(openingAt: machine.path("s.heed"), judge: Judgement.judge),
        try store.isSound(), try store.audit(against: []).faults.isEmpty
      else {
        trial.broken += 1
        return
      }
      try store.close()
      let found = try machine.counts()
      if found != after, isSaid || found != before.1 { trial.lost += 1 }
    }
    for count in 0...end {
      let pending = disk.pending(of: count)
      let isSaid = count == end
      try check(disk.image(of: count, without: Set(pending)), isSaid: isSaid)
      guard !pending.isEmpty else { continue }
      try check(disk.image(of: count, without: []), isSaid: isSaid)
      for _ in 0..<Self.randomImages {
        let lost = Set(pending.filter { _ in Bool.random(using: &generator) })
        let torn = pending.last.map { ($0, Int.random(in: 0...7, using: &generator)) }
        try check(
          disk.image(of: count, without: lost, torn: Bool.random(using: &generator) ? torn : nil),
          isSaid: isSaid)
      }
    }
    return trial
  }

  @Test(arguments: commands)
  func `what a power loss leaves of a save is all of it or nothing`(command: [String]) throws {
    let trial = try trial(command, syncs: true)
    #expect(trial.lost == 0 && trial.broken == 0, "\(trial)")
    print("power loss during \(command[0]): \(trial.images) images, 0 lost, 0 broken")
  }

  @Test func `without syncs the same images show that saves are lost: the test can fail`() throws {
    let trial = try trial(Self.commands[1], syncs: false)
    #expect(trial.lost + trial.broken > 0, "\(trial)")
    print(
      "power loss without syncs: \(trial.images) images, \(trial.lost) lost, \(trial.broken) broken"
    )
  }
}
