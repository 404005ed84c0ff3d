import Records
import Synchronization

/// The ids that saves used whose end is not known, by their drafts: trying again must not save twice.
package final class Attempts: Sendable {
  private let ids = Mutex<[OwnDraft: [Identifier]]>([:])

  package init() {}

  func earlier(_ draft: OwnDraft?) -> [Identifier] {
    draft.flatMap { draft in ids.withLock { $0[draft] } } ?? []
  }

  func keep(_ used: [Identifier], of draft: OwnDraft?) {
    if let draft, !used.isEmpty { ids.withLock { $0[draft] = used } }
  }

  func forget(_ draft: OwnDraft?) {
    if let draft { ids.withLock { $0[draft] = nil } }
  }
}
