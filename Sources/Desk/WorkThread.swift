import CProcess
import Foundation

/// A thread that does one thing after the other, and sleeps without ever waking while there is none.
///
/// A dispatch queue would do, but for its library's pool of threads on Linux, which looks after
/// itself once a second for as long as the process lives.
final class WorkThread: Sendable {
  private let waiting = Waiting()

  init(_ name: String) {
    let waiting = waiting
    let thread = Thread {
      cp_refuse_signals()
      while let work = waiting.next() { work() }
    }
    thread.name = name
    thread.qualityOfService = .userInteractive
    thread.start()
  }

  deinit {
    waiting.end()
  }

  /// Does some work after all that was asked for before.
  func async(_ work: @escaping @Sendable () -> Void) {
    waiting.add(work, at: nil)
  }

  /// Does some work once so many seconds have passed.
  func async(after seconds: Double, _ work: @escaping @Sendable () -> Void) {
    waiting.add(work, at: Date(timeIntervalSinceNow: seconds))
  }

  /// Does some work after all that was asked for before, and waits for it.
  func sync(_ work: @escaping @Sendable () -> Void) {
    let done = NSCondition()
    nonisolated(unsafe) var isDone = false
    async {
      work()
      done.lock()
      isDone = true
      done.signal()
      done.unlock()
    }
    done.lock()
    while !isDone { done.wait() }
    done.unlock()
  }

  /// What is to be done; its lock guards everything else in it.
  private final class Waiting: @unchecked Sendable {
    private let condition = NSCondition()
    private var ready: [@Sendable () -> Void] = []
    private var later: [(at: Date, work: @Sendable () -> Void)] = []
    private var isOver = false

    func add(_ work: @escaping @Sendable () -> Void, at date: Date?) {
      condition.lock()
      defer { condition.unlock() }
      if let date {
        later.append((date, work))
      } else {
        ready.append(work)
      }
      condition.signal()
    }

    func end() {
      condition.lock()
      defer { condition.unlock() }
      isOver = true
      condition.signal()
    }

    /// The next thing to do, once there is one; nil when there will be none.
    func next() -> (@Sendable () -> Void)? {
      condition.lock()
      defer { condition.unlock() }
      while true {
        if isOver { return nil }
        if let due = later.indices.min(by: { later[$0].at < later[$1].at }),
          later[due].at <= Date()
        {
          return later.remove(at: due).work
        }
        if !ready.isEmpty { return ready.removeFirst() }
        if let soonest = later.map(\.at).min() {
          _ = condition.wait(until: soonest)
        } else {
          condition.wait()
        }
      }
    }
  }
}
