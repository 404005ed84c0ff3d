import AuditLog
package import Storage
import Synchronization

extension SQLiteStore {
  package func remember(_ access: Access) {
    accesses.withLock { $0.remember(access, at: .now) }
  }

  package func writeAccesses() throws(StoreError) {
    guard accesses.withLock({ !$0.waiting.isEmpty }) else { return }
    // Every transaction writes what is remembered before it commits.
    try writing(keeping: true, much: false) { _ in }
  }

  package func checkpoint() throws(StoreError) -> String {
    try SQLiteStore.mapping {
      try write { connection in
        try trail.seal([.anchored], in: connection)
        let (edge, key) = try trail.tree(in: connection)
        return try Checkpoint(origin: trail.origin, size: edge.size, root: edge.root)
          .signed(by: key)
      }
    }
  }

  package func audit(against anchors: [String]) throws(StoreError) -> AuditReport {
    try asking { db in
      try AuditCheck(trail: trail).report(against: anchors, in: SQLiteConnection(db: db))
    }
  }
}

/// What was read and is not in the log yet, and what was remembered lately.
struct Accesses {
  private(set) var waiting: [Access] = []
  private var lately: [Access: ContinuousClock.Instant] = [:]

  /// Whoever goes back and forth between two screens is remembered once in so long.
  private static let pause = Duration.seconds(300)

  mutating func remember(_ access: Access, at now: ContinuousClock.Instant) {
    if let last = lately[access], now - last < Accesses.pause { return }
    lately[access] = now
    waiting.append(access)
  }

  /// So many of the first are written.
  mutating func forget(_ count: Int) {
    waiting.removeFirst(count)
  }
}
