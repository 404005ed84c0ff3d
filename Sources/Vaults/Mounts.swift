import Foundation

/// Which kind of file system a path is on, from the kernel's list of mounts.
///
/// Source: proc(5), `/proc/[pid]/mountinfo`: the mount point is the fifth field, the kind comes after a
/// lone hyphen, and what is mounted after that; a blank in a path is written `\040`.
package struct Mounts: Sendable {
  /// A file system where it is mounted.
  package struct Entry: Hashable, Sendable {
    package let point: String
    /// The file system's name, such as `ext4` or `fuse.gocryptfs`.
    package let kind: String
    /// The device, or the folder that is shown there.
    package let source: String
  }

  private let entries: [Entry]

  /// The mounts that this process sees; none where the kernel lists none.
  package static var current: Mounts {
    let data = FileManager.default.contents(atPath: "/proc/self/mountinfo") ?? Data()
    return Mounts(String(decoding: data, as: UTF8.self))
  }

  package init(_ text: String) {
    entries = text.split(separator: "\n").compactMap { line -> Entry? in
      let fields = line.split(separator: " ").map { String($0) }
      guard fields.count > 6, let mark = fields.dropFirst(6).firstIndex(of: "-"),
        fields.indices.contains(mark + 2)
      else { return nil }
      return Entry(
        point: Mounts.unescaped(fields[4]), kind: fields[mark + 1],
        source: Mounts.unescaped(fields[mark + 2]))
    }
  }

  /// Returns the file system that a path without links is on; of several mounts on one point, the last counts.
  package func entry(of path: String) -> Entry? {
    let holding = entries.filter { entry in
      entry.point == "/" || path == entry.point || path.hasPrefix(entry.point + "/")
    }
    return holding.enumerated().max {
      ($0.element.point.count, $0.offset) < ($1.element.point.count, $1.offset)
    }?.element
  }

  /// Returns the kind of the file system that a path without links is on.
  package func kind(of path: String) -> String? { entry(of: path)?.kind }

  /// Blanks, tabs, line ends and backslashes are written as three octal digits.
  private static func unescaped(_ field: String) -> String {
    field.replacing("\\040", with: " ").replacing("\\011", with: "\t")
      .replacing("\\012", with: "\n").replacing("\\134", with: "\\")
  }
}
