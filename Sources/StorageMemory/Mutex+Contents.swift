import Storage
import Synchronization

extension Mutex where Value == Contents {
  /// Runs a change that may refuse, under the lock.
  ///
  /// The outcome travels as a value, since the lock's own closure does not carry typed errors.
  func change<Answer>(
    _ work: (inout Contents) throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer {
    let outcome = withLock { contents -> Result<Answer, StoreError> in
      do throws(StoreError) {
        return .success(try work(&contents))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
