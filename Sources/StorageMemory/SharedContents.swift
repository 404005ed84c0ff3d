import Storage
import Synchronization

/// The contents of a store in memory, shared by the handles of all who use it and locked for each call.
final class SharedContents: Sendable {
  private let contents = Mutex(Contents())

  func withLock<Answer>(_ work: (inout sending Contents) -> sending Answer) -> sending Answer {
    contents.withLock(work)
  }

  /// Runs a change that may refuse, under the lock.
  ///
  /// The outcome travels as a value, since the lock's own closure does not carry typed errors.
  func change<Answer>(
    _ work: (inout Contents) throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer {
    let outcome = contents.withLock { contents -> Result<Answer, StoreError> in
      do throws(StoreError) {
        return .success(try work(&contents))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
