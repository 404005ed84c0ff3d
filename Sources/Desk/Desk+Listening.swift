import Screens
import Synchronization

// What other processes do to the store.

extension Desk {
  /// Reports that another process has written: the first change at once, those that follow within a second
  /// together at its end, since each makes every list be read again.
  func hearChange() {
    let isFirst = changes.withLock { changes in
      let isFirst = !changes.isWaiting && ContinuousClock.now - changes.last > .seconds(1)
      if isFirst { changes.last = .now }
      return isFirst
    }
    if isFirst { return post(.status(.changed)) }
    let isWaiting = changes.withLock { changes in
      defer { changes.isWaiting = true }
      return changes.isWaiting
    }
    if isWaiting { return }
    later.async(after: 1) { [weak self] in
      self?.changes.withLock { $0 = Changes(last: .now, isWaiting: false) }
      self?.post(.status(.changed))
    }
  }

  /// When a change by another process was last reported, and whether a report is waiting.
  struct Changes {
    var last: ContinuousClock.Instant
    var isWaiting = false
  }
}
