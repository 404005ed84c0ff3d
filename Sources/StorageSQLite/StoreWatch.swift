import CProcess
import Foundation
import Glibc

/// Hears of changes that other processes make to a store's file, through the kernel: nothing runs
/// and nothing wakes while nothing changes.
///
/// A commit deletes the rollback journal beside the file, and that is what is listened for; this
/// process's own commits are heard too, and told apart by whoever is told. Source: inotify(7).
final class StoreWatch: Sendable {
  /// Written to when nobody listens any more.
  private let ending: Int32

  /// Nil where the kernel has no more watches to give: the lists are then as fresh as the last key.
  init?(_ path: String, _ heard: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let events = UInt32(IN_DELETE) | UInt32(IN_CLOSE_WRITE)
    var ends: [Int32] = [-1, -1]
    guard inotify_add_watch(descriptor, folder, events) >= 0, pipe(&ends) == 0 else {
      close(descriptor)
      return nil
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (ended, name) = (ends[0], path.split(separator: "/").last.map(String.init) ?? path)
    ending = ends[1]
    let thread = Thread {
      cp_refuse_signals()
      while StoreWatch.sleep(until: descriptor, or: ended) {
        if StoreWatch.drain(descriptor, of: name) { heard() }
      }
      close(descriptor)
      close(ended)
    }
    thread.name = "watch"
    thread.start()
  }

  deinit {
    // The other end hears that this one is closed.
    close(ending)
  }

  /// Sleeps until the folder changes; false when nobody listens any more.
  private static func sleep(until changes: Int32, or ended: Int32) -> Bool {
    var waited = [changes, ended].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&waited, 2, -1) < 0 {
      guard errno == EINTR else { return false }
    }
    return waited[1].revents == 0
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
