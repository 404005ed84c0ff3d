import Synchronization

/// Remembers the readings of texts read lately: the texts of a caseload repeat, and a case is read anew each
/// time it is judged.
///
/// It contains texts of records, and so is emptied when a store is closed.
package final class ReadingMemory: Sendable {
  package static let shared = ReadingMemory()

  private struct Key: Hashable {
    let text: String
    let field: ReadField
  }

  private let known = Mutex<[Key: Reading]>([:])

  /// The most readings it remembers: about 4 MB of short texts.
  private static let most = 8192

  /// Returns the reading of `text`, remembered if it was read before.
  package func reading(of text: String, as field: ReadField) -> Reading {
    let key = Key(text: text, field: field)
    if let reading = known.withLock({ $0[key] }) { return reading }
    let reading = read(text, as: field)
    known.withLock { known in
      if known.count >= ReadingMemory.most { known.removeAll(keepingCapacity: true) }
      known[key] = reading
    }
    return reading
  }

  /// Forgets every text.
  package func forget() {
    known.withLock { $0 = [:] }
  }
}
