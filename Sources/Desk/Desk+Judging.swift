import Screens
import Storage
import Synchronization

// Cases that time has changed, judged again step by step.

extension Desk {
  /// How many cases are judged again at a time: other requests come in between.
  private static let refreshStep = 40

  /// Judges the next cases that time has changed, and reads the flagged list again once none is left; waits
  /// for another program that is writing no longer than the store itself waits.
  func refreshed(after judged: Int = 0) throws(StoreError) -> [Reply] {
    do {
      let refreshed = try store.refresh(to: now(), limit: Desk.refreshStep)
      let total = judged + refreshed.judged
      if refreshed.left > 0, refreshed.judged > 0, !isEnding.withLock({ $0 }) {
        goOnJudging(after: total)
        return [.status(.judging(left: refreshed.left))]
      }
      isJudging.withLock { $0 = false }
      return total == 0
        ? [] : [.status(.judging(left: 0)), .read(.flagged(try store.cases(.flagged)))]
    } catch {
      isJudging.withLock { $0 = false }
      if error == .locked { return [.status(.judging(left: 0))] }
      guard error == .busy || error == .readOnly else { throw error }
      return [
        .status(.judging(left: 0)),
        .status(
          .refused("Another program holds the store: the list is as it was last judged.")),
      ]
    }
  }

  /// Queues the next step behind what else was requested; a second later while another process writes,
  /// which may well be judging the same cases.
  private func goOnJudging(after total: Int) {
    let othersWrite = changes.withLock { ContinuousClock.now - $0.last < .seconds(2) }
    let step: @Sendable () -> Void = { [self] in
      do throws(StoreError) {
        for reply in try refreshed(after: total) { post(reply) }
      } catch {
        post(.status(.judging(left: 0)))
        post(.status(.refused(Desk.sentence(error))))
      }
    }
    guard othersWrite else { return queue.async(step) }
    later.async(after: 1) { [queue] in queue.async(step) }
  }
}
