import Glibc
import Storage
import Synchronization

/// Work that may take longer than a breath: it shows how far it has come, and Ctrl-C ends it
/// cleanly.
enum LongWork {
  private static let isInterrupted = Atomic<Bool>(false)

  /// Runs work with a progress line on a terminal; the line is gone afterwards.
  static func run<Answer>(
    _ what: String, _ work: (OnProgress) throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer {
    isInterrupted.store(false, ordering: .relaxed)
    let previous = signal(SIGINT) { _ in LongWork.isInterrupted.store(true, ordering: .relaxed) }
    let isShown = isatty(2) == 1
    var shown = 0
    defer {
      if shown > 0 { Output.status("") }
      signal(SIGINT, previous)
    }
    return try work { done, total in
      let percent = total == 0 ? 100 : done * 100 / total
      if isShown, total >= 1000, percent > shown {
        shown = percent
        Output.status("\(what): \(done) of \(total)")
      }
      return !isInterrupted.load(ordering: .relaxed)
    }
  }
}
