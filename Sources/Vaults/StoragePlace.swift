import Foundation
import Glibc

/// How the storage that a path is on protects the files there.
package enum StoragePlace: Hashable, Sendable {
  /// Encrypted at rest by this protection.
  case encrypted(Protection)
  case plain
  /// On a network, or provided by an unknown program: locks and syncs can't be relied on.
  case unreliable(kind: String)

  /// What encrypts a file system.
  package enum Protection: String, Hashable, Sendable {
    case gocryptfs
    case dmCrypt = "dm-crypt"
    case fscrypt
  }

  /// Kinds of file systems on a network.
  ///
  /// Source: the names under which Linux registers them.
  private static let network: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs",
    "coda", "davfs", "virtiofs", "vboxsf",
  ]

  /// - Parameters:
  ///   - path: A file or folder; where it is not there yet, the folder that would hold it counts.
  ///   - mounts: What is mounted.
  package init(of path: String, mounts: Mounts = .current) {
    let real = StoragePlace.nearest(path)
    let mount = mounts.entry(of: real)
    let kind = mount?.kind ?? ""
    if kind == "fuse.gocryptfs" {
      self = .encrypted(.gocryptfs)
    } else if StoragePlace.network.contains(kind) || kind.hasPrefix("fuse") {
      self = .unreliable(kind: kind)
    } else if let source = mount?.source, StoragePlace.isOnDMCrypt(source) {
      self = .encrypted(.dmCrypt)
    } else if StoragePlace.hasFscryptPolicy(real) {
      self = .encrypted(.fscrypt)
    } else {
      self = .plain
    }
  }

  /// Returns the path without links, or that of the nearest folder above it that is there.
  private static func nearest(_ path: String) -> String {
    var parts = (path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path)
      .split(separator: "/").map(String.init)
    while true {
      if let real = realpath("/" + parts.joined(separator: "/"), nil) {
        defer { free(real) }
        return String(cString: real)
      }
      if parts.isEmpty { return "/" }
      parts.removeLast()
    }
  }

  /// Whether a block device is dm-crypt or sits on one, following its chain of slaves.
  ///
  /// Source: the kernel's sysfs: `dm/uuid` of a crypt device begins with `CRYPT-`.
  private static func isOnDMCrypt(_ source: String) -> Bool {
    guard source.hasPrefix("/dev/"), let real = realpath(source, nil) else { return false }
    defer { free(real) }
    let name = String(cString: real).split(separator: "/").last.map(String.init) ?? ""
    var waiting = [name]
    var seen: Set<String> = []
    while let device = waiting.popLast() {
      guard seen.insert(device).inserted else { continue }
      let folder = "/sys/class/block/\(device)"
      if let data = FileManager.default.contents(atPath: folder + "/dm/uuid"),
        isEncryption(String(decoding: data, as: UTF8.self))
      {
        return true
      }
      waiting += (try? FileManager.default.contentsOfDirectory(atPath: folder + "/slaves")) ?? []
    }
    return false
  }

  /// Whether the UUID of a device mapper is that of a device that encrypts.
  ///
  /// cryptsetup gives similar UUIDs to devices that only check their content.
  static func isEncryption(_ uuid: String) -> Bool {
    uuid.hasPrefix("CRYPT-")
      && !["CRYPT-VERITY", "CRYPT-INTEGRITY"].contains { uuid.hasPrefix($0) }
  }

  /// Whether a folder, or the folder of a file, is encrypted by fscrypt: the kernel marks it `E`.
  ///
  /// Source: ioctl_iflags(2), `FS_IOC_GETFLAGS`, and `FS_ENCRYPT_FL` of linux/fs.h.
  private static func hasFscryptPolicy(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var flags: Int = 0
    guard ioctl(descriptor, 0x8008_6601, &flags) == 0 else { return false }
    return flags & 0x800 != 0
  }
}
