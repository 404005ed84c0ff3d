@preconcurrency import Dispatch
import Glibc

/// Hears of changes that other processes make to a store's file, through the kernel: nothing runs
/// and nothing wakes while nothing changes.
///
/// A commit deletes the rollback journal beside the file, and that is what is listened for; this
/// process's own commits are heard too, and told apart by whoever is told. Source: inotify(7).
final class StoreWatch: Sendable {
  private let source: any DispatchSourceRead
  private static let queue = DispatchQueue(label: "watch")

  /// Nil where the kernel has no more watches to give: the lists are then as fresh as the last key.
  init?(_ path: String, _ heard: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let events = UInt32(IN_DELETE) | UInt32(IN_CLOSE_WRITE)
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return nil
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: StoreWatch.queue)
    source.setEventHandler {
      if StoreWatch.drain(descriptor, of: name) { heard() }
    }
    source.setCancelHandler { close(descriptor) }
    source.resume()
  }

  deinit {
    source.cancel()
  }

  /// Reads all that waits; true when any of it is about the file or its journal.
  private static func drain(_ descriptor: Int32, of name: String) -> Bool {
    var isOurs = false
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return isOurs }
      var at = 0
      let head = MemoryLayout<inotify_event>.size
      while at + head <= count {
        // The length of the name is the last number of the head; blanks fill the name up with zeros.
        let length = bytes[at + head - 4..<at + head].reversed().reduce(0) { $0 << 8 | Int($1) }
        let text = bytes[at + head..<min(count, at + head + length)].prefix { $0 != 0 }
        isOurs = isOurs || String(decoding: text, as: UTF8.self).hasPrefix(name)
        at += head + length
      }
    }
  }
}
