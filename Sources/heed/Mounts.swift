import Foundation

/// Which kind of file system holds a path, as the kernel lists its mounts.
///
/// Source: proc(5), `/proc/[pid]/mountinfo`: the mount point is the fifth field, and the kind stands
/// after a lone hyphen; a blank in a path is written `\040`.
struct Mounts {
  private let entries: [(point: String, kind: String)]

  /// The mounts that this process sees; none where the kernel tells of none.
  static var current: Mounts {
    let data = FileManager.default.contents(atPath: "/proc/self/mountinfo") ?? Data()
    return Mounts(String(decoding: data, as: UTF8.self))
  }

  init(_ text: String) {
    entries = text.split(separator: "\n").compactMap { line -> (point: String, kind: String)? in
      let fields = line.split(separator: " ").map { String($0) }
      guard fields.count > 6, let mark = fields.dropFirst(6).firstIndex(of: "-"),
        fields.indices.contains(mark + 1)
      else { return nil }
      return (fields[4].replacing("\\040", with: " "), fields[mark + 1])
    }
  }

  /// The kind of the file system that a path without links lies on; the last mount on a point is
  /// the one that is seen.
  func kind(of path: String) -> String? {
    let holding = entries.filter { entry in
      entry.point == "/" || path == entry.point || path.hasPrefix(entry.point + "/")
    }
    return holding.enumerated().max {
      ($0.element.point.count, $0.offset) < ($1.element.point.count, $1.offset)
    }?.element.kind
  }
}
