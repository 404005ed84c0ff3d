import Foundation

/// What a program did to a folder, and what of it a disk may hold after the power has gone.
///
/// A write reaches the disk for certain when its file is synced, a name when its folder is; until then
/// any part of it may be there or not, in any order, the last write torn between sectors. Source:
/// SQLite's "Atomic Commit In SQLite", section 2, "Hardware Assumptions".
struct Disk {
  /// One thing done, in the order in which it was done.
  enum Operation {
    case write(String, at: Int, [UInt8])
    case truncate(String, to: Int)
    case create(String)
    case remove(String)
    /// A name for the file of another name, which stays for a link.
    case name(String, from: String, keepsOld: Bool)
    case sync(String)
  }

  private(set) var operations: [Operation] = []
  private let before: [String: [UInt8]]

  /// - Parameters:
  ///   - log: What `CRASH_RECORD` wrote down.
  ///   - before: The files of the folder before it, by path.
  init(log: [UInt8], before: [String: [UInt8]]) {
    self.before = before
    var known = Set(before.keys)
    var at = 0
    func line() -> String? {
      guard at < log.count, let end = log[at...].firstIndex(of: UInt8(ascii: "\n")) else {
        return nil
      }
      defer { at = end + 1 }
      return String(decoding: log[at..<end], as: UTF8.self)
    }
    while let head = line(), let numbers = line() {
      let parts = numbers.split(separator: " ").compactMap { Int($0) }
      let bytes = Array(log[at..<at + parts[1]])
      at += parts[1] + 1
      let path = String(head.dropFirst(2))
      switch head.first {
      case "w":
        if known.insert(path).inserted { operations.append(.create(path)) }
        operations.append(.write(path, at: parts[0], bytes))
      case "t": operations.append(.truncate(path, to: parts[0]))
      case "u":
        if known.remove(path) != nil { operations.append(.remove(path)) }
      case "l", "r":
        let old = String(decoding: bytes, as: UTF8.self)
        known.insert(path)
        operations.append(.name(path, from: old, keepsOld: head.first == "l"))
      default: operations.append(.sync(path))
      }
    }
  }

  /// What has to be synced for an operation to be on disk.
  private static func home(of operation: Operation) -> String? {
    switch operation {
    case .write(let path, _, _), .truncate(let path, _): path
    case .create(let path), .remove(let path), .name(let path, _, _):
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    case .sync: nil
    }
  }

  /// The operations of the first so many that no sync among them has brought to the disk for certain.
  func pending(of count: Int) -> [Int] {
    var synced: Set<String> = []
    var pending: [Int] = []
    for index in operations[..<count].indices.reversed() {
      if case .sync(let path) = operations[index] {
        synced.insert(path)
      } else if let home = Disk.home(of: operations[index]), !synced.contains(home) {
        pending.append(index)
      }
    }
    return pending.reversed()
  }

  /// The files after the first so many operations, without some of them, and of one write only the
  /// first so many sectors.
  func image(
    of count: Int, without lost: Set<Int>, torn: (index: Int, sectors: Int)? = nil
  ) -> [String: [UInt8]] {
    var files = before
    for (index, operation) in operations[..<count].enumerated() where !lost.contains(index) {
      switch operation {
      case .write(let path, let at, var bytes):
        guard files[path] != nil else { continue }
        if let torn, torn.index == index { bytes = Array(bytes.prefix(torn.sectors * 512)) }
        let end = at + bytes.count
        if files[path, default: []].count < end {
          files[path, default: []] += [UInt8](
            repeating: 0, count: end - files[path, default: []].count)
        }
        files[path, default: []].replaceSubrange(at..<end, with: bytes)
      case .truncate(let path, let length):
        guard let size = files[path]?.count else { continue }
        if size > length {
          files[path]?.removeLast(size - length)
        } else {
          files[path]? += [UInt8](repeating: 0, count: length - size)
        }
      case .create(let path): files[path] = files[path] ?? []
      case .remove(let path): files[path] = nil
      case .name(let path, let old, let keepsOld):
        guard let content = files[old] else { continue }
        files[path] = content
        if !keepsOld { files[old] = nil }
      case .sync: break
      }
    }
    return files
  }
}
