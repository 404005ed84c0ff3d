import CProcess
import Dispatch
import Foundation
import Synchronization

/// A thread that runs one piece of work after the other, and sleeps without ever waking while there is none.
///
/// A dispatch queue would do, but on Linux its library's pool of threads wakes once a second for as long as
/// the process lives.
final class WorkThread: Sendable {
  private let waiting = Waiting()

  init(_ name: String) {
    let waiting = waiting
    let thread = Thread {
      cp_refuse_signals()
      while let work = waiting.next() { work() }
    }
    thread.name = name
    thread.start()
  }

  deinit {
    waiting.end()
  }

  /// Runs `work` after all that was added before.
  func async(_ work: @escaping @Sendable () -> Void) {
    waiting.add(work, at: nil)
  }

  /// Runs `work` once `seconds` have passed.
  func async(after seconds: Double, _ work: @escaping @Sendable () -> Void) {
    waiting.add(work, at: .now + .seconds(seconds))
  }

  /// Runs `work` after all that was added before, and waits for it.
  func sync(_ work: @escaping @Sendable () -> Void) {
    let isDone = DispatchSemaphore(value: 0)
    async {
      work()
      isDone.signal()
    }
    isDone.wait()
  }

  /// The work that is ready, and that which is due later.
  private final class Waiting: Sendable {
    private let work = Mutex(Work())
    /// Signalled whenever work is added, and when the thread is to end.
    private let more = DispatchSemaphore(value: 0)

    private struct Work {
      var ready: [@Sendable () -> Void] = []
      var later: [(at: ContinuousClock.Instant, work: @Sendable () -> Void)] = []
      var isOver = false
    }

    func add(_ work: @escaping @Sendable () -> Void, at moment: ContinuousClock.Instant?) {
      self.work.withLock { waiting in
        if let moment {
          waiting.later.append((moment, work))
        } else {
          waiting.ready.append(work)
        }
      }
      more.signal()
    }

    func end() {
      work.withLock { $0.isOver = true }
      more.signal()
    }

    private enum Step {
      case work(@Sendable () -> Void)
      case wait(DispatchTime)
      case end
    }

    /// Waits for the next piece of work and returns it; nil when there will be none.
    func next() -> (@Sendable () -> Void)? {
      while true {
        switch work.withLock({ Waiting.step(&$0) }) {
        case .work(let work): return work
        case .wait(let until): _ = more.wait(timeout: until)
        case .end: return nil
        }
      }
    }

    private static func step(_ waiting: inout Work) -> Step {
      if waiting.isOver { return .end }
      let soonest = waiting.later.indices.min { waiting.later[$0].at < waiting.later[$1].at }
      if let soonest, waiting.later[soonest].at <= .now {
        return .work(waiting.later.remove(at: soonest).work)
      }
      if !waiting.ready.isEmpty { return .work(waiting.ready.removeFirst()) }
      guard let soonest else { return .wait(.distantFuture) }
      let left = waiting.later[soonest].at - .now
      return .wait(.now() + left / .seconds(1))
    }
  }
}

/// A flag that any thread can set and read.
final class Signal: Sendable {
  private let state = Mutex(false)
  var isSet: Bool { state.withLock { $0 } }
  func set() { state.withLock { $0 = true } }
}
