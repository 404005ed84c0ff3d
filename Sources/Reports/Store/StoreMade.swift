import Records

/// A store that was just made.
package struct StoreMade: Report {
  private let place: String
  private let first: String
  private let isPlain: Bool
  private let idleMinutes: Int

  /// Reports a store at `place` with the name of its `first` user; an encrypted one locks after `idleMinutes`.
  package init(at place: String, first: String, isPlain: Bool, idleMinutes: Int) {
    self.place = place
    self.first = first
    self.isPlain = isPlain
    self.idleMinutes = idleMinutes
  }

  package var json: JSON {
    .object([
      ("store", .string(place)), ("me", .string(first)), ("encrypted", .bool(!isPlain)),
    ])
  }

  package var lines: [String] {
    if isPlain {
      return ["Made a plain store, not encrypted, at \(place); its first user is \(first)."]
    }
    return [
      """
      Made an encrypted store at \(place); its first user is \(first). It stays unlocked until \
      \(idleMinutes) minutes have passed without use, or until heed lock. Without the \
      passphrase nobody can read it: keep a backup (heed backup) and the passphrase apart.
      """
    ]
  }
}
