import Dispatch
import Synchronization

/// What comes of each item, worked out on every core, in the order of the items.
func inParallel<Item: Sendable, Outcome: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Outcome
) -> [Outcome] {
  let outcomes = Mutex([Outcome?](repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let outcome = work(items[index])
    outcomes.withLock { $0[index] = outcome }
  }
  return outcomes.withLock { $0.compactMap { $0 } }
}
