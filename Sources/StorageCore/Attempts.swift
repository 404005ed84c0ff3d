import Records
import Synchronization

/// The ids that saves used whose end is not known, by their drafts: trying again must not save twice.
package final class Attempts: Sendable {
  private let ids = Mutex<[Draft.Key: [Identifier]]>([:])

  package init() {}

  func earlier(_ draft: Draft.Key?) -> [Identifier] {
    draft.flatMap { draft in ids.withLock { $0[draft] } } ?? []
  }

  func keep(_ used: [Identifier], of draft: Draft.Key?) {
    if let draft, !used.isEmpty { ids.withLock { $0[draft] = used } }
  }

  func forget(_ draft: Draft.Key?) {
    if let draft { ids.withLock { $0[draft] = nil } }
  }
}
