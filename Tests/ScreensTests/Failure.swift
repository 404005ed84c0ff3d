import Fiction
import Storage
import Synchronization

/// What befalls saving, as on a full or locked disk, for as long as it is told to.
final class Failure: Sendable {
  private let current = Mutex<StoreError?>(nil)

  var error: StoreError? {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// The fictional caseload, on a disk that this befalls.
  func store() throws -> any CaseStore {
    try Sitting.caseload.store(at: Sitting.now) { [self] () throws(StoreError) in
      if let error { throw error }
    }
  }
}
