import Foundation
import Glibc
import Testing

/// A disk that is full from somewhere within a save on: a small one in memory, which only root mounts.
@Suite(.serialized, .enabled(if: getuid() == 0, "only root mounts a small disk"))
struct FullDiskTests {
  /// How many amounts of free space are tried, each four kilobytes more than the one before.
  private static let offsets = 50

  @Test func `wherever the disk gets full, it is said, nothing is half saved, and room mends it`()
    throws
  {
    let machine = try Machine()
    try machine.mountSmallDisk()
    defer { machine.unmount() }
    try machine.fillStore()
    try machine.copyStore(to: machine.outside("kept"))
    var (refused, saved) = (0, 0)
    for offset in 0..<Self.offsets {
      try machine.copyStore(from: machine.outside("kept"))
      try machine.fill(leaving: offset * 4096)
      let before = try machine.counts()
      let ran = try machine.run(["log", "C1", "--contact-type", "phone", "--outcome", "rang"])
      machine.makeRoom()
      let after = try machine.counts()
      if ran.status == 0 {
        saved += 1
        #expect(after != before, "offset \(offset)")
      } else {
        refused += 1
        #expect(ran.status == 74, "offset \(offset): \(ran.status) \(ran.complaint)")
        #expect(ran.complaint.contains("the disk is full"), "\(ran.complaint)")
        #expect(after == before, "offset \(offset)")
      }
      #expect(try machine.run(["verify"]).status == 0, "offset \(offset)")
      let again = try machine.run(["log", "C1", "--contact-type", "phone", "--outcome", "rang"])
      #expect(again.status == 0, "offset \(offset): \(again.complaint)")
    }
    #expect(refused > 2 && saved > 2, "the offsets lie on both sides")
    print("full disk: \(Self.offsets) offsets, \(refused) refused, \(saved) saved, 0 half saved")
  }
}

extension Machine {
  private static let disk = 2 << 20

  /// Puts an empty disk of two megabytes in the place of the folder.
  fileprivate func mountSmallDisk() throws {
    try #require(
      mount("tmpfs", folder.path, "tmpfs", 0, "size=\(Machine.disk),mode=700") == 0,
      "a small disk can't be mounted here: \(errno)")
  }

  fileprivate func unmount() { umount2(folder.path, Int32(MNT_DETACH)) }

  fileprivate func fillStore() throws {
    for command in [
      ["init", "--me", "Ida Rowe", "--role", "team manager"],
      ["add", "C1", "--name", "Ann Example", "--born", "2026-02-01"],
      ["log", "C1", "--contact-type", "GP", "--injuries", "bruise to cheek"],
    ] {
      let made = try run(command)
      try #require(made.status == 0, "\(made.complaint)")
    }
  }

  fileprivate func copyStore(to url: URL) throws {
    try Data(contentsOf: URL(filePath: path("s.heed"))).write(to: url)
  }

  fileprivate func copyStore(from url: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.removeItem(atPath: path(name))
    }
    try Data(contentsOf: url).write(to: URL(filePath: path("s.heed")))
    chmod(path("s.heed"), 0o600)
  }

  /// Takes all room but so many bytes.
  fileprivate func fill(leaving bytes: Int) throws {
    var status = statvfs()
    try #require(statvfs(folder.path, &status) == 0)
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    let descriptor = open(path("filler"), O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    try #require(posix_fallocate(descriptor, 0, max(1, free - bytes)) == 0)
  }

  fileprivate func makeRoom() { unlink(path("filler")) }
}
